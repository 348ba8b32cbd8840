import type { Db } from "../database/schema.ts";
import type { Translators } from "../kernel/texts.ts";
import type { Transaction, View } from "./contract.ts";

/** Where a message goes. */
export type Destination = { readonly kind: "dm"; readonly userId: string } | { readonly kind: "channel"; readonly channelId: string };

/** A row of the outbox as its topic sees it. */
export interface OutboxMessage {
  /** Also Discord's nonce, and the mark by which a sent message is found again. */
  readonly id: string;
  readonly guildId: string;
  readonly topic: string;
  /** What the message is about, such as a request's id; rows of one topic and key are told in order. */
  readonly key: string;
  readonly payload: Readonly<Record<string, string | number | null>>;
}

/** What is to be sent now. */
export interface Delivery {
  readonly to: Destination;
  /** Some custom id in it must contain the row's id, or else the row is not found again after a crash. */
  readonly view: View;
  /** Set: edit this message instead of sending one. When it is gone, a new one is sent. */
  readonly messageId?: string;
}

/** Why a message will never arrive. */
export type DeliveryFailure = "closed-dm" | "no-access" | "gone" | "rejected" | "too-many-attempts";

/** A kind of message that a room sends through the outbox. */
export interface Topic {
  readonly name: string;
  /** Renders from the state at sending time; null when there is nothing left to tell. */
  compose(context: { readonly db: Db; readonly translators: Translators; readonly now: number }, message: OutboxMessage): Promise<Delivery | null>;
  /** Runs in the transaction that marks the row as delivered. */
  delivered?(tx: Transaction, message: OutboxMessage, sent: { readonly channelId: string; readonly messageId: string }): Promise<void>;
  /** Runs in the transaction that gives the row up. */
  failed?(tx: Transaction, message: OutboxMessage, failure: DeliveryFailure): Promise<void>;
}

/** Puts a message into the outbox, in the transaction of what it tells. */
export interface Outbox {
  add(tx: Transaction, message: NewOutboxMessage): Promise<void>;
}

export interface NewOutboxMessage {
  readonly guildId: string;
  readonly topic: string;
  readonly key: string;
  readonly payload?: Readonly<Record<string, string | number | null>>;
  /** Not before this time; now when left out. */
  readonly dueAt?: number;
  /** A row of this topic and key that has not been sent yet is used instead of a second one. */
  readonly coalesce?: boolean;
}
