import { type APIMessage, RESTJSONErrorCodes as Code, MessageFlags, PermissionFlagsBits as Bit } from "discord-api-types/v10";
import { DiscordError } from "../discord-error.ts";
import { has, permissionsIn } from "../permissions.ts";
import { createdAtOf } from "../snowflake.ts";
import { beOpen } from "../thread-locks.ts";
import type { World } from "../world.ts";
import { keptAttachments, keptFiles, storeAttachment } from "./attachments.ts";
import { numberComponents } from "./component-tree.ts";
import type { MessageChange } from "./draft.ts";
import { withComponentMedia, withMedia } from "./media.ts";
import { IN_ANSWERS, mentionsIn } from "./mentions.ts";
import { hasFlag, isEphemeral, type StoredMessage } from "./stored-message.ts";

const HOUR_MS = 3_600_000;
/** What an edit may set; Components V2 stays once it is there. */
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

/** Changes a message and tells of it. Throws 50006 when nothing would be left in it, 50083 in an archived thread, 30046 when old messages were edited too often. */
export function editMessage(world: World, stored: StoredMessage, wanted: MessageChange): StoredMessage {
  const before = stored.api;
  const channel = world.channel(before.channel_id);
  if (!isEphemeral(stored)) beOpen(channel);
  const change = mayEmbed(world, stored) ? wanted : withoutEmbeds(wanted);
  const kept = keptAttachments(before.attachments, change.attachments);
  const content = (change.content ?? before.content).trim();
  const partsLeft = (change.embeds ?? before.embeds).length + (change.components ?? before.components ?? []).length + kept.length + change.files.length;
  if (content === "" && partsLeft === 0) throw new DiscordError(Code.CannotSendAnEmptyMessage);
  if (!isEphemeral(stored)) countOldEdit(world, before);
  const attachments = [...kept, ...change.files.map((file) => storeAttachment(world, before.channel_id, file))];
  const components = change.components ? numberComponents(withComponentMedia(world, change.components, attachments)) : (before.components ?? []);
  const wasLoading = hasFlag(before, MessageFlags.Loading);
  const api: APIMessage = {
    ...before,
    content,
    embeds: change.embeds ? withMedia(change.embeds, attachments) : before.embeds,
    components,
    attachments,
    // The first answer after "thinking…" is not an edit to those who read it.
    edited_timestamp: wasLoading ? null : isRewritten(change) ? world.nowIso() : before.edited_timestamp,
    flags: flagsAfter(before.flags ?? 0, change.flags),
    ...(change.content !== undefined || change.components ? mentionsIn(world, channel, before.author.id, content, components, change.allowedMentions ?? (before.webhook_id ? IN_ANSWERS : undefined)) : {}),
  };
  const next: StoredMessage = { ...stored, api, fileIds: keptFiles(world, [...(stored.fileIds ?? []), ...attachments.map(({ id }) => id)], api) };
  world.messagesOf(before.channel_id).set(api.id, next);
  world.events.emit({ type: "message-updated", message: next });
  return next;
}

/** To hide or show embeds is no edit to those who read it. */
const isRewritten = ({ content, embeds, components, attachments, files }: MessageChange): boolean =>
  content !== undefined || embeds !== undefined || components !== undefined || attachments !== undefined || files.length > 0;

/** Answers to interactions show embeds wherever they are. */
function mayEmbed(world: World, { api, guildId }: StoredMessage): boolean {
  return guildId === null || api.webhook_id !== undefined || has(permissionsIn(world, api.author.id, world.channel(api.channel_id)), Bit.EmbedLinks);
}

/** Without EMBED_LINKS Discord passes over an edit's embeds and says nothing. */
function withoutEmbeds(change: MessageChange): MessageChange {
  const { embeds: _, ...rest } = change;
  return rest;
}

function flagsAfter(before: number, wanted: number | undefined): number {
  const settled = before & ~MessageFlags.Loading;
  if (wanted === undefined) return settled;
  return (settled & ~MessageFlags.SuppressEmbeds) | (wanted & SETTABLE);
}

/** Discord slows down edits of messages older than an hour, per channel (30046). */
function countOldEdit(world: World, message: APIMessage): void {
  const now = world.clock.now();
  if (now - createdAtOf(message.id) <= HOUR_MS) return;
  const recent = (world.oldMessageEdits.get(message.channel_id) ?? []).filter((at) => at > now - HOUR_MS);
  if (recent.length >= world.rules.oldMessageEditsPerHour) {
    const freeAt = (recent[0] ?? now) + HOUR_MS;
    throw new DiscordError(Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached, undefined, freeAt - now);
  }
  world.oldMessageEdits.set(message.channel_id, [...recent, now]);
}
