/** One line of Prometheus's text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(?<labels>.*)\})? (?<value>\S+)/;
const LABEL = /(?<key>[a-zA-Z_]\w*)="(?<value>(?:[^"\\]|\\.)*)"/g;

/** Reads what a bot's /metrics gives. Source: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const readSamples = (text: string): readonly Sample[] =>
  text.split("\n").flatMap((line) => {
    const groups = LINE.exec(line)?.groups;
    if (!groups?.["name"]) return [];
    const labels = [...(groups["labels"] ?? "").matchAll(LABEL)].map((found) => [found.groups?.["key"] ?? "", unescaped(found.groups?.["value"] ?? "")] as const);
    return [{ name: groups["name"], labels: Object.fromEntries(labels), value: numberIn(groups["value"] ?? "") }];
  });

const unescaped = (text: string): string => text.replaceAll(/\\(.)/g, (_, sign: string) => (sign === "n" ? "\n" : sign));
const numberIn = (text: string): number => (text === "+Inf" ? Infinity : text === "-Inf" ? -Infinity : Number(text));

/** What a distribution comes to, in its own unit. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** How much more each sample is than before; those that are new count from 0. */
export function grownSince(before: readonly Sample[], after: readonly Sample[]): readonly Sample[] {
  const earlier = new Map(before.map((sample) => [keyOf(sample), sample.value]));
  return after.map((sample) => ({ ...sample, value: sample.value - (earlier.get(keyOf(sample)) ?? 0) }));
}

const keyOf = ({ name, labels }: Sample): string => JSON.stringify([name, Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

/** A counter's sums, by the values of one of its labels. */
export function countsBy(samples: readonly Sample[], name: string, label: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { labels, value } of samples.filter((sample) => sample.name === name)) counts[labels[label] ?? ""] = (counts[labels[label] ?? ""] ?? 0) + value;
  return counts;
}

/** A histogram's spread by the values of one of its labels; without one, all of it under an empty name. Those without a value are left out. */
export function spreadsBy(samples: readonly Sample[], name: string, label: string | null): Readonly<Record<string, Spread>> {
  const of = (part: string) => Map.groupBy(samples.filter((sample) => sample.name === `${name}_${part}`), ({ labels }) => (label === null ? "" : (labels[label] ?? "")));
  const [buckets, sums] = [of("bucket"), of("sum")];
  return Object.fromEntries(
    [...buckets].flatMap(([value, lines]) => {
      const counts = new Map<number, number>();
      for (const line of lines) counts.set(numberIn(line.labels["le"] ?? ""), (counts.get(numberIn(line.labels["le"] ?? "")) ?? 0) + line.value);
      const sum = (sums.get(value) ?? []).reduce((total, line) => total + line.value, 0);
      const spread = spreadOf([...counts].toSorted(([a], [b]) => a - b), sum);
      return spread.count > 0 ? [[value, spread] as const] : [];
    }),
  );
}

function spreadOf(buckets: readonly (readonly [number, number])[], sum: number): Spread {
  const count = buckets.at(-1)?.[1] ?? 0;
  const at = (part: number): number => quantileOf(buckets, part * count);
  return { count, mean: sum / count, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Evenly within a bucket, as Prometheus's histogram_quantile has it: what lies beyond the last bound counts as the bound. */
function quantileOf(buckets: readonly (readonly [number, number])[], rank: number): number {
  let [lowest, below] = [0, 0];
  for (const [bound, cumulative] of buckets) {
    if (cumulative >= rank) return bound === Infinity || cumulative === below ? lowest : lowest + ((bound - lowest) * (rank - below)) / (cumulative - below);
    [lowest, below] = [bound, cumulative];
  }
  return lowest;
}
