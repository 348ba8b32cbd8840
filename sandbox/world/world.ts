import type { APIApplicationCommand, APIEmoji, APIGuild, APIRole, APIThreadMember, APIUser, GatewayPresenceUpdateData } from "discord-api-types/v10";
import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { randomBytes } from "node:crypto";
import type { Person } from "../protocol.ts";
import type { ApplicationProfile } from "./application-profile.ts";
import type { Channel } from "./channel.ts";
import type { Clock } from "./clock.ts";
import { DiscordError } from "./discord-error.ts";
import type { InteractionRecord } from "./interactions/record.ts";
import type { NoncedMessage } from "./messages/nonced-message.ts";
import type { StoredAttachment } from "./messages/stored-attachment.ts";
import type { StoredMessage } from "./messages/stored-message.ts";
import { Snowflakes } from "./snowflake.ts";
import type { Webhook } from "./webhook.ts";
import { WorldEvents } from "./world-event.ts";

export interface Member {
  readonly userId: string;
  nick: string | null;
  roleIds: string[];
  readonly joinedAt: string;
  /** ISO 8601; a time that has passed stays until somebody clears it, as on Discord. */
  timedOutUntil: string | null;
}

/** An emoji of a guild. */
export type CustomEmoji = APIEmoji & { readonly id: string; readonly name: string };

/** What a guild has set apart from what a new one has. */
export type GuildSettings = Partial<
  Pick<
    APIGuild,
    | "features"
    | "description"
    | "verification_level"
    | "default_message_notifications"
    | "explicit_content_filter"
    | "afk_timeout"
    | "system_channel_id"
    | "system_channel_flags"
    | "rules_channel_id"
    | "public_updates_channel_id"
    | "preferred_locale"
    | "premium_progress_bar_enabled"
  >
>;

export interface Guild {
  readonly id: string;
  name: string;
  readonly ownerId: string;
  readonly settings: GuildSettings;
  /** Why each was banned, by person. */
  readonly bans: Map<string, string | null>;
  readonly roles: Map<string, APIRole>;
  readonly members: Map<string, Member>;
  /** Its own emojis, by id. */
  readonly emojis: Map<string, CustomEmoji>;
  readonly createdAt: string;
}

export interface Application {
  readonly id: string;
  readonly name: string;
  readonly botUserId: string;
  /** Its bot's token; null takes none but what the sandbox takes for its first application. */
  readonly token: string | null;
  /** Global commands and those of guilds (`guild_id` is set), by id. */
  readonly commands: Map<string, APIApplicationCommand>;
  /** Ids stay the same when a command of this type and name comes back. */
  readonly commandIds: Map<string, string>;
  /** What it says of itself; without it nothing. */
  profile?: ApplicationProfile;
  /** Has it an Activity, and with it the flag EMBEDDED? */
  readonly hasActivity?: boolean;
  /** Which of the privileged gateway intents are switched on for it, as a bit field. */
  privilegedIntents: number;
  /** How its bot shows itself while it is online; null when it did not say. */
  presence: GatewayPresenceUpdateData | null;
  /** Is a bot connected to the gateway now? */
  isOnline: boolean;
  /** Is there a session, connected or to be resumed, that gets what happens? */
  hasSession: boolean;
}

/** The times that Discord's rules depend on. */
export interface Rules {
  /** How long a bot has for its first answer. */
  readonly answerWithinMs: number;
  /** How long an interaction's token works. */
  readonly tokenLivesMs: number;
  /** Edits of messages older than an hour, per channel and hour. Discord publishes no number. */
  readonly oldMessageEditsPerHour: number;
  /** Direct messages that a bot opens in a day with people whom it never wrote to. Discord publishes no number. */
  readonly directMessageOpensPerDay: number;
}

/** Everything there is in this Discord: plain maps, changed only by the functions beside this file. */
export class World {
  readonly clock: Clock;
  readonly rules: Rules;
  readonly ids: Snowflakes;
  readonly events = new WorldEvents();
  readonly users = new Map<string, APIUser>();
  readonly people: Person[] = [];
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  /** By thread, then by person. */
  readonly threadMembers = new Map<string, Map<string, APIThreadMember>>();
  /** By thread, how to call off the wait for it to be archived. */
  readonly threadTimers = new Map<string, () => void>();
  /** By channel, then by message, oldest first. */
  readonly messages = new Map<string, Map<string, StoredMessage>>();
  readonly attachments = new Map<string, StoredAttachment>();
  readonly applications = new Map<string, Application>();
  readonly webhooks = new Map<string, Webhook>();
  readonly interactions = new Map<string, InteractionRecord>();
  /** By token. */
  readonly interactionIds = new Map<string, string>();
  /** The last message of each author and nonce, in the order of their sending. */
  readonly nonces = new Map<string, NoncedMessage>();
  /** `person:channel` of the direct messages that are in a person's list though nobody wrote there. */
  readonly openedDirectMessages = new Set<string>();
  /** When bots opened new direct messages in the past day, by bot. */
  readonly directMessageOpens = new Map<string, number[]>();
  /** People who take no direct messages from members of their servers. */
  readonly closedDirectMessages = new Set<string>();
  /** Those of them who do it only because somebody let it go wrong: they take them again once all is well. */
  readonly closedByFault = new Set<string>();
  /** When commands were new in the past day, by application and guild. */
  readonly commandCreates = new Map<string, number[]>();
  /** People who are not there, so that presences show them offline. */
  readonly offline = new Set<string>();
  /** Edits of old messages in the past hour, by channel. */
  readonly oldMessageEdits = new Map<string, number[]>();
  /** What the signatures of attachments' addresses are made with. */
  readonly cdnSecret = randomBytes(32);
  /** Where attachments are fetched from, known once the server listens. */
  origin = "http://127.0.0.1";

  constructor(clock: Clock, rules: Rules) {
    this.clock = clock;
    this.rules = rules;
    this.ids = new Snowflakes(clock);
  }

  /** Empties it, whatever there is. */
  clear(): void {
    for (const callOff of this.threadTimers.values()) callOff();
    for (const part of Object.values(this) as unknown[]) if (part instanceof Map || part instanceof Set) part.clear();
    this.people.length = 0;
  }

  nowIso(): string {
    return new Date(this.clock.now()).toISOString();
  }

  user(id: string): APIUser {
    return this.users.get(id) ?? refuse(Code.UnknownUser);
  }

  guild(id: string): Guild {
    return this.guilds.get(id) ?? refuse(Code.UnknownGuild);
  }

  member(guildId: string, userId: string): Member {
    return this.guild(guildId).members.get(userId) ?? refuse(Code.UnknownMember);
  }

  channel(id: string): Channel {
    return this.channels.get(id) ?? refuse(Code.UnknownChannel);
  }

  application(id: string): Application {
    return this.applications.get(id) ?? refuse(Code.UnknownApplication);
  }

  message(channelId: string, messageId: string): StoredMessage {
    return this.messages.get(channelId)?.get(messageId) ?? refuse(Code.UnknownMessage);
  }

  messagesOf(channelId: string): Map<string, StoredMessage> {
    const known = this.messages.get(channelId);
    if (known) return known;
    const fresh = new Map<string, StoredMessage>();
    this.messages.set(channelId, fresh);
    return fresh;
  }
}

function refuse(code: ConstructorParameters<typeof DiscordError>[0]): never {
  throw new DiscordError(code);
}
