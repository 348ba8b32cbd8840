import { readFileSync } from "node:fs";

/** What a process took of the machine at one moment of the run. */
export interface ProcessSample {
  /** Seconds since watching began. */
  readonly atSeconds: number;
  readonly memoryMb: number;
  /** Since the sample before: 1 is a whole processor. */
  readonly processors: number;
  /** Since the sample before, the share of the time in which its main thread was ready to work and was given no processor. */
  readonly starved: number;
}

/** Linux counts a process's time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Looks at a process every second until it is stopped. Gives nothing where there is no /proc, that is anywhere but on Linux. */
export function watchProcess(pid: number): { stop(): readonly ProcessSample[] } {
  const samples: ProcessSample[] = [];
  const from = performance.now();
  let before = look(pid);
  let beforeAt = from;
  const timer = setInterval(() => {
    const seen = look(pid);
    const at = performance.now();
    if (seen && before) samples.push({ atSeconds: (at - from) / 1_000, memoryMb: seen.memoryMb, processors: ((seen.seconds - before.seconds) * 1_000) / (at - beforeAt), starved: (seen.starvedMs - before.starvedMs) / (at - beforeAt) });
    before = seen;
    beforeAt = at;
  }, 1_000);
  return {
    stop() {
      clearInterval(timer);
      return samples;
    },
  };
}

interface Look {
  readonly memoryMb: number;
  /** On a processor. */
  readonly seconds: number;
  readonly starvedMs: number;
}

/** Sources: proc(5); sched-stats.rst in the kernel's documentation. */
function look(pid: number): Look | null {
  if (process.platform !== "linux") return null;
  try {
    const memoryMb = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024;
    // The name before it may hold blanks, but ends with the last bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    const [, starvedNs] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ");
    return { memoryMb, seconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND, starvedMs: Number(starvedNs) / 1e6 };
  } catch {
    // It has ended.
    return null;
  }
}
