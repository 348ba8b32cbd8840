import type { APIMessage } from "discord-api-types/v10";
import { useState } from "preact/hooks";
import { usePage } from "./app-context.ts";

/** Using one message's components. */
export interface Press {
  /** The custom id that waits for its answer, null when none does. */
  readonly pending: string | null;
  readonly press: (customId: string, values?: readonly string[]) => void;
}

/** Presses components of a message, one at a time as on Discord. */
export function usePress(message: APIMessage): Press {
  const { state, act } = usePage();
  const [sending, setSending] = useState<string | null>(null);
  const waiting = state.interactions.find((each) => each.messageId === message.id && each.state === "pending");
  const pending = sending ?? waiting?.source ?? null;
  const send = async (customId: string, values: readonly string[] | undefined): Promise<void> => {
    setSending(customId);
    await act("component", { channelId: message.channel_id, messageId: message.id, customId, ...(values === undefined ? {} : { values }) });
    setSending(null);
  };
  return {
    pending,
    press(customId, values) {
      if (pending === null) void send(customId, values);
    },
  };
}
