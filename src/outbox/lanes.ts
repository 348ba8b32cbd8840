import type { OutboxMessage, Topic } from "../features/contract.ts";
import type { Choice } from "./claim.ts";

/** So many of one topic at once are no burden: one that waits for Discord costs nothing but its lane. */
const LANES = 8;
/** What one guild may take of a topic's lanes, where the topic does not say less. */
const SHARE = 4;

interface OnItsWay {
  readonly message: OutboxMessage;
  readonly arrival: Promise<void>;
}

/** The messages that this process is bringing to Discord, and which ones it has room for besides. */
export class Lanes {
  readonly #topics: readonly Topic[];
  readonly #lanes: number;
  readonly #onTheirWay = new Map<string, OnItsWay>();

  constructor(topics: readonly Topic[], lanes = LANES) {
    this.#topics = topics;
    this.#lanes = lanes;
  }

  get size(): number {
    return this.#onTheirWay.size;
  }

  enter(message: OutboxMessage, arrival: Promise<void>): void {
    this.#onTheirWay.set(message.id, { message, arrival });
  }

  leave({ id }: OutboxMessage): void {
    this.#onTheirWay.delete(id);
  }

  choice(): Choice {
    const choices = this.#topics.map((topic) => this.#choiceOf(topic));
    return {
      topics: choices.filter(({ isFull }) => !isFull).map(({ topic }) => topic),
      busy: choices.flatMap(({ isFull, topic, busy }) => (isFull ? [] : busy.map((guildId) => ({ topic, guildId })))),
      except: [...this.#onTheirWay.keys()],
    };
  }

  #choiceOf({ name, atOncePerGuild = SHARE }: Topic): { readonly topic: string; readonly isFull: boolean; readonly busy: readonly string[] } {
    const guilds = [...this.#onTheirWay.values()].flatMap(({ message }) => (message.topic === name ? [message.guildId] : []));
    const busy = [...Map.groupBy(guilds, (guildId) => guildId)].filter(([, ofGuild]) => ofGuild.length >= atOncePerGuild);
    return { topic: name, isFull: guilds.length >= this.#lanes, busy: busy.map(([guildId]) => guildId) };
  }

  /** Resolves when one more has been settled. */
  async next(): Promise<void> {
    await Promise.race(this.#arrivals());
  }

  /** Resolves when all that are on their way now have been settled. */
  async empty(): Promise<void> {
    await Promise.all(this.#arrivals());
  }

  #arrivals(): Promise<void>[] {
    return [...this.#onTheirWay.values()].map(({ arrival }) => arrival);
  }
}
