/** Times in milliseconds and what they come to. */
export class Times {
  readonly #times: number[] = [];
  #cpuUs = 0;

  /** Runs and times `work`; a work that fails is not counted, and ends the benchmark. */
  async time<T>(work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    const given = await work();
    this.#times.push(performance.now() - from);
    return given;
  }

  /** Adds up the processor's time that this thread spends during `work`, in which works are timed. */
  async during(work: () => Promise<void>): Promise<void> {
    const from = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(from);
    this.#cpuUs += user + system;
  }

  get count(): number {
    return this.#times.length;
  }

  /** The nearest rank in milliseconds: the smallest time that at least this part of them (0 to 1) does not exceed. */
  at(part: number): number {
    return rank(this.#times.toSorted((a, b) => a - b), part);
  }

  /** `p50 0.12  p95 0.20  p99 0.31  max 1.02 ms`. The nearest rank: the smallest time that at least that part does not exceed. */
  summary(): string {
    return figures(this.#times);
  }

  /** `0.31 ms of processor each`: what one takes of a thread, whatever else the machine does. Only of works timed `during`. */
  cpuEach(): string {
    return `${(this.#cpuUs / 1_000 / this.count).toFixed(2)} ms of processor each`;
  }
}

function figures(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string => rank(sorted, part).toFixed(2).padStart(7);
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  max ${at(1)} ms`;
}

const rank = (sorted: readonly number[], part: number): number => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;

/** Runs `count` works, at most `callers` of them at a time. */
export async function withCallers(callers: number, count: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const call = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: callers }, call));
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
