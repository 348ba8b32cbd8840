import { ChannelType } from "discord-api-types/v10";
import type { NewThread, ThreadChange } from "../../world/threads.ts";
import { SLOWEST } from "./channel.ts";
import type { Field } from "./form.ts";
import { given } from "./given.ts";

/** Minutes. */
const ARCHIVED_AFTER = [60, 1440, 4320, 10080] as const;

/** A thread to be opened, whatever is said of its type. */
export function readThread(form: Field, type: NewThread["type"]): NewThread {
  form.get("name").required();
  const { autoArchiveMinutes, rateLimitPerUser, invitable } = readThreadChange(form);
  return { name: String(form.get("name").value), type, ...given({ autoArchiveMinutes, rateLimitPerUser, invitable }) };
}

/** The type of a thread without a message: private when the body does not say. In an announcement channel there is only one. */
export function readThreadType(form: Field, parentType: ChannelType): NewThread["type"] {
  if (parentType === ChannelType.GuildAnnouncement) return form.get("type").oneOf([ChannelType.AnnouncementThread] as const) ?? ChannelType.AnnouncementThread;
  return form.get("type").oneOf([ChannelType.PublicThread, ChannelType.PrivateThread] as const) ?? ChannelType.PrivateThread;
}

export const readThreadChange = (form: Field): ThreadChange =>
  given({
    name: form.get("name").text({ min: 1, max: 100 }),
    archived: form.get("archived").flag(),
    locked: form.get("locked").flag(),
    invitable: form.get("invitable").flag(),
    autoArchiveMinutes: form.get("auto_archive_duration").oneOf(ARCHIVED_AFTER),
    rateLimitPerUser: form.get("rate_limit_per_user").whole({ max: SLOWEST }),
  });
