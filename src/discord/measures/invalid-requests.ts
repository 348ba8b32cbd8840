const WINDOW_MS = 10 * 60_000;
/** Counted by steps of this: each an entry, however many requests were in it. */
const STEP_MS = 1_000;

/**
 * Counts what Discord calls invalid requests: 401, 403, and 429 unless a shared limit was the reason. After 10,000 in
 * ten minutes it bans the address for a while (topics/rate-limits.mdx in its documentation).
 */
export class InvalidRequests {
  readonly #steps: { readonly at: number; count: number }[] = [];
  #total = 0;

  /** Gives how many there were in the past ten minutes, when this is one; null otherwise. `now` by `performance.now()`. */
  note(status: number, scope: string | null, now: number): number | null {
    const isInvalid = status === 401 || status === 403 || (status === 429 && scope !== "shared");
    if (!isInvalid) return null;
    this.#forget(now);
    const last = this.#steps.at(-1);
    if (last && now - last.at < STEP_MS) last.count += 1;
    else this.#steps.push({ at: now, count: 1 });
    this.#total += 1;
    return this.#total;
  }

  /** How many there were in the past ten minutes. */
  inWindow(now: number): number {
    this.#forget(now);
    return this.#total;
  }

  #forget(now: number): void {
    for (let first = this.#steps[0]; first && first.at <= now - WINDOW_MS; first = this.#steps[0]) {
      this.#total -= first.count;
      this.#steps.shift();
    }
  }
}
