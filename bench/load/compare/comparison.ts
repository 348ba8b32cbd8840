import type { ProfileName } from "../../../src/features/guild-settings/profiles.ts";
import { seeded } from "../../measuring/times.ts";
import { FLOW_NAMES } from "../mix.ts";
import { counts, summaryOf } from "../report/summary.ts";
import type { RunResult } from "../run.ts";
import { type Interval, mean, quantile, ratioInterval, type Statistic } from "./ratio-interval.ts";

/** One measure, for each profile in its order; the first is what the others are held against. */
export interface Measure {
  readonly name: string;
  readonly unit: "ms" | "";
  readonly values: readonly number[];
  /** A ratio to the first for each of the others; null where it would say nothing. */
  readonly ratios: readonly (Interval | null)[];
}

export interface Comparison {
  readonly profiles: readonly ProfileName[];
  readonly rounds: number;
  readonly measures: readonly Measure[];
  /** Sums over all rounds, for each profile. */
  readonly sums: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** The profiles in the order of one round: each is first, second, … equally often. */
export const orderOf = (profiles: readonly ProfileName[], round: number): readonly ProfileName[] => profiles.map((_, index) => profiles[(index + round) % profiles.length] ?? "recommended");

type FlowRecord = RunResult["flows"][number];

/** Runs of each profile, one a round, by round. */
export function comparisonOf(profiles: readonly ProfileName[], runs: readonly RunResult[]): Comparison {
  const byProfile = profiles.map((profile) => runs.filter(({ options }) => options.profile === profile));
  const random = seeded(1);

  function measure(name: string, unit: Measure["unit"], statistic: Statistic, valuesOf: (run: RunResult) => readonly number[]): Measure {
    const measured = byProfile.map((same) => same.map(valuesOf));
    const [base = [], ...others] = measured;
    const ratios = others.map((other) => {
      const ratio = ratioInterval(base.map((values, round) => ({ base: values, other: other[round] ?? [] })), statistic, random);
      return Number.isFinite(ratio.value) ? ratio : null;
    });
    return { name, unit, values: measured.map((rounds) => statistic(Float64Array.from(rounds.flat()).toSorted())), ratios };
  }

  const flows = FLOW_NAMES.filter((flow) => runs.some((run) => run.flows.some((one) => one.flow === flow)));
  return {
    profiles,
    rounds: Math.max(...byProfile.map(({ length }) => length)),
    measures: [
      measure("first answer, p50", "ms", quantile(0.5), acknowledgments),
      measure("first answer, p95", "ms", quantile(0.95), acknowledgments),
      ...flows.flatMap((flow) => [
        measure(`${flow}: waited in all, p50`, "ms", quantile(0.5), (run) => of(run, flow, counts).map(({ waitedMs }) => waitedMs)),
        measure(`${flow}: waited in all, p95`, "ms", quantile(0.95), (run) => of(run, flow, counts).map(({ waitedMs }) => waitedMs)),
        measure(`${flow}: calls`, "", mean, (run) => of(run, flow, isDone).map(({ calls }) => calls)),
        measure(`${flow}: steps`, "", mean, (run) => of(run, flow, isDone).map(({ steps }) => steps.length)),
      ]),
    ],
    sums: [
      sum("people came", (run) => run.flows.length),
      sum("got what they came for", (run) => run.flows.filter(isDone).length),
      sum("answers that missed 3 s", (run) => summaryOf(run).missed),
      sum("429s", (run) => summaryOf(run).rateLimited),
      sum("REST calls", (run) => run.traffic.routes.reduce((total, { calls }) => total + calls, 0)),
      sum("unsent when all were gone", (run) => run.outbox.behind),
      sum("lost or doubled", (run) => run.check.faults.length),
    ],
  };

  function sum(name: string, count: (run: RunResult) => number): Comparison["sums"][number] {
    return { name, values: byProfile.map((same) => same.reduce((total, run) => total + count(run), 0)) };
  }
}

const isDone = ({ end }: FlowRecord): boolean => end === "done";
const acknowledgments = (run: RunResult): readonly number[] => run.flows.flatMap(({ steps }) => steps.map(({ acknowledgedMs }) => acknowledgedMs));
const of = (run: RunResult, flow: string, fits: (record: FlowRecord) => boolean): readonly FlowRecord[] => run.flows.filter((record) => record.flow === flow && fits(record));
