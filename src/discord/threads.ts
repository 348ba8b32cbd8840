import { DiscordAPIError, type REST } from "discord.js";
import { type APIThreadChannel, ChannelType, type RESTGetAPIGuildThreadsResult, type RESTPatchAPIChannelJSONBody, type RESTPostAPIChannelThreadsJSONBody, Routes, ThreadAutoArchiveDuration } from "discord-api-types/v10";
import type { PrivateThread } from "../features/contract.ts";
import { isUnknownChannel } from "./surfaces/api-error.ts";

/** Opens a private thread, or changes the one that there is, and gives its id. @throws what Discord answers */
export async function tendThread(rest: REST, guildId: string, thread: PrivateThread): Promise<string> {
  const id = (thread.channelId === null ? null : await change(rest, thread.channelId, thread)) ?? (await open(rest, guildId, thread));
  for (const userId of thread.join) await unlessRefused(rest.put(Routes.threadMembers(id, userId)));
  for (const userId of thread.leave) await unlessRefused(rest.delete(Routes.threadMembers(id, userId)));
  return id;
}

const restsAfter = ({ isOver }: PrivateThread): ThreadAutoArchiveDuration => (isOver ? ThreadAutoArchiveDuration.OneHour : ThreadAutoArchiveDuration.OneWeek);

/** Null when it is gone. Discord takes few new names, so that it is told one only where it is new. */
async function change(rest: REST, channelId: string, thread: PrivateThread): Promise<string | null> {
  const body: RESTPatchAPIChannelJSONBody = { archived: false, auto_archive_duration: restsAfter(thread), ...(thread.isRenamed ? { name: thread.name } : {}) };
  try {
    await rest.patch(Routes.channel(channelId), { body });
    return channelId;
  } catch (cause) {
    if (isUnknownChannel(cause)) return null;
    throw cause;
  }
}

async function open(rest: REST, guildId: string, thread: PrivateThread): Promise<string> {
  const { threads } = (await rest.get(Routes.guildActiveThreads(guildId))) as RESTGetAPIGuildThreadsResult;
  const known = threads.find((one) => one.type === ChannelType.PrivateThread && one.name === thread.name && one.parent_id === thread.parentId);
  if (known) return known.id;
  const body: RESTPostAPIChannelThreadsJSONBody = { name: thread.name, type: ChannelType.PrivateThread, invitable: false, auto_archive_duration: restsAfter(thread) };
  return ((await rest.post(Routes.threads(thread.parentId), { body })) as APIThreadChannel).id;
}

/** Who has left, does not see the channel, or was not there, does not keep the others apart. */
async function unlessRefused(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (cause) {
    if (!(cause instanceof DiscordAPIError) || cause.status >= 500) throw cause;
  }
}
