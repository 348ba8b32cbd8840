import { monitorEventLoopDelay } from "node:perf_hooks";

/** How long an event loop kept others waiting, in milliseconds. */
export interface LoopDelay {
  /** How late the loop's own timer of a millisecond came, each time that it came. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** How long one waits who comes at any moment, so that a long stop counts for everybody whom it holds up: 99 of 100 wait less. */
  readonly waitP99: number;
  /** The most that this thread worked without letting others in, in the processor's time: whatever else the machine does. */
  readonly busyMax: number;
}

const NS_PER_MS = 1e6;
const US_PER_MS = 1e3;
const ms = (ns: number): number => ns / NS_PER_MS;

/** Measures this thread's event loop while `work` runs. */
export async function duringLoop<T>(work: () => Promise<T>): Promise<{ readonly given: T; readonly delay: LoopDelay }> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  const gaps: number[] = [];
  let last = performance.now();
  let cpu = process.threadCpuUsage();
  let busyMax = 0;
  const tick = (): void => {
    const now = performance.now();
    const { user, system } = process.threadCpuUsage(cpu);
    gaps.push(now - last);
    busyMax = Math.max(busyMax, (user + system) / US_PER_MS);
    last = now;
    cpu = process.threadCpuUsage();
  };
  histogram.enable();
  const ticking = setInterval(tick, 1);
  const given = await work();
  // What blocks at the very end is seen after it; timers that are all due come in any order.
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done, 5));
  clearInterval(ticking);
  histogram.disable();
  return { given, delay: { p50: ms(histogram.percentile(50)), p99: ms(histogram.percentile(99)), max: ms(histogram.max), waitP99: waitOf(gaps, 0.99), busyMax } };
}

/** What the given part of those who come at any moment of the gaps wait at most: who comes at its beginning the whole of it, who comes at its end nothing. */
function waitOf(gaps: readonly number[], part: number): number {
  const sorted = gaps.toSorted((a, b) => b - a);
  const room = (1 - part) * gaps.reduce((sum, gap) => sum + gap, 0);
  // The wait w for which those who wait longer, the sum of max(0, gap - w), are that part of the time.
  let sum = 0;
  for (const [at, gap] of sorted.entries()) {
    sum += gap;
    const wait = (sum - room) / (at + 1);
    if (wait >= (sorted[at + 1] ?? 0)) return Math.max(0, wait);
  }
  return 0;
}
