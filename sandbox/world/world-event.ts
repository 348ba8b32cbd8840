import type { APIModalInteractionResponseCallbackData, APIRole, APIThreadChannel } from "discord-api-types/v10";
import type { Channel, GuildChannel, MessageChannel } from "./channel.ts";
import type { InteractionPayload, InteractionRecord } from "./interactions/record.ts";
import type { ReactionEmoji, StoredMessage } from "./messages/stored-message.ts";

/** What happened in the world. The gateway tells bots and the page's sockets tell people, each what they may know. */
export type WorldEvent =
  | { readonly type: "message-created"; readonly message: StoredMessage }
  | { readonly type: "message-updated"; readonly message: StoredMessage }
  | { readonly type: "messages-deleted"; readonly channelId: string; readonly messages: readonly StoredMessage[]; readonly inBulk: boolean }
  | { readonly type: "reaction-added" | "reaction-removed"; readonly message: StoredMessage; readonly userId: string; readonly emoji: ReactionEmoji }
  /** Null takes all emojis. */
  | { readonly type: "reactions-cleared"; readonly message: StoredMessage; readonly emoji: ReactionEmoji | null }
  | { readonly type: "pins-changed"; readonly channel: MessageChannel }
  | { readonly type: "channel-created" | "channel-updated" | "channel-deleted"; readonly channel: GuildChannel }
  | { readonly type: "thread-created"; readonly thread: APIThreadChannel }
  /** Was it archived until now? */
  | { readonly type: "thread-updated"; readonly thread: APIThreadChannel; readonly isReopened: boolean }
  /** With the bots that saw it: once it is gone, nobody can tell. */
  | { readonly type: "thread-deleted"; readonly thread: APIThreadChannel; readonly seenByBots: readonly string[] }
  | { readonly type: "thread-members-changed"; readonly thread: APIThreadChannel; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly type: "direct-message-opened"; readonly channel: Channel; readonly forUserId: string }
  /** Channels with active threads that somebody sees from now on. */
  | { readonly type: "access-gained"; readonly guildId: string; readonly userId: string; readonly channelIds: readonly string[] }
  | { readonly type: "guild-updated"; readonly guildId: string }
  | { readonly type: "role-created" | "role-updated"; readonly guildId: string; readonly role: APIRole }
  | { readonly type: "role-deleted"; readonly guildId: string; readonly roleId: string }
  | { readonly type: "member-joined"; readonly guildId: string; readonly userId: string }
  | { readonly type: "member-updated"; readonly guildId: string; readonly userId: string }
  | { readonly type: "member-left"; readonly guildId: string; readonly userId: string }
  | { readonly type: "ban-added" | "ban-removed"; readonly guildId: string; readonly userId: string }
  | { readonly type: "webhooks-changed"; readonly guildId: string; readonly channelId: string }
  | { readonly type: "user-updated"; readonly userId: string }
  | { readonly type: "typing"; readonly channelId: string; readonly userId: string }
  | { readonly type: "commands-changed"; readonly applicationId: string }
  | { readonly type: "application-presence"; readonly applicationId: string }
  | { readonly type: "direct-messages-switched"; readonly userId: string }
  | { readonly type: "interaction-created"; readonly interaction: InteractionRecord; readonly payload: InteractionPayload }
  | { readonly type: "interaction-changed"; readonly interaction: InteractionRecord }
  | { readonly type: "modal-opened"; readonly interaction: InteractionRecord; readonly modal: APIModalInteractionResponseCallbackData };

/** The events of these types. */
export type EventOf<T extends WorldEvent["type"]> = Extract<WorldEvent, { readonly type: T }>;

export type Listener = (event: WorldEvent) => void;

/** Tells every listener of every event, in the order in which things happened. */
export class WorldEvents {
  readonly #listeners = new Set<Listener>();
  readonly #queue: WorldEvent[] = [];
  #isTelling = false;

  /** Answers with the way to stop listening. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: WorldEvent): void {
    this.#queue.push(event);
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
        for (const listener of this.#listeners) listener(next);
      }
    } finally {
      this.#isTelling = false;
    }
  }
}
