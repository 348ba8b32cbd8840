import type { Telemetry } from "./telemetry.ts";

/** Times the phases of a start. */
export interface Phases {
  /** Runs a phase and keeps how long it took, also when it fails. @throws what `work` threw */
  during<T>(phase: string, work: () => Promise<T> | T): Promise<T>;
  /** Says all of them, and the time since the beginning as `total`. Gives them in milliseconds. */
  tell(telemetry: Telemetry): Readonly<Record<string, number>>;
}

export function createPhases(): Phases {
  const from = performance.now();
  const took = new Map<string, number>();
  return {
    async during(phase, work) {
      const begin = performance.now();
      try {
        return await work();
      } finally {
        took.set(phase, performance.now() - begin);
      }
    },
    tell(telemetry) {
      const all = { ...Object.fromEntries(took), total: performance.now() - from };
      for (const [phase, ms] of Object.entries(all)) telemetry.set("startupPhase", { phase }, ms / 1_000);
      return Object.fromEntries(Object.entries(all).map(([phase, ms]) => [phase, Math.round(ms)]));
    },
  };
}
