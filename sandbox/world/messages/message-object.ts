import type { APIMessage } from "discord-api-types/v10";
import type { World } from "../world.ts";
import { isEphemeral, type StoredMessage } from "./stored-message.ts";

/** A message as Discord gives it out: a reply brings what it answers as that is now, null when it is gone. */
export function messageObject(world: World, stored: StoredMessage): APIMessage {
  const { api } = stored;
  const answeredId = api.message_reference?.message_id;
  if (answeredId === undefined) return api;
  const answered = world.messages.get(api.channel_id)?.get(answeredId);
  // A public answer to a message that only one person sees does not show it to all.
  if (answered && isEphemeral(answered) && answered.onlyFor !== stored.onlyFor) return api;
  return { ...api, referenced_message: answered?.api ?? null };
}
