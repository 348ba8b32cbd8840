import {
  type APIGuildCategoryChannel,
  type APIOverwrite,
  type APIRole,
  type APITextChannel,
  type APIUser,
  PermissionFlagsBits as Bit,
  ChannelType,
  OverwriteType,
} from "discord-api-types/v10";
import { APPLICATION_ID, APPLICATION_NAME, CHANNELS, GUILD_ID, GUILD_NAME, PEOPLE, ROLES, SEEDED_PEOPLE } from "./seed.ts";
import { NO_FLAGS } from "./no-flags.ts";
import type { Guild, World } from "./world.ts";

const FOUNDED_AT = "2024-01-24T12:00:00.000Z";

const EVERYONE =
  Bit.ViewChannel |
  Bit.SendMessages |
  Bit.SendMessagesInThreads |
  Bit.EmbedLinks |
  Bit.AttachFiles |
  Bit.AddReactions |
  Bit.ReadMessageHistory |
  Bit.UseApplicationCommands |
  Bit.ChangeNickname;
const OFFICER =
  Bit.ManageGuild | Bit.ManageRoles | Bit.ManageChannels | Bit.ManageMessages | Bit.ManageThreads | Bit.MentionEveryone | Bit.KickMembers;
/** What the bot's invitation asks for. */
const BOT = EVERYONE | Bit.ManageMessages | Bit.ManageChannels | Bit.ManageThreads | Bit.CreatePrivateThreads | Bit.CreatePublicThreads;

/** Fills an empty world with The Gilded Anvil, its people and the bot's application. */
export function seedWorld(world: World): void {
  for (const { roleIds: _, ...person } of SEEDED_PEOPLE) {
    world.people.push(person);
    world.users.set(person.id, user(person.id, person.username, person.displayName, false));
  }
  world.users.set(APPLICATION_ID, user(APPLICATION_ID, APPLICATION_NAME, null, true));
  world.applications.set(APPLICATION_ID, {
    id: APPLICATION_ID,
    name: APPLICATION_NAME,
    botUserId: APPLICATION_ID,
    commands: new Map(),
    commandIds: new Map(),
    isOnline: false,
    hasSession: false,
  });
  world.guilds.set(GUILD_ID, guild());
  for (const channel of channels()) world.channels.set(channel.id, channel);
}

function guild(): Guild {
  const roles = [
    role(ROLES.everyone, "@everyone", 0, EVERYONE),
    role(ROLES.member, "Member", 1, 0n, 0x95a5a6),
    role(ROLES.alchemist, "Alchemist", 2, 0n, 0x2ecc71),
    role(ROLES.tailor, "Tailor", 3, 0n, 0xe67e22),
    role(ROLES.enchanter, "Enchanter", 4, 0n, 0x9b59b6),
    role(ROLES.core, "Core", 5, 0n, 0x3498db),
    role(ROLES.officer, "Officer", 6, OFFICER, 0xf1c40f),
    { ...role(ROLES.bot, APPLICATION_NAME, 7, BOT), managed: true, mentionable: false, tags: { bot_id: APPLICATION_ID } },
  ];
  const members = SEEDED_PEOPLE.map((person) => ({ userId: person.id, nick: null, roleIds: [...person.roleIds], joinedAt: FOUNDED_AT, timedOutUntil: null }));
  members.push({ userId: APPLICATION_ID, nick: null, roleIds: [ROLES.bot], joinedAt: FOUNDED_AT, timedOutUntil: null });
  return {
    id: GUILD_ID,
    name: GUILD_NAME,
    ownerId: PEOPLE.maren,
    roles: new Map(roles.map((each) => [each.id, each])),
    members: new Map(members.map((each) => [each.userId, each])),
    createdAt: FOUNDED_AT,
  };
}

function role(id: string, name: string, position: number, permissions: bigint, color = 0): APIRole {
  return {
    id,
    name,
    color,
    colors: { primary_color: color, secondary_color: null, tertiary_color: null },
    hoist: position > 0,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: String(permissions),
    managed: false,
    mentionable: id !== GUILD_ID,
    flags: NO_FLAGS,
  };
}

function user(id: string, username: string, globalName: string | null, bot: boolean): APIUser {
  return { id, username, global_name: globalName, discriminator: bot ? "0400" : "0", avatar: null, public_flags: NO_FLAGS, ...(bot ? { bot } : {}) };
}

function channels(): (APITextChannel | APIGuildCategoryChannel)[] {
  const hall: APIGuildCategoryChannel = {
    id: CHANNELS.guildHall,
    type: ChannelType.GuildCategory,
    guild_id: GUILD_ID,
    name: "Guild hall",
    position: 0,
    parent_id: null,
    permission_overwrites: [],
    flags: NO_FLAGS,
  };
  const viewAndSend = String(Bit.ViewChannel | Bit.SendMessages | Bit.SendMessagesInThreads);
  return [
    hall,
    text(CHANNELS.welcome, "welcome", 1, "Read this first."),
    text(CHANNELS.craftingDesk, "crafting-desk", 2, "Ask for a craft here."),
    text(CHANNELS.craftingBoard, "crafting-board", 3, "What the guild needs made."),
    text(CHANNELS.general, "general", 4, "Talk about anything."),
    text(CHANNELS.officers, "officers", 5, "For officers only.", [
      { id: GUILD_ID, type: OverwriteType.Role, allow: "0", deny: String(Bit.ViewChannel) },
      { id: ROLES.officer, type: OverwriteType.Role, allow: viewAndSend, deny: "0" },
    ]),
  ];
}

function text(id: string, name: string, position: number, topic: string, permission_overwrites: APIOverwrite[] = []): APITextChannel {
  return {
    id,
    type: ChannelType.GuildText,
    guild_id: GUILD_ID,
    name,
    position,
    topic,
    parent_id: CHANNELS.guildHall,
    permission_overwrites,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: NO_FLAGS,
  };
}
