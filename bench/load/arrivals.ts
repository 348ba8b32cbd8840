import type { Chance } from "../../test/kill/random.ts";
import { type FlowName, type Mix, pickFlow } from "./mix.ts";

/** Somebody comes for something. */
export interface Arrival {
  /** In milliseconds since the start. */
  readonly dueMs: number;
  readonly flow: FlowName;
}

export interface Arriving {
  /** How many arrive in a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly mix: Mix;
}

/** Who comes when, settled beforehand: at a fixed rate, whatever becomes of those who came before. */
export function arrivalsAtRate({ rate, seconds, mix }: Arriving, chance: Chance): readonly Arrival[] {
  const count = Math.max(1, Math.round(rate * seconds));
  return Array.from({ length: count }, (_, index) => ({ dueMs: (index * 1_000) / rate, flow: pickFlow(mix, chance.next()) }));
}

/** Everybody in the same instant. */
export const arrivalsAtOnce = (people: number, mix: Mix, chance: Chance): readonly Arrival[] =>
  Array.from({ length: people }, () => ({ dueMs: 0, flow: pickFlow(mix, chance.next()) }));
