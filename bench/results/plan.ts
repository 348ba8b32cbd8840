/** What `npm run bench` runs, in order: each bench with its arguments for a quick look and for figures to quote. */
export interface Planned {
  readonly name: string;
  readonly shows: string;
  readonly quick: readonly string[];
  readonly full: readonly string[];
  /** An environment variable without which it cannot run. */
  readonly needs?: string;
}

export const PLAN: readonly Planned[] = [
  { name: "profiles", shows: "The five figures that matter, as baseline, planned and recommended", quick: ["--people", "5", "--seconds", "4", "--open", "5", "--rounds", "1", "--settle", "0", "--sweepers", "1", "--messages", "20", "--bursts", "25", "--tries", "1"], full: [] },
  { name: "floor", shows: "A submission against the least that a bot on discord.js can do", quick: ["--people", "50", "--rounds", "1"], full: [] },
  { name: "store", shows: "Lists, claims and durable submissions on a large store", quick: ["--rows", "80000"], full: ["--rows", "1000000"] },
  { name: "writes", shows: "The plan's three ways of writing, and what a crash leaves of each", quick: ["--rounds", "1", "--kills", "1"], full: [] },
  { name: "lists", shows: "Lists kept and read anew", quick: ["--rows", "1000", "--rounds", "1", "--reads", "100"], full: ["--rows", "1000,100000", "--rounds", "2"] },
  { name: "directory", shows: "Permission checks by where roles come from; starts with members in memory", quick: ["--rounds", "1"], full: [] },
  { name: "packs", shows: "A large pack read again while the bot runs", quick: ["--recipes", "10000", "--rounds", "1"], full: [] },
  { name: "idle", shows: "Memory of a bot with nothing to do", quick: ["--members", "50", "--seconds", "1"], full: [] },
  { name: "search", shows: "Autocomplete over 50,000 recipes", quick: ["--queries", "200", "--naive", "4"], full: [] },
  { name: "telemetry", shows: "What measuring costs", quick: ["--rounds", "4", "--flows", "200"], full: [] },
  { name: "flows", shows: "Interactions and calls of each flow, on every surface", quick: ["--surfaces", "ephemeral", "--quiet", "1500"], full: [] },
  { name: "cleanup", shows: "Clean-up of many people's messages", quick: ["--people", "1", "--messages", "20"], full: ["--people", "1,10", "--messages", "20,50"] },
  { name: "sandbox", shows: "The sandbox itself", quick: ["--people", "200"], full: [] },
  { name: "contract", shows: "Holding calls to Discord's contract in tests", quick: [], full: [], needs: "DISCORD_OPENAPI" },
];

/** How long a quick look takes at most, in milliseconds: what does not fit is said not to have run. */
export const QUICK_MS = 170_000;

/** The order of a quick look: the long ones first, so that the others find room beside them. */
export const QUICK_ORDER = ["profiles", "store", "flows", "directory", "writes", "floor", "idle", "telemetry", "lists", "packs", "search", "cleanup", "sandbox", "contract"];
