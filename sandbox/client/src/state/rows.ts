import type { APIMessage } from "discord-api-types/v10";
import { isEphemeral } from "./unread.ts";

/** What the message list draws, from top to bottom. */
export type Row =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "new"; readonly key: string }
  | { readonly kind: "message"; readonly key: string; readonly message: APIMessage; readonly startsGroup: boolean };

/** After so long the same author gets a head of their own again, as on Discord. */
const GROUP_MS = 7 * 60_000;

/** Rows for a channel's messages; a line stands above `firstNewId`, what was unread when the channel was opened. */
export function rowsOf(messages: readonly APIMessage[], firstNewId: string | null): readonly Row[] {
  const rows: Row[] = [];
  let previous: APIMessage | null = null;
  for (const message of messages) {
    const startsDay = previous === null || dayOf(previous) !== dayOf(message);
    if (startsDay) rows.push({ kind: "day", key: `day-${message.id}`, at: message.timestamp });
    const startsNew = message.id === firstNewId;
    if (startsNew) rows.push({ kind: "new", key: "new" });
    const startsGroup = startsDay || startsNew || previous === null || !continues(previous, message);
    rows.push({ kind: "message", key: message.id, message, startsGroup });
    previous = message;
  }
  return rows;
}

function continues(previous: APIMessage, message: APIMessage): boolean {
  return (
    previous.author.id === message.author.id &&
    previous.type === message.type &&
    isEphemeral(previous) === isEphemeral(message) &&
    message.interaction_metadata === undefined &&
    message.message_reference === undefined &&
    Date.parse(message.timestamp) - Date.parse(previous.timestamp) < GROUP_MS
  );
}

function dayOf(message: APIMessage): string {
  return new Date(message.timestamp).toDateString();
}
