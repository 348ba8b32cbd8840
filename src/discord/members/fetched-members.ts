import { DiscordAPIError, type REST } from "discord.js";
import { type APIGuildMember, RESTJSONErrorCodes, Routes } from "discord-api-types/v10";
import type { Clock } from "../../kernel/clock.ts";
import type { Log } from "../../telemetry/log.ts";
import { type KnownMember, knownMember } from "./known-member.ts";

const FRESH_MS = 60_000;
const REMEMBERED = 5_000;

/** An answer of Discord's, or the wait for it; it is from `at` or later. */
interface Answer {
  readonly member: Promise<KnownMember | null>;
  readonly at: number;
}

/** Asks Discord for one member at a time. Who asks for somebody who is being asked for waits for the same answer. */
export class FetchedMembers {
  readonly #rest: REST;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #answers = new Map<string, Answer>();
  readonly #pending = new Map<string, Answer>();

  constructor(rest: REST, clock: Clock, log: Log) {
    this.#rest = rest;
    this.#clock = clock;
    this.#log = log;
  }

  /** An answer that was remembered for at most a minute. */
  remembered(guildId: string, userId: string, notBefore: number): Promise<KnownMember | null> | null {
    const answer = this.#answers.get(keyOf(guildId, userId));
    return answer && this.#clock.now() - answer.at < FRESH_MS && answer.at >= notBefore ? answer.member : null;
  }

  /** Null when they are not in the guild. `isKept`: the answer is remembered. @throws when Discord cannot be asked */
  async fetch(guildId: string, userId: string, notBefore: number, isKept: boolean): Promise<KnownMember | null> {
    const key = keyOf(guildId, userId);
    const pending = this.#pending.get(key);
    const answer = pending && pending.at >= notBefore ? pending : { member: this.#ask(guildId, userId), at: this.#clock.now() };
    this.#pending.set(key, answer);
    try {
      const member = await answer.member;
      if (isKept && this.#pending.get(key) === answer) this.#remember(key, answer);
      return member;
    } finally {
      if (this.#pending.get(key) === answer) this.#pending.delete(key);
    }
  }

  /** Somebody as they are now, from elsewhere. */
  remember(guildId: string, userId: string, member: KnownMember): void {
    this.forget(guildId, userId);
    this.#remember(keyOf(guildId, userId), { member: Promise.resolve(member), at: this.#clock.now() });
  }

  /** What is known of somebody, or on its way, may be out of date. */
  forget(guildId: string, userId: string): void {
    this.#answers.delete(keyOf(guildId, userId));
    this.#pending.delete(keyOf(guildId, userId));
  }

  #remember(key: string, answer: Answer): void {
    if (this.#answers.size >= REMEMBERED) this.#answers.clear();
    this.#answers.set(key, answer);
  }

  async #ask(guildId: string, userId: string): Promise<KnownMember | null> {
    try {
      return knownMember((await this.#rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember);
    } catch (cause) {
      if (cause instanceof DiscordAPIError && (cause.code === RESTJSONErrorCodes.UnknownMember || cause.code === RESTJSONErrorCodes.UnknownUser)) return null;
      this.#log.warn({ err: cause, guild: guildId }, "a member could not be looked up");
      throw cause;
    }
  }
}

const keyOf = (guildId: string, userId: string): string => `${guildId}:${userId}`;
