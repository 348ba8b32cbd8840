/** What the edge keeps of where people's flows are shown; kept by this room, so that a restart finds it again. */

import type { Transaction } from "../contract.ts";

/** A message that a flow is shown in, and that is swept once nobody needs it. */
export interface FlowMessage {
  readonly guildId: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly userId: string;
  /** While it is a form, nothing else takes its place. */
  readonly isForm: boolean;
  /** From when on it may be swept, in milliseconds since 1970. */
  readonly dueAt: number;
}

/** Where a person's direct messages go. */
export interface DirectChannel {
  /** Null while it was never opened. */
  readonly channelId: string | null;
  /** When the person was last found to take none; null when they do, as far as we know. */
  readonly closedAt: number | null;
}

/** What a channel of a person's own is for: `flow`, removed when idle, or `news`, which stays. */
export type OwnChannelPurpose = "flow" | "news";

/** A private thread, or a private channel, of one person. */
export interface OwnChannel {
  readonly guildId: string;
  readonly userId: string;
  readonly purpose: OwnChannelPurpose;
  readonly channelId: string;
  /** From when on it may be removed, in milliseconds since 1970; null: it stays. */
  readonly idleAt: number | null;
}

/** Why people's own channels cannot be opened in a guild. */
export type SurfaceFailure = "no-panel-channel" | "no-access" | "gone";

export interface ChannelKey {
  readonly guildId: string;
  readonly channelId: string;
}

/** Keeps, in the transaction that gives a message up, that its news reached a person nowhere; they are told at their next command. */
export type KeepUnseen = (tx: Transaction, guildId: string, userId: string, requestNumber: number) => Promise<void>;

/** A person's place in a channel. */
export interface Place extends ChannelKey {
  readonly userId: string;
}

/** What is known of surfaces. */
export interface SurfaceReads {
  directChannel(guildId: string, userId: string): Promise<DirectChannel>;
  ownChannel(guildId: string, userId: string, purpose: OwnChannelPurpose): Promise<OwnChannel | null>;
  /** Null when a channel is nobody's own. */
  ownerOf(channelId: string): Promise<OwnChannel | null>;
  /** Null when a message is not tracked. */
  find(messageId: string): Promise<FlowMessage | null>;
  /** The newest message of a person's flow that something else may take the place of. */
  replaceable(place: Place, now: number): Promise<FlowMessage | null>;
  /** Channels with something due, the one that has waited longest first. */
  dueChannels(now: number, limit: number): Promise<readonly ChannelKey[]>;
  /** What is due in a channel, oldest first, and whether there is anything else in it. */
  dueIn(channel: ChannelKey, now: number): Promise<{ readonly messageIds: readonly string[]; readonly isAllDue: boolean }>;
  isDue(messageId: string, now: number): Promise<boolean>;
  /** When the next thing comes to be due after `now`; null when nothing will. */
  nextDueAt(now: number): Promise<number | null>;
  /** Null when all is well. */
  failureIn(guildId: string): Promise<SurfaceFailure | null>;
  /** Numbers of the requests of which a person was to be told and could not be. */
  unseenNews(guildId: string, userId: string): Promise<readonly number[]>;
}

/** The rows of surfaces, and how they change. */
export interface SurfaceBook extends SurfaceReads {
  rememberDirectChannel(guildId: string, userId: string, channelId: string): Promise<void>;
  /** `closedAt` null: the person takes them again. */
  markClosed(guildId: string, userId: string, closedAt: number | null): Promise<void>;
  keepOwnChannel(channel: OwnChannel): Promise<void>;
  /** Also forgets what is tracked in it. */
  forgetChannel(channel: ChannelKey): Promise<void>;
  /** Begins to track a message, or renews what is known of it; its channel stays as long. */
  track(message: FlowMessage): Promise<void>;
  /** A person acts in a channel: nothing in it is swept before `until`, nor the message that they act on before `renewedUntil`. */
  touch(channelId: string, until: number, pressed?: { readonly messageId: string; readonly renewedUntil: number }): Promise<void>;
  forget(channel: ChannelKey, messageIds: readonly string[]): Promise<void>;
  /** Null: all is well again. */
  recordFailure(guildId: string, failure: SurfaceFailure | null): Promise<void>;
  /** What a person has now been told. */
  seen(guildId: string, userId: string, numbers: readonly number[]): Promise<void>;
}
