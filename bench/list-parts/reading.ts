import type { GuildSettings } from "../../src/features/guild-settings/guild-settings.ts";
import { unsetSettings } from "../../src/features/guild-settings/guild-settings.ts";
import type { RequestLists } from "../../src/features/requests/request-port.ts";
import { seeded, Times } from "../measuring/times.ts";
import type { BenchDesk } from "../store-parts/desk.ts";
import { crafterId, GUILD, memberId, PROFESSIONS } from "../store-parts/fill.ts";

/** Who is there at the same time, on a busy evening of a large guild. */
const CRAFTERS_THERE = 30;
const MEMBERS_THERE = 100;
const QUEUE_SHARE = 0.7;
const LEAFS_ON = 0.4;
/** Of answers, every how manyth is held against the store. */
const CHECKED = 20;
const PAGE_SIZE = 10;
const ACTIVE = ["open", "claimed", "in_progress"] as const;

/** One way to have lists. */
export interface Way {
  readonly name: string;
  readonly settings: Partial<GuildSettings>;
}

export const WAYS: readonly Way[] = [
  { name: "read anew", settings: { queueCacheTtlMinutes: 0 } },
  { name: "kept 5 minutes", settings: { queueCacheTtlMinutes: 5, queueCacheInvalidation: false } },
  { name: "kept, dropped on change", settings: { queueCacheTtlMinutes: 5, queueCacheInvalidation: true } },
  { name: "the same, next page ahead", settings: { queueCacheTtlMinutes: 5, queueCacheInvalidation: true, prefetch: true } },
];

/** What one way came to. */
export interface Measured {
  readonly queue: Times;
  readonly status: Times;
  /** Of the queue, the pages after the first. */
  readonly leafing: Times;
  readonly writes: Times;
  cpuMs: number;
  hits: number;
  misses: number;
  checked: number;
  stale: number;
}

export const nothingMeasured = (): Measured => ({ queue: new Times(), status: new Times(), leafing: new Times(), writes: new Times(), cpuMs: 0, hits: 0, misses: 0, checked: 0, stale: 0 });

/** So many reads by people who come and go, with a submission or a claim after each `readsPerWrite` of them. */
export async function readAndWrite(desk: BenchDesk, way: Way, into: Measured, { reads, readsPerWrite, seed }: { readonly reads: number; readonly readsPerWrite: number; readonly seed: number }): Promise<void> {
  const random = seeded(seed);
  const lists = desk.lists({ ...unsetSettings(GUILD), ...way.settings });
  let page = 0;
  let crafter = 0;
  for (let n = 1; n <= reads; n++) {
    const isLeafing = page > 0;
    if (!isLeafing) crafter = Math.floor(random() * CRAFTERS_THERE);
    const isQueue = isLeafing || random() < QUEUE_SHARE;
    const member = memberId(Math.floor(random() * MEMBERS_THERE));
    const ask = isQueue ? queueOf(crafter, page) : statusOf(member);
    const times = isQueue ? (isLeafing ? into.leafing : into.queue) : into.status;
    const from = process.threadCpuUsage();
    const shown = await times.time(() => ask(lists));
    // Whoever reads ahead pays for it, though nobody waits.
    await desk.readAhead();
    const { user, system } = process.threadCpuUsage(from);
    into.cpuMs += (user + system) / 1_000;
    if (n % CHECKED === 0) {
      into.checked += 1;
      if (JSON.stringify(shown) !== JSON.stringify(await ask(desk.reads))) into.stale += 1;
    }
    page = isQueue && random() < LEAFS_ON ? page + 1 : 0;
    if (n % readsPerWrite === 0) await into.writes.time(() => write(desk, Math.floor(random() * 1_000_000)));
  }
}

/** Crafters of one to three professions, as those beside them have. */
function queueOf(crafter: number, page: number) {
  const professions = Array.from({ length: 1 + (crafter % 3) }, (_, n) => PROFESSIONS[(crafter + n) % PROFESSIONS.length] ?? "");
  return (lists: RequestLists): Promise<unknown> => lists.listQueue(GUILD, crafterId(crafter), professions, page, PAGE_SIZE);
}

const statusOf = (userId: string) => (lists: RequestLists): Promise<unknown> => Promise.all([lists.countMine(GUILD, userId), lists.listMine(GUILD, userId, ACTIVE, 0, PAGE_SIZE)]);

let submitted = 0;

/** Half of what is written comes into the queue, half leaves it. */
async function write(desk: BenchDesk, chance: number): Promise<void> {
  submitted += 1;
  if (submitted % 2 === 0) {
    const { call, submission } = desk.submissionOf(submitted);
    const made = await desk.actions.submit(call, submission);
    if (!made.ok) throw new Error(`a submission was refused: ${made.error}`);
    return;
  }
  const profession = PROFESSIONS[chance % PROFESSIONS.length] ?? "";
  const { items: [first] } = await desk.reads.listQueue(GUILD, "nobody", [profession], 0, 1, { only: "open" });
  if (!first) return;
  const done = await desk.actions.act(desk.callOf(crafterId(chance % CRAFTERS_THERE), PROFESSIONS), first.id, { kind: "claim" });
  if (!done.ok) throw new Error(`a claim was refused: ${done.error.kind}`);
}
