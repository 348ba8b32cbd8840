import { GatewayDispatchEvents as Events, ReactionType } from "discord-api-types/v10";
import { guildIdOf } from "../../world/channel.ts";
import { memberObject } from "../../world/members.ts";
import { isEphemeral, type StoredMessage } from "../../world/messages/stored-message.ts";
import type { World } from "../../world/world.ts";
import type { EventOf } from "../../world/world-event.ts";
import type { Dispatch, Session } from "../session.ts";
import { sees } from "./hears.ts";

/** MESSAGE_REACTION_ADD; in a server it brings the member. */
export function reactionAdded(world: World, session: Session, { message, userId, emoji }: EventOf<"reaction-added" | "reaction-removed">): Dispatch[] {
  if (!hears(world, session, Events.MessageReactionAdd, message)) return [];
  const member = world.guilds.get(message.guildId ?? "")?.members.get(userId);
  const more = { message_author_id: message.api.author.id, ...(member ? { member: memberObject(world, member) } : {}) };
  return [{ t: Events.MessageReactionAdd, d: { user_id: userId, ...placeOf(message), emoji, burst: false, type: ReactionType.Normal, ...more } }];
}

/** MESSAGE_REACTION_REMOVE */
export function reactionRemoved(world: World, session: Session, { message, userId, emoji }: EventOf<"reaction-added" | "reaction-removed">): Dispatch[] {
  if (!hears(world, session, Events.MessageReactionRemove, message)) return [];
  return [{ t: Events.MessageReactionRemove, d: { user_id: userId, ...placeOf(message), emoji, burst: false, type: ReactionType.Normal } }];
}

/** MESSAGE_REACTION_REMOVE_EMOJI, or MESSAGE_REACTION_REMOVE_ALL where all are gone. */
export function reactionsCleared(world: World, session: Session, { message, emoji }: EventOf<"reactions-cleared">): Dispatch[] {
  const t = emoji ? Events.MessageReactionRemoveEmoji : Events.MessageReactionRemoveAll;
  if (!hears(world, session, t, message)) return [];
  return [{ t, d: { ...placeOf(message), ...(emoji ? { emoji } : {}) } }];
}

/** CHANNEL_PINS_UPDATE */
export function pinsChanged(world: World, session: Session, { channel }: EventOf<"pins-changed">): Dispatch[] {
  const guildId = guildIdOf(channel);
  if (!session.hears(Events.ChannelPinsUpdate, guildId) || !sees(world, session, channel.id)) return [];
  return [{ t: Events.ChannelPinsUpdate, d: { channel_id: channel.id, last_pin_timestamp: channel.last_pin_timestamp ?? null, ...(guildId === null ? {} : { guild_id: guildId }) } }];
}

const placeOf = ({ api, guildId }: StoredMessage) => ({ channel_id: api.channel_id, message_id: api.id, ...(guildId === null ? {} : { guild_id: guildId }) });

function hears(world: World, session: Session, event: Events, message: StoredMessage): boolean {
  return !isEphemeral(message) && session.hears(event, message.guildId) && sees(world, session, message.api.channel_id);
}
