/** What other rooms may ask of a guild's settings. */
import type { DeliveryFailure, Transaction } from "../contract.ts";
import type { GuildSettings } from "./guild-settings.ts";
import type { ChannelKind } from "./layers.ts";

export interface GuildSettingsReads {
  /** What holds for a guild now: its own choice, else the operator's file, else unset. */
  get(guildId: string): Promise<GuildSettings>;
}

/**
 * A person's standing in a guild, for what Discord does not carry in an interaction. Where the guild's members
 * are kept in memory the answer comes from there, else from Discord.
 */
export interface MemberDirectory {
  /**
   * Null when they are not in the guild. As it was some time ago, but not before `notBefore` (milliseconds
   * since 1970), where that is given. @throws when Discord cannot be asked
   */
  find(guildId: string, userId: string, notBefore?: number): Promise<{ readonly roleIds: readonly string[]; readonly permissions: string } | null>;
}

/** What people are called in a guild. */
export interface MemberNames {
  /** Null when they are not in the guild. @throws when Discord cannot be asked */
  name(guildId: string, userId: string): Promise<string | null>;
  /** What is known of it without asking anybody; null where nothing is. */
  knownName(guildId: string, userId: string): string | null;
}

/**
 * Why what is to stand in a channel does not arrive there; null when it does. Fulfilled by the panel's and
 * the board's rooms where they are wired.
 */
export type ChannelFailures = Readonly<Record<ChannelKind, (guildId: string, channelId: string) => Promise<DeliveryFailure | null>>>;

/** What settings ask of the panel's room, fulfilled where the rooms are wired. */
export interface PanelPosting {
  /** Posts the panel in this channel, or refreshes the one that is there. */
  postPanel(tx: Transaction, guildId: string, channelId: string): Promise<void>;
}
