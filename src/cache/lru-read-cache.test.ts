import { describe, expect, it } from "vitest";
import { NO_TELEMETRY } from "../telemetry/telemetry.ts";
import { createLruReadCache, type LruReadCacheDeps } from "./lru-read-cache.ts";
import type { Rows, Write } from "./read-cache.ts";

const MINUTE_MS = 60_000;
const FRESH = { ttlMs: 5 * MINUTE_MS, isFresh: true };
const AS_PLANNED = { ttlMs: 5 * MINUTE_MS, isFresh: false };
const rowsOf = (guildId: string): readonly Rows[] => [{ table: "requests", guildId }];
const writeIn = (guildId: string): readonly Write[] => [{ table: "requests", having: new Map([["guild_id", [guildId]]]), valueOf: (value) => value }];

function opened(given: Partial<LruReadCacheDeps> = {}) {
  const at = { now: 0 };
  const counted: string[] = [];
  const telemetry = { ...NO_TELEMETRY, count: (metric: string, labels: object) => void counted.push([metric, ...Object.values(labels)].join(" ")) };
  const cache = createLruReadCache({ clock: { now: () => at.now }, telemetry, ...given });
  let asked = 0;
  return {
    at,
    cache,
    counted,
    /** Gives which asking the answer is of. */
    read: (key: string, terms = FRESH, guildId = "g") => cache.read({ cache: "queue", key, rows: rowsOf(guildId) }, terms, () => Promise.resolve((asked += 1))),
  };
}

describe("a cache of answers", () => {
  it("keeps each for as long as who asks takes it", async () => {
    const { at, read } = opened();
    expect([await read("a"), await read("a"), await read("b")]).toEqual([1, 1, 2]);
    at.now = 5 * MINUTE_MS - 1;
    expect(await read("a")).toBe(1);
    expect(await read("a", { ttlMs: MINUTE_MS, isFresh: true })).toBe(3);
    at.now = 10 * MINUTE_MS;
    expect(await read("a")).toBe(4);
  });

  it("drops what rests on a row that was written, and nothing else", async () => {
    const { cache, read, counted } = opened();
    await read("a");
    await read("b", FRESH, "h");
    cache.written(writeIn("g"));
    expect([await read("a"), await read("a"), await read("b", FRESH, "h")]).toEqual([3, 3, 2]);
    const [miss, hit] = ["cacheReads queue miss", "cacheReads queue hit"];
    expect(counted).toEqual([miss, miss, miss, "cacheInvalidations queue", hit, hit]);
  });

  it("keeps it all the same for who asked for no more than a time to live, from one question to the next", async () => {
    const { cache, read } = opened();
    await read("a");
    cache.written(writeIn("g"));
    expect([await read("a", AS_PLANNED), await read("a", FRESH), await read("a", AS_PLANNED)]).toEqual([1, 2, 2]);
  });

  it("never gives what was asked for before a write and came after it to who asks later", async () => {
    const { cache } = opened();
    const question = { cache: "queue", key: "a", rows: rowsOf("g") };
    const slow = Promise.withResolvers<string>();
    const first = cache.read(question, FRESH, () => slow.promise);
    const joined = cache.read(question, FRESH, () => Promise.resolve("not asked"));
    cache.written(writeIn("g"));
    const later = cache.read(question, FRESH, () => Promise.resolve("new"));
    slow.resolve("old");
    expect(await Promise.all([first, joined, later, cache.read(question, FRESH, () => Promise.resolve("not asked"))])).toEqual(["old", "old", "new", "new"]);
  });

  it("keeps no failure", async () => {
    const { cache, read } = opened();
    const question = { cache: "queue", key: "a", rows: rowsOf("g") };
    await expect(cache.read(question, FRESH, () => Promise.reject(new Error("on purpose")))).rejects.toThrow("on purpose");
    expect(await read("a")).toBe(1);
  });

  it("keeps so many and no more, those that were asked for last", async () => {
    const { read } = opened({ answers: 2 });
    await read("a");
    await read("b");
    await read("a");
    await read("c");
    expect([await read("a"), await read("c"), await read("b")]).toEqual([1, 3, 4]);
  });

  it("rather drops an answer than forget that its rows were written", async () => {
    const { cache, read } = opened({ marks: 3 });
    await read("a");
    cache.written(writeIn("g"));
    for (const guild of ["h", "i", "j", "k", "l"]) cache.written(writeIn(guild));
    expect([await read("a"), await read("a")]).toEqual([2, 2]);
  });
});
