import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { InTransaction, NewTimer, Timer, TimerRow } from "../features/contract.ts";
import { transactions } from "../features/transactions.ts";
import { wakeAfterCommit } from "../features/wake-after-commit.ts";
import { GUILD } from "../testing/call.ts";
import { ENGINES, openTestStore, type TestStore } from "../testing/engines.ts";
import { SILENT, TestClock } from "../testing/outbox-bench.ts";
import { createTimerRunner, pauseAfter } from "./runner.ts";
import { createSchedule } from "./schedule.ts";
import { scheduleMigrations } from "./tables.ts";

const HOUR_MS = 3_600_000;

describe.each(ENGINES)("timers on %s", (engine) => {
  let test: TestStore;
  let clock: TestClock;
  let inTransaction: InTransaction;
  /** What the timer has done so far, as `guild/key/payload`. */
  let ran: string[];
  let fails: (row: TimerRow) => boolean;
  const schedule = createSchedule();
  const bell: Timer = {
    kind: "bell",
    async due(tx, row) {
      // In the transaction, so that a failure undoes it.
      await schedule.set(tx, { guildId: row.guildId, kind: "rung", key: row.key, dueAt: 0 });
      if (fails(row)) throw new Error("the bell is cracked");
      ran.push(`${row.guildId}/${row.key}/${String(row.payload["note"] ?? "")}`);
    },
  };
  beforeEach(async () => {
    test = await openTestStore(engine, [scheduleMigrations]);
    clock = new TestClock();
    inTransaction = transactions(test.store, clock, []);
    ran = [];
    fails = () => false;
  });
  afterEach(() => test.drop());

  const runner = (timers: readonly Timer[] = [bell]) => createTimerRunner({ store: test.store, inTransaction, timers, clock, log: SILENT });
  const set = (key: string, dueAt: number, given: Partial<NewTimer> = {}) => inTransaction((tx) => schedule.set(tx, { guildId: GUILD, kind: "bell", key, dueAt, ...given }));
  const clear = (key: string) => inTransaction((tx) => schedule.clear(tx, { guildId: GUILD, kind: "bell", key }));
  const left = async () => (await test.store.read.selectFrom("timers").select(["kind", "timer_key as key", "due_at as at", "failures"]).orderBy("timer_key").execute()).map(({ kind, key, at, failures }) => ({ kind, key, in: at - clock.at, failures }));

  it("runs each once, when its time has come, with what it was given", async () => {
    await set("a", clock.at + HOUR_MS, { payload: { note: "first" } });
    await set("b", clock.at + 2 * HOUR_MS);
    await runner().runDue();
    expect(ran).toEqual([]);
    clock.at += HOUR_MS;
    await runner().runDue();
    await runner().runDue();
    expect(ran).toEqual([`${GUILD}/a/first`]);
    clock.at += HOUR_MS;
    await runner().runDue();
    expect(ran).toEqual([`${GUILD}/a/first`, `${GUILD}/b/`]);
  });

  it("leaves alone what is due in a guild that the bot is not in, and goes on once it is back", async () => {
    await set("a", clock.at);
    const absent = new Set([GUILD]);
    const paused = createTimerRunner({ store: test.store, inTransaction, timers: [bell], clock, log: SILENT, absent });
    await paused.runDue();
    expect(ran).toEqual([]);
    absent.delete(GUILD);
    await paused.runDue();
    expect(ran).toEqual([`${GUILD}/a/`]);
  });

  it("keeps the last of what was set for one key, and nothing of what was cleared or undone", async () => {
    await set("a", clock.at, { payload: { note: "first" } });
    await set("a", clock.at + HOUR_MS, { payload: { note: "second" } });
    await set("a", clock.at, { guildId: "another", payload: { note: "elsewhere" } });
    await set("b", clock.at);
    await clear("b");
    await clear("never set");
    await inTransaction(async (tx) => {
      await schedule.set(tx, { guildId: GUILD, kind: "bell", key: "c", dueAt: clock.at });
      return { ok: false };
    });
    await runner().runDue();
    expect(ran).toEqual(["another/a/elsewhere"]);
    clock.at += HOUR_MS;
    await runner().runDue();
    expect(ran).toEqual(["another/a/elsewhere", `${GUILD}/a/second`]);
  });

  it("runs what became due while no process was there, each in one of two processes", async () => {
    for (let count = 0; count < 60; count++) await set(`request-${count}`, clock.at + count);
    clock.at += HOUR_MS;
    await Promise.all([runner().runDue(), runner().runDue()]);
    expect(ran.toSorted()).toEqual(Array.from({ length: 60 }, (_, count) => `${GUILD}/request-${count}/`).toSorted());
  });

  it("undoes one that fails and tries it again with growing pauses, while others run", async () => {
    fails = ({ guildId }) => guildId === GUILD;
    await set("a", clock.at - HOUR_MS);
    await set("b", clock.at, { guildId: "another" });
    await runner().runDue();
    expect(ran).toEqual(["another/b/"]);
    expect(await left()).toEqual([{ kind: "bell", key: "a", in: 5_000, failures: 1 }, { kind: "rung", key: "b", in: -clock.at, failures: 0 }]);

    clock.at += 5_000;
    await runner().runDue();
    expect((await left())[0]).toEqual({ kind: "bell", key: "a", in: 20_000, failures: 2 });
    expect([3, 4, 5, 6, 60].map(pauseAfter)).toEqual([80_000, 320_000, 1_280_000, HOUR_MS, HOUR_MS]);

    fails = () => false;
    clock.at += 20_000;
    await runner().runDue();
    expect(ran).toEqual(["another/b/", `${GUILD}/a/`]);
  });

  it("leaves kinds that it does not know to a version that does", async () => {
    await set("a", clock.at, { kind: "of a newer version" });
    await runner().runDue();
    await runner([]).runDue();
    expect(await left()).toMatchObject([{ kind: "of a newer version", key: "a" }]);
  });

  it("runs by itself, is woken by a commit, and ends", async () => {
    const rung = Promise.withResolvers<void>();
    const timer: Timer = { kind: "bell", due: () => Promise.resolve(rung.resolve()) };
    const running = createTimerRunner({ store: test.store, inTransaction, timers: [timer], clock, log: SILENT, pollMs: 600_000 });
    running.start();
    await running.runDue();
    await wakeAfterCommit(inTransaction, schedule, running.wake)((tx) => schedule.set(tx, { guildId: GUILD, kind: "bell", key: "a", dueAt: clock.at }));
    await rung.promise;
    await running.stop();
    await set("b", clock.at);
    await running.runDue();
    expect(await left()).toMatchObject([{ key: "b" }]);
  });
});
