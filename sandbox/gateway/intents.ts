import { GatewayDispatchEvents as Events, GatewayIntentBits as Intent } from "discord-api-types/v10";

/** Every intent there is. */
export const ALL_INTENTS = Object.values(Intent).reduce<number>((all, bit) => (typeof bit === "number" ? all | bit : all), 0);

/** One intent for what happens in guilds, another for the same in direct messages. */
type Needed = Intent | { readonly inGuild: Intent; readonly inDirectMessages: Intent };

const MESSAGES: Needed = { inGuild: Intent.GuildMessages, inDirectMessages: Intent.DirectMessages };
const REACTIONS: Needed = { inGuild: Intent.GuildMessageReactions, inDirectMessages: Intent.DirectMessageReactions };
const POLLS: Needed = { inGuild: Intent.GuildMessagePolls, inDirectMessages: Intent.DirectMessagePolls };

/**
 * The intent that each event needs; what is not here needs none. Source: events/gateway.mdx:306.
 * Two are told more than this: a bot hears of its own GUILD_MEMBER_UPDATE without GUILD_MEMBERS (:437), and
 * THREAD_MEMBERS_UPDATE of others only with it (:441).
 */
export const INTENT_OF_EVENT: Readonly<Partial<Record<Events, Needed>>> = {
  [Events.GuildCreate]: Intent.Guilds,
  [Events.GuildUpdate]: Intent.Guilds,
  [Events.GuildDelete]: Intent.Guilds,
  [Events.GuildRoleCreate]: Intent.Guilds,
  [Events.GuildRoleUpdate]: Intent.Guilds,
  [Events.GuildRoleDelete]: Intent.Guilds,
  [Events.ChannelCreate]: Intent.Guilds,
  [Events.ChannelUpdate]: Intent.Guilds,
  [Events.ChannelDelete]: Intent.Guilds,
  [Events.ChannelPinsUpdate]: { inGuild: Intent.Guilds, inDirectMessages: Intent.DirectMessages },
  [Events.ThreadCreate]: Intent.Guilds,
  [Events.ThreadUpdate]: Intent.Guilds,
  [Events.ThreadDelete]: Intent.Guilds,
  [Events.ThreadListSync]: Intent.Guilds,
  [Events.ThreadMemberUpdate]: Intent.Guilds,
  [Events.ThreadMembersUpdate]: Intent.Guilds,
  [Events.GuildMemberAdd]: Intent.GuildMembers,
  [Events.GuildMemberUpdate]: Intent.GuildMembers,
  [Events.GuildMemberRemove]: Intent.GuildMembers,
  [Events.GuildAuditLogEntryCreate]: Intent.GuildModeration,
  [Events.GuildBanAdd]: Intent.GuildModeration,
  [Events.GuildBanRemove]: Intent.GuildModeration,
  [Events.GuildEmojisUpdate]: Intent.GuildExpressions,
  [Events.GuildStickersUpdate]: Intent.GuildExpressions,
  [Events.GuildIntegrationsUpdate]: Intent.GuildIntegrations,
  [Events.IntegrationCreate]: Intent.GuildIntegrations,
  [Events.IntegrationUpdate]: Intent.GuildIntegrations,
  [Events.IntegrationDelete]: Intent.GuildIntegrations,
  [Events.WebhooksUpdate]: Intent.GuildWebhooks,
  [Events.InviteCreate]: Intent.GuildInvites,
  [Events.InviteDelete]: Intent.GuildInvites,
  [Events.VoiceStateUpdate]: Intent.GuildVoiceStates,
  [Events.PresenceUpdate]: Intent.GuildPresences,
  [Events.MessageCreate]: MESSAGES,
  [Events.MessageUpdate]: MESSAGES,
  [Events.MessageDelete]: MESSAGES,
  [Events.MessageDeleteBulk]: Intent.GuildMessages,
  [Events.MessageReactionAdd]: REACTIONS,
  [Events.MessageReactionRemove]: REACTIONS,
  [Events.MessageReactionRemoveAll]: REACTIONS,
  [Events.MessageReactionRemoveEmoji]: REACTIONS,
  [Events.TypingStart]: { inGuild: Intent.GuildMessageTyping, inDirectMessages: Intent.DirectMessageTyping },
  [Events.GuildScheduledEventCreate]: Intent.GuildScheduledEvents,
  [Events.GuildScheduledEventUpdate]: Intent.GuildScheduledEvents,
  [Events.GuildScheduledEventDelete]: Intent.GuildScheduledEvents,
  [Events.GuildScheduledEventUserAdd]: Intent.GuildScheduledEvents,
  [Events.GuildScheduledEventUserRemove]: Intent.GuildScheduledEvents,
  [Events.AutoModerationRuleCreate]: Intent.AutoModerationConfiguration,
  [Events.AutoModerationRuleUpdate]: Intent.AutoModerationConfiguration,
  [Events.AutoModerationRuleDelete]: Intent.AutoModerationConfiguration,
  [Events.AutoModerationActionExecution]: Intent.AutoModerationExecution,
  [Events.MessagePollVoteAdd]: POLLS,
  [Events.MessagePollVoteRemove]: POLLS,
};

/** The intent that an event needs where it happened, null for none. `guildId` is null in direct messages. */
export function intentFor(event: Events, guildId: string | null): Intent | null {
  const needed = INTENT_OF_EVENT[event];
  if (needed === undefined) return null;
  if (typeof needed === "object") return guildId === null ? needed.inDirectMessages : needed.inGuild;
  return needed;
}
