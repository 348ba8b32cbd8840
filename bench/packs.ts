import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Piscina } from "piscina";
import { type LoadedPacks, loadPacks } from "../src/features/recipes/load-packs.ts";
import { RecipeBook } from "../src/features/recipes/recipe-book.ts";
import { openRecipePacks } from "../src/features/recipes/recipe-packs.ts";
import { duringLoop, type LoopDelay } from "./measuring/loop-delay.ts";
import { table } from "./measuring/table.ts";
import { writeLargePack } from "./pack-parts/large-pack.ts";

const QUERY = "crusader";
const IDLE_MS = 2_000;

interface Way {
  readonly name: string;
  /** Reads the pack again, until it can be searched. */
  reload(): Promise<RecipeBook>;
  close(): Promise<void>;
}

const quiet = (): void => undefined;
const onlyErrors = { debug: quiet, info: quiet, warn: quiet, error: (_: object, sentence: string) => process.stderr.write(`${sentence}\n`) };
const nothing = (): Promise<void> => Promise.resolve();

/** What the machine does to a bot that does nothing. */
const idle = (book: RecipeBook): Way => ({ name: "nothing is read", reload: () => setTimeout(IDLE_MS, book), close: nothing });

/** As the bot did it before it had a worker. */
const inPlace = (folder: string): Way => ({ name: "main thread", reload: async () => new RecipeBook((await loadPacks([folder])).packs), close: nothing });

/** Read in a worker, which sends the recipes as objects; the book is made here. */
function asObjects(folder: string): Way {
  const pool = new Piscina({ filename: fileURLToPath(new URL("../src/features/recipes/load-packs.ts", import.meta.url)), minThreads: 1, maxThreads: 1 });
  return { name: "worker, objects", reload: async () => new RecipeBook(((await pool.run([folder], { name: "loadPacks" })) as LoadedPacks).packs), close: () => pool.destroy() };
}

/** As the bot does it. */
async function inShared(folder: string): Promise<Way> {
  const packs = await openRecipePacks({ directories: [folder], log: onlyErrors });
  return {
    name: "worker, shared memory",
    async reload() {
      await packs.reload();
      return packs.bookOf(null);
    },
    close: () => packs.close(),
  };
}

interface Measured extends LoopDelay {
  readonly searchableMs: number;
  /** The processor's time of all threads. */
  readonly processorMs: number;
}

async function measure(way: Way): Promise<Measured> {
  const before = process.cpuUsage();
  const { given, delay } = await duringLoop(async () => {
    const from = performance.now();
    const book = await way.reload();
    if (book.search(QUERY, { limit: 25 }).length === 0) throw new Error(`${way.name}: nothing is found`);
    return performance.now() - from;
  });
  const { user, system } = process.cpuUsage(before);
  return { ...delay, searchableMs: given, processorMs: (user + system) / 1_000 };
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** The middle one of several runs. */
const middle = (runs: readonly Measured[], of: (run: Measured) => number): number => runs.map(of).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN;

/** A large pack is read again while the bot runs (`--recipes 50000`): how long the event loop keeps others waiting, and when the pack can be searched. The ways take turns for `--rounds 5`. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { recipes: { type: "string", default: "50000" }, rounds: { type: "string", default: "5" } } });
  const folder = await writeLargePack(Number(values.recipes));
  const shared = await inShared(folder);
  const first = inPlace(folder);
  const ways = [first, asObjects(folder), shared, idle(await shared.reload())];
  const runs = new Map<Way, Measured[]>(ways.map((way) => [way, []]));
  try {
    // The first time, much is compiled.
    for (const way of ways) await way.reload();
    for (let round = 0; round < Number(values.rounds); round++) for (const way of ways) runs.get(way)?.push(await measure(way));
  } finally {
    for (const way of ways) await way.close();
    rmSync(folder, { recursive: true });
  }
  const of = (way: Way, figure: (run: Measured) => number): number => middle(runs.get(way) ?? [], figure);
  const rows = ways.map((way) => [way.name, ...FIGURES.map(({ figure }) => ms(of(way, figure)))]);
  const ratios = ways.slice(0, -1).map((way) => [way.name, ...FIGURES.map(({ figure }) => `${(of(first, figure) / of(way, figure)).toFixed(1)}x`)]);
  const head = ["way", ...FIGURES.map(({ name }) => name)];
  process.stdout.write(
    [
      `packs: ${Number(values.recipes).toLocaleString("en")} recipes read again, ${values.rounds} rounds in turns, middle of the rounds`,
      table(head, rows),
      "less than on the main thread",
      table(head, ratios),
      "delay: how late a timer of 1 ms comes; wait: of one who comes at any moment; busy: the main thread's longest work in one go, in the processor's time; processor: of all threads",
      "",
    ].join("\n"),
  );
}

const FIGURES: readonly { readonly name: string; readonly figure: (run: Measured) => number }[] = [
  { name: "delay p50", figure: ({ p50 }) => p50 },
  { name: "delay p99", figure: ({ p99 }) => p99 },
  { name: "delay max", figure: ({ max }) => max },
  { name: "wait p99", figure: ({ waitP99 }) => waitP99 },
  { name: "busy max", figure: ({ busyMax }) => busyMax },
  { name: "searchable", figure: ({ searchableMs }) => searchableMs },
  { name: "processor", figure: ({ processorMs }) => processorMs },
];
