import type { Telemetry } from "../../telemetry/telemetry.ts";

/** One interaction of a person, once it is over; times by `performance.now()`. */
export interface Step {
  readonly guildId: string;
  readonly userId: string;
  readonly flow: string;
  readonly surface: string;
  readonly cohort: string;
  readonly from: number;
  /** When the person saw the last of it. */
  readonly to: number;
  readonly calls: number;
  /** Whether a flow begins with it, whatever was before: a command. */
  readonly isOpener: boolean;
  /** Whether what the flow was for is done with it. */
  readonly isEnd: boolean;
}

interface Run {
  readonly last: Step;
  readonly flow: string;
  readonly steps: number;
  readonly waitedMs: number;
  readonly calls: number;
}

interface Visit {
  readonly from: number;
  readonly last: Step;
  /** The flow that is under way; null after one has ended. */
  readonly run: Run | null;
}

/** After so long without a press a visit is over, as a menu is by then. */
export const QUIET_MS = 5 * 60_000;
/** People who visit at once; beyond it the one that was quiet longest counts as gone. */
const VISITORS = 10_000;
/** Leads to another flow, and is a part of that. */
const ENTRANCE = "panel";

/** Makes flows and visits of people's interactions. In memory: what is under way when the process is killed is not measured. */
export class Visits {
  readonly #telemetry: Telemetry;
  /** Who was here last comes last. */
  readonly #visits = new Map<string, Visit>();

  constructor(telemetry: Telemetry) {
    this.#telemetry = telemetry;
  }

  add(step: Step): void {
    this.closeQuiet(step.from);
    const key = `${step.guildId}:${step.userId}`;
    const visit = this.#visits.get(key);
    const before = visit?.run ?? null;
    const isNew = before === null || step.isOpener || (before.flow !== step.flow && before.flow !== ENTRANCE);
    if (isNew && before) this.#tellRun(before, "left");
    const run = isNew ? { last: step, flow: step.flow, steps: 1, waitedMs: step.to - step.from, calls: step.calls } : { last: step, flow: step.flow, steps: before.steps + 1, waitedMs: before.waitedMs + step.to - step.from, calls: before.calls + step.calls };
    if (step.isEnd) this.#tellRun(run, "completed");
    this.#visits.delete(key);
    this.#visits.set(key, { from: visit?.from ?? step.from, last: step, run: step.isEnd ? null : run });
    const [first] = this.#visits;
    if (this.#visits.size > VISITORS && first) this.#close(...first);
  }

  /** Ends visits that have been quiet long enough. */
  closeQuiet(now: number): void {
    for (const [key, visit] of this.#visits) {
      if (now - visit.last.to < QUIET_MS) return;
      this.#close(key, visit);
    }
  }

  /** Ends all of them, as far as they came. */
  closeAll(): void {
    for (const [key, visit] of this.#visits) this.#close(key, visit);
  }

  #close(key: string, { from, last, run }: Visit): void {
    this.#visits.delete(key);
    if (run) this.#tellRun(run, "left");
    this.#telemetry.observe("visit", { surface: last.surface, cohort: last.cohort }, (last.to - from) / 1_000, last.guildId);
  }

  #tellRun({ last, flow, steps, waitedMs, calls }: Run, outcome: "completed" | "left"): void {
    const labels = { flow, surface: last.surface, cohort: last.cohort, outcome };
    this.#telemetry.observe("flowWait", labels, waitedMs / 1_000, last.guildId);
    this.#telemetry.observe("flowSteps", labels, steps, last.guildId);
    this.#telemetry.observe("flowCalls", labels, calls, last.guildId);
  }
}
