import { table } from "../../measuring/table.ts";
import type { Comparison, Measure } from "../compare/comparison.ts";
import type { Interval } from "../compare/ratio-interval.ts";

/** A comparison as a terminal shows it. */
export function comparisonText({ profiles, rounds, measures, sums }: Comparison): string {
  const [first = "", ...others] = profiles;
  const head = ["", ...profiles, ...others.map((name) => `${name} / ${first} (95%)`)];
  const rows = measures.map((measure) => [measure.name, ...measure.values.map((value) => valueText(measure, value)), ...measure.ratios.map(ratioText)]);
  return [
    `${rounds} rounds of each, in turns, the same people coming at the same times; ratios with 95% bootstrap intervals`,
    table(head, rows),
    table(["in all rounds", ...profiles], sums.map(({ name, values }) => [name, ...values])),
  ].join("\n\n");
}

export const valueText = ({ unit }: Pick<Measure, "unit">, value: number): string => (Number.isNaN(value) ? "" : unit === "ms" ? `${Math.round(value)} ms` : value.toFixed(2));

/** `0.42x (0.40-0.45)`. */
export const ratioText = (ratio: Interval | null): string => (ratio === null ? "" : `${ratio.value.toFixed(2)}x (${ratio.low.toFixed(2)}-${ratio.high.toFixed(2)})`);
