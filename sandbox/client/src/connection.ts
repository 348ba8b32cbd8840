import { ANOTHER_WORLD, type PageEvent } from "../../protocol.ts";
import { CLIENT_ID } from "./client-id.ts";
import { type Line, openLine } from "./line.ts";
import type { Connection } from "./state/model.ts";

export interface ConnectionListener {
  onEvent(event: PageEvent): void;
  onConnection(connection: Connection): void;
  /** Another world was loaded: there is nothing more to hear on this line. */
  onAnotherWorld(): void;
}

/** Listens as this person. */
export function listen(personId: string, listener: ConnectionListener): Line {
  return openLine(`sandbox/socket?person=${encodeURIComponent(personId)}&client=${CLIENT_ID}`, {
    onText: (text) => listener.onEvent(JSON.parse(text) as PageEvent),
    onConnection: (connection) => listener.onConnection(connection),
    onClose(code) {
      if (code !== ANOTHER_WORLD) return false;
      listener.onAnotherWorld();
      return true;
    },
  });
}
