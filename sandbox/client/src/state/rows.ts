import type { APIMessage } from "discord-api-types/v10";
import type { InteractionEntry, State } from "./model.ts";
import { compareIds, timeOf } from "./snowflake.ts";
import { isEphemeral } from "./unread.ts";

/** What the message list draws, from top to bottom. */
export type Row =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "new"; readonly key: string }
  /** A command that has no message of its own: under way, or failed. */
  | { readonly kind: "command"; readonly key: string; readonly entry: InteractionEntry }
  | { readonly kind: "message"; readonly key: string; readonly message: APIMessage; readonly startsGroup: boolean };

/** After so long the same author gets a head of their own again, as on Discord. */
const GROUP_MS = 7 * 60_000;

/** Rows for a channel's messages and one's commands among them; a line stands above `firstNewId`, what was unread when the channel was opened. */
export function rowsOf(messages: readonly APIMessage[], firstNewId: string | null, commands: readonly InteractionEntry[] = []): readonly Row[] {
  const rows: Row[] = [];
  const waiting = commands.toSorted((a, b) => compareIds(a.interactionId, b.interactionId));
  let day: string | null = null;
  const startDay = (key: string, at: string): boolean => {
    if (day === dayOf(at)) return false;
    day = dayOf(at);
    rows.push({ kind: "day", key: `day-${key}`, at });
    return true;
  };
  const addCommandsBefore = (messageId: string | null): boolean => {
    const count = waiting.findIndex((entry) => messageId !== null && compareIds(entry.interactionId, messageId) > 0);
    const added = waiting.splice(0, count === -1 ? waiting.length : count);
    for (const entry of added) {
      startDay(entry.interactionId, timeOf(entry.interactionId));
      rows.push({ kind: "command", key: entry.interactionId, entry });
    }
    return added.length > 0;
  };
  let previous: APIMessage | null = null;
  for (const message of messages) {
    const followsCommand = addCommandsBefore(message.id);
    const startsDay = startDay(message.id, message.timestamp);
    const startsNew = message.id === firstNewId;
    if (startsNew) rows.push({ kind: "new", key: "new" });
    const startsGroup = followsCommand || startsDay || startsNew || previous === null || !continues(previous, message);
    rows.push({ kind: "message", key: message.id, message, startsGroup });
    previous = message;
  }
  addCommandsBefore(null);
  return rows;
}

/** This person's commands in a channel that nobody else sees, without those that a form tells of. */
export function commandsWithoutMessage({ interactions, sentFromModal }: Pick<State, "interactions" | "sentFromModal">, channelId: string): readonly InteractionEntry[] {
  return interactions.filter(
    (each) => each.channelId === channelId && each.messageId === null && each.state !== "answered" && !sentFromModal.includes(each.interactionId),
  );
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

const dayOf = (at: string): string => new Date(at).toDateString();
