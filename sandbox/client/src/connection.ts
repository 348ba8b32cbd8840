import type { PageEvent } from "../../protocol.ts";
import type { Connection } from "./state/model.ts";

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;

export interface ConnectionListener {
  onEvent(event: PageEvent): void;
  onConnection(connection: Connection): void;
}

/** An open line to the sandbox as one person, which mends itself. */
export interface Line {
  /** Tries again now instead of at the time that was told. */
  retry(): void;
  close(): void;
}

/** Listens as this person; a lost line is tried again after 0.5 s, then twice as long each time, at most 10 s. */
export function listen(personId: string, listener: ConnectionListener): Line {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_RETRY_MS;
  let closed = false;

  const open = (): void => {
    clearTimeout(timer);
    const address = new URL(`sandbox/socket?person=${encodeURIComponent(personId)}`, document.baseURI);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const mine = new WebSocket(address);
    socket = mine;
    mine.addEventListener("open", () => {
      waitMs = FIRST_RETRY_MS;
      listener.onConnection({ status: "open" });
    });
    mine.addEventListener("message", (message: MessageEvent<string>) => {
      if (socket === mine) listener.onEvent(JSON.parse(message.data) as PageEvent);
    });
    mine.addEventListener("close", () => {
      if (closed || socket !== mine) return;
      listener.onConnection({ status: "lost", retryAt: Date.now() + waitMs });
      timer = setTimeout(open, waitMs);
      waitMs = Math.min(waitMs * 2, LAST_RETRY_MS);
    });
  };

  open();
  return {
    retry: open,
    close() {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
