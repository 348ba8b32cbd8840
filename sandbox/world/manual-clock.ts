import type { Clock } from "./clock.ts";

interface Waiting {
  readonly at: number;
  readonly act: () => void;
}

/** A clock that stands still until somebody moves it on: a test of 15 minutes takes none. */
export class ManualClock implements Clock {
  #now: number;
  readonly #waiting = new Set<Waiting>();

  /** Begins at the machine's time, so that ids are as old as what a test makes of them. */
  constructor(now = Date.now()) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, act: () => void): () => void {
    const waiting = { at: this.#now + ms, act };
    this.#waiting.add(waiting);
    return () => this.#waiting.delete(waiting);
  }

  /** Moves on, and does on the way what is due, each thing at its time. */
  advance(ms: number): void {
    // Discord tells seconds with decimals, whose thousandfold need not be whole.
    const until = Math.round(this.#now + ms);
    for (let next = this.#firstUntil(until); next; next = this.#firstUntil(until)) {
      this.#waiting.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.act();
    }
    this.#now = until;
  }

  #firstUntil(until: number): Waiting | undefined {
    return [...this.#waiting].filter(({ at }) => at <= until).toSorted((first, second) => first.at - second.at)[0];
  }
}
