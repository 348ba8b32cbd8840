import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GUILD } from "../testing/call.ts";
import { ENGINES, openTestStore, type TestStore } from "../testing/engines.ts";
import { type OutboxBench, outboxBench } from "../testing/outbox-bench.ts";
import { type Claimed, type Choice, claimNext, nextClaimAt } from "./claim.ts";
import { putBack, remove } from "./settle.ts";
import { outboxMigrations } from "./tables.ts";

const LEASE_MS = 30_000;

describe.each(ENGINES)("claims on %s", (engine) => {
  let test: TestStore;
  let bench: OutboxBench;
  beforeEach(async () => {
    test = await openTestStore(engine, [outboxMigrations]);
    bench = await outboxBench(test.store);
  });
  afterEach(() => test.drop());

  const ANY: Choice = { topics: ["note"], busy: [], except: [] };
  const claim = (given: Partial<Choice> = {}): Promise<Claimed | null> =>
    test.store.inTransaction((db) => claimNext(db, { now: bench.clock.now(), leaseMs: LEASE_MS, choice: { ...ANY, ...given } }));
  const claimed = async (): Promise<Claimed> => {
    const found = await claim();
    if (!found) throw new Error("there was nothing to claim");
    return found;
  };
  const nextAt = () => nextClaimAt(test.store.read, ANY);

  it("gives each message to one of 8 who ask at the same time", async () => {
    const keys = Array.from({ length: 120 }, (_, index) => `request-${index}`);
    for (const key of keys) await bench.add({ key });
    const taken: string[] = [];
    const work = async (): Promise<void> => {
      // One who loses a race gets nothing although there is more.
      while (taken.length < keys.length) {
        const one = await claim();
        if (one) taken.push(one.message.key);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    expect(taken.toSorted()).toEqual(keys.toSorted());
  });

  it("gives the messages of one topic and key one after the other, and others meanwhile", async () => {
    await bench.add({ key: "a", payload: { text: "first" } });
    await bench.add({ key: "a", payload: { text: "second" } });
    await bench.add({ key: "b", payload: { text: "other" } });
    const first = await claimed();
    expect([first.message.payload, (await claimed()).message.payload, await claim()]).toEqual([{ text: "first" }, { text: "other" }, null]);

    await test.store.inTransaction((db) => putBack(db, first, { notBefore: bench.clock.now() + 500, isMaybeSent: false, isCounted: true, detail: "later" }));
    expect(await claim()).toBeNull();
    expect(await nextAt()).toBe(bench.clock.now() + 500);

    bench.clock.at += 500;
    expect((await claimed()).message.payload).toEqual({ text: "first" });
    await test.store.inTransaction((db) => remove(db, first));
    expect((await claimed()).message.payload).toEqual({ text: "second" });
  });

  it("lets a message that is due much later keep nobody waiting", async () => {
    await bench.add({ key: "a", dueAt: bench.clock.now() + 3_600_000 });
    expect(await claim()).toBeNull();
    await bench.add({ key: "a", payload: { text: "now" } });
    const now = await claimed();
    expect(now.message.payload).toEqual({ text: "now" });
    await test.store.inTransaction((db) => remove(db, now));
    expect(await nextAt()).toBe(bench.clock.now() + 3_600_000);
  });

  it("gives a message again when its lease has run out, and says that it may have been sent", async () => {
    await bench.add({ key: "a" });
    const startedAt = bench.clock.now();
    expect(await claimed()).toMatchObject({ attempts: 1, maybeSentAt: null });
    expect(await nextAt()).toBe(startedAt + LEASE_MS);
    bench.clock.at += LEASE_MS;
    expect(await claimed()).toMatchObject({ attempts: 2, maybeSentAt: startedAt });
    bench.clock.at += LEASE_MS;
    expect(await claimed()).toMatchObject({ attempts: 3, maybeSentAt: startedAt });
  });

  it("remembers only attempts of which nobody knows", async () => {
    await bench.add({ key: "a" });
    const notSent = await claimed();
    await test.store.inTransaction((db) => putBack(db, notSent, { notBefore: 0, isMaybeSent: false, isCounted: false, detail: "Discord asked to wait" }));
    const perhapsSent = await claimed();
    expect(perhapsSent).toMatchObject({ attempts: 1, maybeSentAt: null });
    await test.store.inTransaction((db) => putBack(db, perhapsSent, { notBefore: 0, isMaybeSent: true, isCounted: true, detail: "no answer" }));
    expect(await claimed()).toMatchObject({ attempts: 2, maybeSentAt: bench.clock.now() });
  });

  it("does not let an attempt that was overtaken give the message back", async () => {
    await bench.add({ key: "a" });
    const slow = await claimed();
    bench.clock.at += LEASE_MS;
    await claimed();
    await test.store.inTransaction((db) => putBack(db, slow, { notBefore: 0, isMaybeSent: false, isCounted: true, detail: "too late" }));
    expect(await claim()).toBeNull();
  });

  it("leaves out what a guild has enough of, and gives what comes after it", async () => {
    for (const [key, guildId] of [["a", GUILD], ["b", GUILD], ["c", "another guild"]] as const) await bench.add({ key, guildId });
    const busy = [{ topic: "note", guildId: GUILD }];
    expect((await claim({ busy }))?.message.key).toBe("c");
    expect([await claim({ busy }), await nextClaimAt(test.store.read, { ...ANY, busy })]).toEqual([null, bench.clock.now() + LEASE_MS]);
    expect((await claim({ busy: [{ topic: "another topic", guildId: GUILD }] }))?.message.key).toBe("a");
  });

  it("leaves out topics it does not know and messages it is at", async () => {
    await bench.add({ key: "a", topic: "of-a-newer-version" });
    expect([await claim(), await nextAt()]).toEqual([null, null]);
    await bench.add({ key: "a" });
    const { message } = await claimed();
    bench.clock.at += LEASE_MS;
    expect(await claim({ except: [message.id] })).toBeNull();
    expect(await claim({ topics: [] })).toBeNull();
  });
});
