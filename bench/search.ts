import { parseArgs } from "node:util";
import { indexNames, TrigramIndex } from "../src/features/recipes/trigram-index.ts";
import { typoDistance } from "../src/features/recipes/typo-distance.ts";
import { searchText } from "../src/features/recipes/search-text.ts";
import { loadPacks } from "../src/features/recipes/load-packs.ts";
import { syntheticNames } from "./measuring/synthetic-names.ts";
import { seeded } from "./measuring/times.ts";

const NAMES = 50_000;
const LIMIT = 25;
const ROUNDS = 3;

/** One letter wrong, missing, doubled or swapped with its neighbour. */
function withTypo(name: string, random: () => number): string {
  const at = Math.floor(random() * (name.length - 1));
  const letter = String.fromCodePoint(97 + Math.floor(random() * 26));
  const kinds = [
    `${name.slice(0, at)}${letter}${name.slice(at + 1)}`,
    `${name.slice(0, at)}${name.slice(at + 1)}`,
    `${name.slice(0, at)}${letter}${name.slice(at)}`,
    `${name.slice(0, at)}${name.charAt(at + 1)}${name.charAt(at)}${name.slice(at + 2)}`,
  ];
  return kinds[Math.floor(random() * kinds.length)] ?? name;
}

const percentile = (sorted: readonly number[], part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;

/** Each query is timed a few times and the fastest counts, so that what else the machine does is left out. */
function timed(queries: readonly string[], search: (query: string) => unknown): { p50: number; p99: number } {
  const once = (query: string): number => {
    const from = performance.now();
    search(query);
    return performance.now() - from;
  };
  const times = queries.map((query) => Math.min(...Array.from({ length: ROUNDS }, () => once(query))));
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;

/** Search with a typo over 50,000 names: time, recall, and how many times faster than comparing with every name. `--queries 2000`, `--naive 40`: how many of them are compared so. */
export async function run(args: string[] = []): Promise<void> {
  const { values } = parseArgs({ args, options: { queries: { type: "string", default: "2000" }, naive: { type: "string", default: "40" } } });
  const [queryCount, naiveCount] = [Number(values.queries), Number(values.naive)];
  const { packs } = await loadPacks([new URL("../packs/wow-classic", import.meta.url).pathname]);
  const random = seeded(7);
  const names = syntheticNames(packs.flatMap(({ recipes }) => recipes.map(({ name }) => name)), NAMES, random);
  const builtFrom = performance.now();
  const index = new TrigramIndex(indexNames(names));
  const built = performance.now() - builtFrom;

  const wanted = Array.from({ length: queryCount }, () => Math.floor(random() * names.length));
  const queries = wanted.map((position) => withTypo(names[position] ?? "", random));
  for (const query of queries.slice(0, 200)) index.search(query, { limit: LIMIT });
  const found = wanted.filter((position, at) => index.search(queries[at] ?? "", { limit: LIMIT }).includes(position)).length;
  const own = timed(queries, (query) => index.search(query, { limit: LIMIT }));

  const texts = names.map(searchText);
  const naive = timed(queries.slice(0, naiveCount), (query) => {
    const typed = searchText(query);
    return texts
      .map((text, position) => ({ position, distance: typoDistance(typed, text).whole }))
      .toSorted((a, b) => a.distance - b.distance)
      .slice(0, LIMIT);
  });
  process.stdout.write(
    [
      `search: ${names.length.toLocaleString("en")} names, ${queryCount.toLocaleString("en")} queries with one typo each, ${LIMIT} answers, best of ${ROUNDS}`,
      `  own index    p50 ${ms(own.p50)}  p99 ${ms(own.p99)}  built in ${Math.round(built)} ms`,
      `  every name   p50 ${ms(naive.p50)}  p99 ${ms(naive.p99)}  (${naiveCount} queries)`,
      `  faster       p50 ${Math.round(naive.p50 / own.p50)}x  p99 ${Math.round(naive.p99 / own.p99)}x`,
      `  found        ${((100 * found) / queryCount).toFixed(2)}% of the names meant are among the answers`,
      "",
    ].join("\n"),
  );
}
