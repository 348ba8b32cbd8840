import { type Distribution, distributionOf } from "../measure/distribution.ts";
import { FLOW_NAMES, type FlowName } from "../mix.ts";
import type { RunResult } from "../run.ts";

/** What all flows of one kind come to; times in milliseconds. */
export interface FlowSummary {
  readonly flow: FlowName;
  /** How often people came for it. */
  readonly came: number;
  /** How it ended for them. */
  readonly ends: Readonly<Partial<Record<FlowRecord["end"], number>>>;
  /** Of those that got what they came for, on average; autocomplete is a step. */
  readonly steps: number;
  readonly calls: number;
  /** From a press until Discord had the first answer to it, of every step. */
  readonly acknowledged: Distribution;
  /** All the waiting for the bot in one flow, from when it was due; see {@link counts}. */
  readonly waited: Distribution;
}

export interface Summary {
  readonly flows: readonly FlowSummary[];
  readonly all: Omit<FlowSummary, "flow" | "steps" | "calls">;
  /** Presses that the bot did not answer within Discord's 3 s. */
  readonly missed: number;
  readonly rateLimited: number;
  /** Calls that share Discord's global 50 a second: the most in any second. */
  readonly mostInASecond: number;
  readonly memoryMb: { readonly first: number; readonly most: number } | null;
  readonly processors: { readonly mean: number; readonly most: number } | null;
  /** The bot's processor time for each answer to an interaction, all else that it did meanwhile included: the figure that depends least on what else the machine does. */
  readonly processorMsPerAnswer: number | null;
  /** The share of the time that the bot's main thread was ready and got no processor, at most in any second: above a few hundredths the machine is what was measured. */
  readonly starved: { readonly mean: number; readonly most: number } | null;
}

type FlowRecord = RunResult["flows"][number];

/** Whether a flow's waiting is compared with others': those that stopped halfway for want of work have waited for less. */
export const counts = ({ end }: Pick<FlowRecord, "end">): boolean => end === "done" || end === "missed" || end === "unfinished" || end === "unserved";

/** What a run comes to. */
export function summaryOf(run: RunResult): Summary {
  const { flows, traffic, bot } = run;
  const byFlow = Map.groupBy(flows, ({ flow }) => flow);
  const busy = bot.filter(({ atSeconds }) => atSeconds <= run.tookMs / 1_000 + 1);
  const answers = traffic.routes.filter(({ route }) => isAnswerRoute(route)).reduce((sum, { calls }) => sum + calls, 0);
  const memory = bot.map(({ memoryMb }) => memoryMb);
  const processors = busy.map((sample) => sample.processors);
  const starved = busy.map((sample) => sample.starved);
  return {
    flows: FLOW_NAMES.flatMap((flow) => {
      const same = byFlow.get(flow);
      if (!same) return [];
      const done = same.filter(({ end }) => end === "done");
      return [{ flow, ...summed(same), steps: mean(done.map(({ steps }) => steps.length)), calls: mean(done.map(({ calls }) => calls)) }];
    }),
    all: summed(flows),
    missed: flows.flatMap(({ steps }) => steps).filter(({ state }) => state === "missed").length,
    rateLimited: Object.values(traffic.rateLimited).reduce((sum, count) => sum + count, 0),
    mostInASecond: Math.max(0, ...traffic.seconds.map(({ others }) => others)),
    memoryMb: memory.length === 0 ? null : { first: memory[0] ?? 0, most: Math.max(...memory) },
    processors: processors.length === 0 ? null : { mean: mean(processors), most: Math.max(...processors) },
    processorMsPerAnswer: processors.length === 0 ? null : (processors.reduce((sum, share) => sum + share, 0) * 1_000) / answers,
    starved: starved.length === 0 ? null : { mean: mean(starved), most: Math.max(...starved) },
  };
}

const isAnswerRoute = (route: string): boolean => route.endsWith("/callback");

function summed(flows: readonly FlowRecord[]): Summary["all"] {
  const ends: Partial<Record<FlowRecord["end"], number>> = {};
  for (const { end } of flows) ends[end] = (ends[end] ?? 0) + 1;
  return {
    came: flows.length,
    ends,
    acknowledged: distributionOf(flows.flatMap(({ steps }) => steps.map(({ acknowledgedMs }) => acknowledgedMs))),
    waited: distributionOf(flows.filter(counts).map(({ waitedMs }) => waitedMs)),
  };
}

const mean = (values: readonly number[]): number => (values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length);
