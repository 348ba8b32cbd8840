import type { APIMessage } from "discord-api-types/v10";
import { compareIds } from "./snowflake.ts";

/** More than anybody scrolls back in a sandbox; keeps a long-lived tab small. */
const KEPT_PER_CHANNEL = 500;

/** The list with this message in its place: replaced where its id is known, else inserted by age. */
export function withMessage(messages: readonly APIMessage[], message: APIMessage): readonly APIMessage[] {
  const known = messages.findIndex((each) => each.id === message.id);
  if (known !== -1) return messages.with(known, message);
  const after = messages.findLastIndex((each) => compareIds(each.id, message.id) < 0);
  return messages.toSpliced(after + 1, 0, message).slice(-KEPT_PER_CHANNEL);
}
