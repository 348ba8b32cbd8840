import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { transactions } from "../features/transactions.ts";
import { err, ok } from "../kernel/result.ts";
import { GUILD } from "../testing/call.ts";
import { ENGINES, openTestStore, type TestStore } from "../testing/engines.ts";
import { type OutboxBench, outboxBench } from "../testing/outbox-bench.ts";
import { claimNext } from "./claim.ts";
import { wakeAfterCommit } from "../features/wake-after-commit.ts";
import { outboxMigrations } from "./tables.ts";

describe.each(ENGINES)("the outbox on %s", (engine) => {
  let test: TestStore;
  let bench: OutboxBench;
  beforeEach(async () => {
    test = await openTestStore(engine, [outboxMigrations]);
    bench = await outboxBench(test.store);
  });
  afterEach(() => test.drop());

  const rows = () => test.store.read.selectFrom("outbox").select(["message_key", "payload", "due_at"]).orderBy("id").execute();
  const claim = () => test.store.inTransaction((db) => claimNext(db, { now: bench.clock.now(), leaseMs: 1_000, choice: { topics: ["note"], busy: [], except: [] } }));

  it("keeps a message only if its transaction is kept", async () => {
    const inTransaction = transactions(test.store, bench.clock, []);
    await inTransaction(async (tx) => {
      await bench.outbox.add(tx, { guildId: GUILD, topic: "note", key: "refused" });
      return err("no");
    });
    await inTransaction((tx) => bench.outbox.add(tx, { guildId: GUILD, topic: "note", key: "kept", payload: { count: 2, who: null } }));
    expect(await rows()).toEqual([{ message_key: "kept", payload: `{"count":2,"who":null}`, due_at: bench.clock.now() }]);
  });

  it("uses a waiting message of the same topic, key and guild instead of a second one, with the newer payload and the earlier time", async () => {
    const now = bench.clock.now();
    await bench.add({ key: "a", payload: { text: "old" }, dueAt: now + 500, coalesce: true });
    await bench.add({ key: "a", payload: { text: "new" }, dueAt: now + 100, coalesce: true });
    await bench.add({ key: "a", payload: { text: "newest" }, dueAt: now + 900, coalesce: true });
    await bench.add({ key: "b", coalesce: true });
    await bench.add({ key: "a", guildId: "another guild", coalesce: true });
    await bench.add({ key: "a", topic: "another topic", coalesce: true });
    expect((await rows()).map((row) => [row.message_key, row.due_at - now, row.payload])).toEqual([
      ["a", 100, `{"text":"newest"}`],
      ["b", 0, "{}"],
      ["a", 0, "{}"],
      ["a", 0, "{}"],
    ]);
  });

  it("does not reuse a message that is being sent or may have been", async () => {
    await bench.add({ key: "a", coalesce: true });
    await claim();
    await bench.add({ key: "a", coalesce: true });
    await bench.add({ key: "a", coalesce: true });
    expect(await rows()).toHaveLength(2);
  });

  it("lets nobody take a message before the change that reuses it is committed", async () => {
    await bench.add({ key: "a", payload: { text: "old" } });
    const story: string[] = [];
    let claiming: Promise<unknown> = Promise.resolve();
    await test.store.inTransaction(async (db) => {
      const tx = { db, now: bench.clock.now(), raise: () => Promise.resolve() };
      await bench.outbox.add(tx, { guildId: GUILD, topic: "note", key: "a", payload: { text: "new" }, coalesce: true });
      claiming = claim().then((claimed) => story.push(`claimed ${String(claimed?.message.payload["text"])}`));
      // Time enough for a claim that does not wait.
      for (let index = 0; index < 50; index++) await test.store.read.selectFrom("outbox").select("id").execute();
      story.push("committing");
    });
    await claiming;
    expect(story).toEqual(["committing", "claimed new"]);
  });

  it("wakes the dispatcher after a commit that added something, and only then", async () => {
    const seen: number[] = [];
    const woken: Promise<unknown>[] = [];
    const inTransaction = wakeAfterCommit(transactions(test.store, bench.clock, []), bench.outbox, () => woken.push(rows().then((all) => seen.push(all.length))));
    const add = (key: string) => inTransaction(async (tx) => {
      await bench.outbox.add(tx, { guildId: GUILD, topic: "note", key });
      if (key === "thrown") throw new Error("no");
      return ok(key);
    });
    await inTransaction(() => Promise.resolve("nothing added"));
    await expect(add("thrown")).rejects.toThrow("no");
    expect(woken).toHaveLength(0);
    expect(await add("a")).toEqual(ok("a"));
    await Promise.all(woken);
    expect(seen).toEqual([1]);
  });
});
