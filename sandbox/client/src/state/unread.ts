import { MessageFlags, type APIMessage } from "discord-api-types/v10";
import type { ChannelView } from "../../../protocol.ts";
import type { State } from "./model.ts";
import { compareIds } from "./snowflake.ts";

/** What waits in a channel: how many messages, and how many of them call this person. */
export interface Unread {
  readonly count: number;
  readonly mentions: number;
}

/** What this person has not read in a channel. Every message of a direct message calls them. */
export function unreadOf(state: State, channel: ChannelView): Unread {
  const fresh = unreadMessages(state, channel.id);
  const mentions = fresh.filter((message) => channel.kind === "dm" || callsMe(message, state)).length;
  return { count: fresh.length, mentions };
}

/** The oldest message that this person has not read in a channel, null when there is none. */
export function firstUnread(state: State, channelId: string): string | null {
  return unreadMessages(state, channelId)[0]?.id ?? null;
}

function unreadMessages(state: State, channelId: string): readonly APIMessage[] {
  const messages = state.snapshot?.messages[channelId] ?? [];
  const mark = state.readMarks[channelId] ?? "0";
  const me = state.snapshot?.me.id;
  return messages.filter((message) => compareIds(message.id, mark) > 0 && message.author.id !== me && !isEphemeral(message));
}

function callsMe(message: APIMessage, state: State): boolean {
  const me = state.snapshot?.me.id;
  if (message.mention_everyone || message.mentions.some((user) => user.id === me)) return true;
  const mine = state.snapshot?.guilds.flatMap((guild) => guild.members.find((each) => each.userId === me)?.roleIds ?? []) ?? [];
  return message.mention_roles.some((role) => mine.includes(role));
}

/** Only this person can see it. */
export function isEphemeral(message: APIMessage): boolean {
  return hasFlag(message, MessageFlags.Ephemeral);
}

/** Whether one of Discord's message flags is set. */
export function hasFlag(message: APIMessage, flag: MessageFlags): boolean {
  return ((message.flags ?? 0) & flag) !== 0;
}
