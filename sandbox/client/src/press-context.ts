import type { APIMessage } from "discord-api-types/v10";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Press } from "./use-press.ts";

/** The message whose components are drawn. */
export interface PressedMessage extends Press {
  readonly message: APIMessage;
}

export const PressContext = createContext<PressedMessage | null>(null);

export function usePressedMessage(): PressedMessage {
  const pressed = useContext(PressContext);
  if (pressed === null) throw new Error("usePressedMessage outside of a message");
  return pressed;
}
