/**
 * What is on its way into a channel and not yet in the rows. Whoever presses it at once, before its row is
 * written, waits for that. Nothing is lost with it: after a restart, nothing is on its way.
 */
export class UnderWay {
  readonly #works = new Map<string, Set<Promise<unknown>>>();

  async during<T>(channelId: string, work: () => Promise<T>): Promise<T> {
    const works = this.#works.get(channelId) ?? new Set();
    this.#works.set(channelId, works);
    const outcome = work();
    works.add(outcome);
    try {
      return await outcome;
    } finally {
      works.delete(outcome);
      if (works.size === 0) this.#works.delete(channelId);
    }
  }

  async settled(channelId: string): Promise<void> {
    const works = this.#works.get(channelId);
    if (works) await Promise.allSettled(works);
  }
}
