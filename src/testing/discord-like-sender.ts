import type { PrivateThread, View } from "../features/contract.ts";
import type { Clock } from "../kernel/clock.ts";
import { DeliveryRefused, type Sender } from "../outbox/sender-port.ts";
import { customIdsOf, textOf } from "./view-text.ts";

/** A message that people see. */
export interface SentMessage {
  readonly id: string;
  readonly channelId: string;
  readonly nonce: string;
  readonly sentAt: number;
  view: View;
}

/** What goes wrong at a call: an error, or silence, before Discord acts or after it. */
export type Fault = "error-before" | "error-after" | "silence-before" | "silence-after";

/** The shortest time that "the past few minutes" of a nonce can be meant to be, with some to spare. */
const NONCE_WINDOW_MS = 150_000;

/** Takes messages as Discord does: one a nonce within some minutes, closed direct messages, and faults when told. */
export class DiscordLikeSender implements Sender {
  readonly messages: SentMessage[] = [];
  /** People who take no direct messages. */
  readonly closed = new Set<string>();
  /** People who can be given a private thread instead. */
  readonly threads = new Set<string>();
  /** Every call, in order: `send dm-7`. */
  readonly calls: string[] = [];
  fault: (call: string) => Fault | Error | null = () => null;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What a channel shows, as text, in order. */
  in(channelId: string): readonly string[] {
    return this.messages.filter((message) => message.channelId === channelId).map((message) => textOf(message.view));
  }

  openDirectMessage(_: string, userId: string): Promise<string> {
    return this.#call(`open dm-${userId}`, () => `dm-${userId}`);
  }

  openInsteadOfDirect(_: string, userId: string): Promise<string> {
    return this.#call(`open thread-${userId}`, () => {
      if (!this.threads.has(userId)) throw new DeliveryRefused("closed-dm");
      return `thread-${userId}`;
    });
  }

  openThread(_: string, { channelId, name }: PrivateThread): Promise<string> {
    return this.#call(`tend ${name}`, () => channelId ?? `thread ${name}`);
  }

  send(channelId: string, view: View, nonce: string): Promise<string> {
    return this.#call(`send ${channelId}`, () => {
      if (this.closed.has(channelId.replace(/^dm-/, ""))) throw new DeliveryRefused("closed-dm");
      const since = this.#clock.now() - NONCE_WINDOW_MS;
      const first = this.messages.find((message) => message.channelId === channelId && message.nonce === nonce && message.sentAt > since);
      if (first) return first.id;
      const id = `message-${this.messages.length + 1}`;
      this.messages.push({ id, channelId, view, nonce, sentAt: this.#clock.now() });
      return id;
    });
  }

  edit(channelId: string, messageId: string, view: View): Promise<"edited" | "gone"> {
    return this.#call(`edit ${messageId}`, () => {
      const message = this.messages.find(({ id, channelId: at }) => id === messageId && at === channelId);
      if (!message) return "gone";
      message.view = view;
      return "edited";
    });
  }

  findByMark(channelId: string, mark: string, notBefore: number): Promise<string | null> {
    return this.#call(`find ${channelId}`, () => {
      const found = this.messages.find((message) => message.channelId === channelId && message.sentAt >= notBefore && customIdsOf(message.view).some((id) => id.includes(mark)));
      return found?.id ?? null;
    });
  }

  async #call<T>(name: string, act: () => T): Promise<T> {
    this.calls.push(name);
    const fault = this.fault(name);
    if (fault instanceof Error) throw fault;
    if (fault === "error-before") throw new Error("the connection was lost before the message left");
    if (fault === "silence-before") return new Promise<T>(() => undefined);
    const outcome = act();
    if (fault === "error-after") throw new Error("the connection was lost before the answer came");
    if (fault === "silence-after") return new Promise<T>(() => undefined);
    return outcome;
  }
}
