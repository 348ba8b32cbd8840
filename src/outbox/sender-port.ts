import type { DeliveryFailure, PrivateThread, View } from "../features/contract.ts";

/** Why Discord will not take a message, however often it is tried. */
export type RefusalReason = Exclude<DeliveryFailure, "too-many-attempts">;

/** Trying again is of no use. Any other error is taken as passing. */
export class DeliveryRefused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, options?: { cause?: unknown }) {
    super(`the message was refused: ${reason}`, options);
    this.name = "DeliveryRefused";
    this.reason = reason;
  }
}

/** Passing, and Discord said how long to wait. */
export class TryLater extends Error {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number, options?: { cause?: unknown }) {
    super(`to be tried again in ${retryAfterMs} ms`, options);
    this.name = "TryLater";
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Sends messages to Discord, none of which pings anybody. Each may throw {@link DeliveryRefused} or
 * {@link TryLater}; whatever else it throws is tried again with growing pauses.
 */
export interface Sender {
  /** Gives the channel of the person's direct messages; asking again gives the same one. Whether they take any may differ from guild to guild. */
  openDirectMessage(guildId: string, userId: string): Promise<string>;
  /**
   * Gives the channel in which who takes no direct messages is told instead, and remembers that they take none.
   * It refuses with `closed-dm` where there is no such channel.
   */
  openInsteadOfDirect(guildId: string, userId: string): Promise<string>;
  /** Gives the thread's id once it is as it shall be. Doing it twice is as doing it once. */
  openThread(guildId: string, thread: PrivateThread): Promise<string>;
  /**
   * Gives the message's id. `nonce` goes with `enforce_nonce`, so that sending again within the past few
   * minutes gives the first message (resources/message.mdx in Discord's documentation).
   */
  send(channelId: string, view: View, nonce: string): Promise<string>;
  /** Doing it twice is as doing it once. */
  edit(channelId: string, messageId: string, view: View): Promise<"edited" | "gone">;
  /**
   * Looks among our own messages in the channel, sent at `notBefore` or later, for one whose custom ids
   * contain `mark`. Gives its id, or null when there is surely none. @throws when the channel cannot be read
   */
  findByMark(channelId: string, mark: string, notBefore: number): Promise<string | null>;
}
