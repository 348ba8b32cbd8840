import { documented } from "./documented.ts";
import { readExpression } from "./promql.ts";

/** What Prometheus itself adds to everything that it reads. */
const OF_THE_TARGET = ["job", "instance"];

/** Every name in Prometheus with its labels: those of docs/metrics.md, a histogram's parts, and whether a target is up. */
const LABELS = new Map<string, readonly string[]>([["up", OF_THE_TARGET]]);
for (const { name, kind, labels } of documented()) {
  const own = [...labels, ...OF_THE_TARGET];
  if (kind === "histogram") LABELS.set(`${name}_bucket`, [...own, "le"]).set(`${name}_sum`, own).set(`${name}_count`, own);
  else LABELS.set(name, own);
}

/** What an expression asks for that no bot exports, in words. @throws when it is no PromQL */
export function unknownIn(expression: string): readonly string[] {
  const { selectors, groupings } = readExpression(expression);
  const asked = [...selectors.flatMap(({ metric, labels }) => labels.map((label) => ({ metric, label }))), ...groupings.flatMap(({ label, metrics }) => metrics.map((metric) => ({ metric, label })))];
  const metrics = selectors.filter(({ metric }) => !LABELS.has(metric)).map(({ metric }) => `there is no ${metric}`);
  const labels = asked.filter(({ metric, label }) => LABELS.get(metric)?.includes(label) === false).map(({ metric, label }) => `${metric} has no label ${label}`);
  return [...new Set([...metrics, ...labels])];
}

/** The labels that some metric in an expression has. */
export const labelsIn = (expression: string): readonly string[] => readExpression(expression).selectors.flatMap(({ metric }) => LABELS.get(metric) ?? []);
