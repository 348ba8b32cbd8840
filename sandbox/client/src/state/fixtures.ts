import { MessageType, type APIMessage } from "discord-api-types/v10";
import type { ChannelView, GuildView, Snapshot } from "../../../protocol.ts";
import { initialState, type State } from "./model.ts";

export const ME = "301";
export const BOT = "400";
export const GUILD = "1";

/** A message as Discord gives it, with what a test cares for. */
export function message(id: string, about: Partial<APIMessage> = {}): APIMessage {
  return {
    id,
    channel_id: "10",
    type: MessageType.Default,
    author: { id: BOT, username: "Guildsmith", discriminator: "0", global_name: null, avatar: null, bot: true },
    content: id,
    timestamp: "2026-11-14T12:00:00.000Z",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mention_roles: [],
    mentions: [],
    attachments: [],
    embeds: [],
    pinned: false,
    ...about,
  };
}

export function channel(id: string, about: Partial<ChannelView> = {}): ChannelView {
  return {
    id,
    guildId: GUILD,
    kind: "text",
    name: `channel-${id}`,
    topic: null,
    parentId: null,
    position: 0,
    recipientIds: [],
    writable: true,
    ...about,
  };
}

export const guild: GuildView = {
  id: GUILD,
  name: "The Gilded Anvil",
  ownerId: "309",
  roles: [
    { id: GUILD, name: "@everyone", color: 0, position: 0, mentionable: false },
    { id: "101", name: "Member", color: 0, position: 1, mentionable: false },
    { id: "104", name: "Enchanter", color: 0x9b59b6, position: 2, mentionable: true },
  ],
  members: [
    { userId: ME, username: "eva", displayName: "Eva", bot: false, roleIds: ["101"], online: true },
    { userId: "305", username: "sylra", displayName: "Sylra", bot: false, roleIds: ["101", "104"], online: true },
    { userId: "310", username: "pip", displayName: "Pip", bot: false, roleIds: [], online: false },
    { userId: BOT, username: "guildsmith", displayName: "Guildsmith", bot: true, roleIds: [], online: true },
  ],
  channels: [channel("10", { position: 2 }), channel("11", { position: 1, writable: false })],
};

export const direct = channel("20", { guildId: null, kind: "dm", recipientIds: [ME, BOT] });

export const snapshot: Snapshot = {
  me: { id: ME, username: "eva", displayName: "Eva", locale: "en-US", part: "Member" },
  people: [],
  guilds: [guild],
  directMessages: [direct],
  applications: [],
  messages: { "10": [message("100"), message("101")], "20": [message("102", { channel_id: "20" })] },
  acceptsDirectMessages: true,
};

/** The page after its first word from the server. */
export const opened: State = { ...initialState, connection: { status: "open" }, snapshot };
