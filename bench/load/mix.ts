import { OperatorError } from "../../src/kernel/operator-error.ts";

/** What people come for; see people/scripts. */
export const FLOW_NAMES = ["request", "status", "manage", "characters", "bulk", "clean-up"] as const;
export type FlowName = (typeof FLOW_NAMES)[number];

/** How often each is chosen against the others; what is not named never is. */
export type Mix = Readonly<Partial<Record<FlowName, number>>>;

/** Only who has a profession's role can do these. */
const FOR_CRAFTERS: ReadonlySet<FlowName> = new Set(["manage", "bulk"]);
export const isForCrafters = (flow: FlowName): boolean => FOR_CRAFTERS.has(flow);

export const DEFAULT_MIX: Mix = { request: 4, status: 3, manage: 3, characters: 1, bulk: 0.5, "clean-up": 1 };

/** Of all flows, those of crafters; never less than a fifth, so that somebody sees to what is asked for. */
export function crafterShare(mix: Mix): number {
  const all = sum(FLOW_NAMES, mix);
  return Math.max(0.2, sum(FLOW_NAMES.filter(isForCrafters), mix) / all);
}

const sum = (names: readonly FlowName[], mix: Mix): number => names.reduce((total, name) => total + (mix[name] ?? 0), 0);

/** Reads `request=4,status=3`. @throws OperatorError that says what may stand there */
export function parseMix(text: string): Mix {
  const mix: Partial<Record<FlowName, number>> = {};
  for (const part of text.split(",")) {
    const [name = "", weight = "1", ...more] = part.trim().split("=");
    const flow = FLOW_NAMES.find((known) => known === name);
    const number = Number(weight);
    if (!flow || more.length > 0 || !(number >= 0) || weight === "") throw new OperatorError(`"${part.trim()}" is no part of a mix; give flow=weight, where flow is one of ${FLOW_NAMES.join(", ")}`);
    mix[flow] = number;
  }
  if (sum(FLOW_NAMES, mix) <= 0) throw new OperatorError("a mix needs a flow whose weight is more than 0");
  return mix;
}

/** As {@link parseMix} reads it. */
export const mixText = (mix: Mix): string =>
  FLOW_NAMES.flatMap((name) => ((mix[name] ?? 0) > 0 ? [`${name}=${mix[name]}`] : [])).join(",");

/** Chooses by weight; `random` from 0 to 1. */
export function pickFlow(mix: Mix, random: number): FlowName {
  let left = random * sum(FLOW_NAMES, mix);
  for (const name of FLOW_NAMES) {
    left -= mix[name] ?? 0;
    if (left < 0) return name;
  }
  return FLOW_NAMES.findLast((name) => (mix[name] ?? 0) > 0) ?? "status";
}
