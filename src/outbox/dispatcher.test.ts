import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeliveryFailure, Topic } from "../features/contract.ts";
import { GUILD } from "../testing/call.ts";
import { ENGINES, openTestStore, type TestStore } from "../testing/engines.ts";
import { noteTopic, type OutboxBench, outboxBench } from "../testing/outbox-bench.ts";
import { MAX_ATTEMPTS } from "./back-off.ts";
import { DeliveryRefused, TryLater } from "./sender-port.ts";
import { outboxMigrations } from "./tables.ts";

const MINUTE_MS = 60_000;

describe.each(ENGINES)("the dispatcher on %s", (engine) => {
  let test: TestStore;
  let bench: OutboxBench;
  let failures: DeliveryFailure[];
  let triedIn: (string | null)[];
  let arrived: string[];
  const told: Topic = {
    ...noteTopic,
    delivered: (_, { payload }, sent) => Promise.resolve(void arrived.push(`${String(payload["text"])} as ${sent.messageId} in ${sent.channelId}`)),
    failed: (_, __, failure, channelId) => Promise.resolve(void (failures.push(failure), triedIn.push(channelId))),
  };
  beforeEach(async () => {
    test = await openTestStore(engine, [outboxMigrations]);
    bench = await outboxBench(test.store, [told]);
    failures = [];
    triedIn = [];
    arrived = [];
  });
  afterEach(() => test.drop());

  const drain = () => bench.dispatcher().drain();
  const waiting = () => test.store.read.selectFrom("outbox").select(["attempts", "held_until", "last_error"]).execute();
  const letters = () => test.store.read.selectFrom("dead_letters").select(["failure", "detail", "attempts"]).execute();

  it("sends each message once, to a person or a channel, and tells its topic", async () => {
    await bench.add({ key: "a", payload: { to: "7", text: "for you" } });
    await bench.add({ key: "b", payload: { to: "board", text: "for all" } });
    await drain();
    await drain();
    expect([bench.sender.in("dm-7"), bench.sender.in("board")]).toEqual([["for you\nDetails"], ["for all\nDetails"]]);
    expect(arrived.toSorted()).toEqual(["for all as message-2 in board", "for you as message-1 in dm-7"]);
    expect(await waiting()).toEqual([]);
  });

  it("keeps what is for a guild that the bot is not in, also what it was at when it was thrown out, and sends it once it is back", async () => {
    await bench.add({ key: "a", payload: { to: "board", text: "for all" } });
    const absent = new Set<string>();
    const dispatcher = bench.dispatcher({ absent });
    bench.sender.fault = () => {
      absent.add(GUILD);
      return new DeliveryRefused("no-access");
    };
    await dispatcher.drain();
    bench.sender.fault = () => null;
    bench.clock.at += MINUTE_MS;
    await dispatcher.drain();
    expect([bench.sender.in("board"), failures, (await waiting()).length]).toEqual([[], [], 1]);
    absent.delete(GUILD);
    await dispatcher.drain();
    expect([bench.sender.in("board"), await letters()]).toEqual([["for all\nDetails"], []]);
  });

  it("sends messages of one key in order even when the first one has trouble", async () => {
    for (const text of ["one", "two", "three"]) await bench.add({ key: "a", payload: { to: "board", text } });
    await bench.add({ key: "b", payload: { to: "board", text: "other" } });
    let isFirst = true;
    bench.sender.fault = () => (isFirst ? ((isFirst = false), "error-before") : null);
    await drain();
    expect(bench.sender.in("board")).toEqual(["other\nDetails"]);
    bench.clock.at += MINUTE_MS;
    await drain();
    expect(bench.sender.in("board").slice(1)).toEqual(["one\nDetails", "two\nDetails", "three\nDetails"]);
  });

  it("tries again with growing pauses, and gives up with the reason kept", async () => {
    await bench.add({ key: "a" });
    bench.sender.fault = () => "error-before";
    const pauses: number[] = [];
    for (let count = 1; count < MAX_ATTEMPTS; count++) {
      await drain();
      const [row] = await waiting();
      pauses.push((row?.held_until ?? 0) - bench.clock.now());
      bench.clock.at = row?.held_until ?? 0;
    }
    expect(pauses.slice(0, 4)).toEqual([750, 2_250, 6_750, 20_250]);
    expect(pauses.at(-1)).toBe(45 * MINUTE_MS);
    await drain();
    expect([await waiting(), failures]).toEqual([[], ["too-many-attempts"]]);
    expect(await letters()).toEqual([{ failure: "too-many-attempts", attempts: MAX_ATTEMPTS, detail: "Error: the connection was lost before the message left" }]);
  });

  it("gives up at once what Discord refuses for good, and goes on with the rest", async () => {
    await bench.add({ key: "a", payload: { to: "7" } });
    await bench.add({ key: "a", payload: { to: "8", text: "hello" } });
    bench.sender.closed.add("7");
    await drain();
    expect([failures, triedIn, bench.sender.in("dm-8")]).toEqual([["closed-dm"], ["dm-7"], ["hello\nDetails"]]);
    expect(await letters()).toMatchObject([{ failure: "closed-dm" }]);
  });

  it("waits as long as Discord asks, without counting it as a failure", async () => {
    await bench.add({ key: "a" });
    bench.sender.fault = (call) => (call.startsWith("send") ? new TryLater(10 * MINUTE_MS) : null);
    for (let count = 0; count <= MAX_ATTEMPTS; count++) {
      await drain();
      bench.clock.at += 10 * MINUTE_MS;
    }
    expect(await waiting()).toMatchObject([{ attempts: 0 }]);
    bench.sender.fault = () => null;
    await drain();
    expect(bench.sender.messages).toHaveLength(1);
    // Discord had said that it took none of them.
    expect(bench.sender.calls.filter((call) => call.startsWith("find"))).toEqual([]);
  });

  it.each([
    ["by its nonce, within two minutes", 1, MINUTE_MS, "send dm-1"],
    ["by looking for it, after an hour", 1, 60 * MINUTE_MS, "find dm-1"],
    ["by looking for it, when the later attempts are recent but the first is not", 4, MINUTE_MS, "find dm-1"],
  ])("finds a message again that arrived without an answer: %s", async (_, attempts, pauseMs, lastCall) => {
    await bench.add({ key: "a", payload: { text: "once" } });
    for (let count = 0; count < attempts; count++) {
      bench.sender.fault = (call) => (call.startsWith("send") ? "error-after" : call.startsWith("find") ? "error-before" : null);
      await drain();
      bench.clock.at += pauseMs;
    }
    bench.sender.fault = () => null;
    await drain();
    expect([bench.sender.messages.length, arrived, bench.sender.calls.at(-1)]).toEqual([1, ["once as message-1 in dm-1"], lastCall]);
  });

  it("sends again what is not found", async () => {
    await bench.add({ key: "a" });
    bench.sender.fault = (call) => (call.startsWith("send") ? "error-before" : null);
    await drain();
    bench.clock.at += 60 * MINUTE_MS;
    bench.sender.fault = () => null;
    await drain();
    expect(bench.sender.calls.slice(-3)).toEqual(["open dm-1", "find dm-1", "send dm-1"]);
    expect(bench.sender.messages).toHaveLength(1);
  });

  it("edits, and sends anew what is gone", async () => {
    let messageId = "nowhere";
    const edited: Topic = {
      ...told,
      async compose(tools, message) {
        const delivery = await noteTopic.compose(tools, message);
        return delivery && { ...delivery, messageId };
      },
    };
    await bench.add({ key: "a", payload: { to: "board", text: "first" } });
    await bench.dispatcher({ topics: [edited] }).drain();
    messageId = "message-1";
    await bench.add({ key: "a", payload: { to: "board", text: "second" } });
    await bench.dispatcher({ topics: [edited] }).drain();
    expect(bench.sender.calls).toEqual(["edit nowhere", "send board", "edit message-1"]);
    expect([bench.sender.in("board"), arrived]).toEqual([["second\nDetails"], ["first as message-1 in board", "second as message-1 in board"]]);
  });

  it("drops a message that has nothing left to tell, and buries one that could not be found again", async () => {
    await bench.add({ key: "a" });
    await bench.dispatcher({ topics: [{ ...told, compose: () => Promise.resolve(null) }] }).drain();
    expect([await waiting(), await letters(), arrived]).toEqual([[], [], []]);
    await bench.add({ key: "a" });
    await bench.dispatcher({ topics: [{ ...told, compose: () => Promise.resolve({ to: { kind: "dm", userId: "1" }, view: { components: [] } }) }] }).drain();
    expect(await letters()).toEqual([{ failure: "rejected", attempts: 1, detail: `MarkMissing: no custom id in the view of topic "note" contains the message's id` }]);
    expect(bench.sender.calls).toEqual([]);
  });

  it("keeps a message whose arrival could not be written down, and brings it only once", async () => {
    await bench.add({ key: "a", payload: { text: "once" } });
    await bench.dispatcher({ topics: [{ ...told, delivered: () => Promise.reject(new Error("the disk is full")) }] }).drain();
    expect([await waiting(), arrived]).toMatchObject([[{ attempts: 1 }], []]);
    bench.clock.at += 10 * MINUTE_MS;
    await drain();
    expect([bench.sender.messages.length, arrived]).toEqual([1, ["once as message-1 in dm-1"]]);
  });

  it("gives up a message that ends the process at each attempt", async () => {
    await bench.add({ key: "a" });
    await test.store.inTransaction((db) => db.updateTable("outbox").set({ attempts: MAX_ATTEMPTS }).execute());
    await drain();
    expect([failures, bench.sender.calls]).toEqual([["too-many-attempts"], []]);
  });

  it("keeps at most as many on their way as it has lanes, and settles them before it stops", async () => {
    for (let index = 0; index < 9; index++) await bench.add({ key: `a${index}` });
    const going: (() => void)[] = [];
    const started = Promise.withResolvers<void>();
    const slow: Topic = {
      ...told,
      async compose(tools, message) {
        const gate = Promise.withResolvers<void>();
        going.push(gate.resolve);
        if (going.length === 3) started.resolve();
        await gate.promise;
        return await noteTopic.compose(tools, message);
      },
    };
    const dispatcher = bench.dispatcher({ topics: [slow], lanes: 3, pollMs: 3_600_000 });
    dispatcher.start();
    await started.promise;
    expect(going).toHaveLength(3);
    const stopped = dispatcher.stop();
    for (const go of going) go();
    await stopped;
    expect([bench.sender.messages.length, going.length, (await waiting()).length]).toEqual([3, 3, 6]);
  });

  it("lets a busy channel hold up neither people's own messages nor other guilds", async () => {
    for (let index = 0; index < 20; index++) await bench.add({ topic: "board", key: `card ${index}`, payload: { to: "busy" } });
    bench.clock.at += 1;
    await bench.add({ topic: "board", key: "card", guildId: "another guild", payload: { to: "calm" } });
    await bench.add({ key: "news", payload: { to: "7", text: "for you" } });
    const gate = Promise.withResolvers<void>();
    const calm = Promise.withResolvers<void>();
    const personal = Promise.withResolvers<void>();
    const board: Topic = {
      ...told,
      name: "board",
      atOncePerGuild: 1,
      async compose(tools, message) {
        if (message.payload["to"] === "busy") await gate.promise;
        return await noteTopic.compose(tools, message);
      },
      delivered: (_, { key }) => Promise.resolve(key === "card" ? calm.resolve() : undefined),
    };
    const news: Topic = { ...told, delivered: () => Promise.resolve(personal.resolve()) };
    const dispatcher = bench.dispatcher({ topics: [board, news] });
    dispatcher.start();
    await Promise.all([calm.promise, personal.promise]);
    expect([bench.sender.in("busy"), bench.sender.in("calm"), bench.sender.in("dm-7")]).toEqual([[], ["a note\nDetails"], ["for you\nDetails"]]);
    gate.resolve();
    await dispatcher.stop();
  });

  it("does not wait for ever for what Discord does not answer, and finishes it at a later start", async () => {
    await bench.add({ key: "a", payload: { text: "once" } });
    const asked = Promise.withResolvers<void>();
    bench.sender.fault = (call) => (call.startsWith("send") ? (asked.resolve(), "silence-after") : null);
    const dispatcher = bench.dispatcher();
    dispatcher.start();
    await asked.promise;
    await dispatcher.stop(1);
    bench.sender.fault = () => null;
    bench.clock.at += 3_600_000;
    await drain();
    expect([bench.sender.messages.length, await waiting()]).toEqual([1, []]);
  });

  it.each([
    ["when it is woken", 3_600_000, true],
    ["when it looks, after another process added something", 5, false],
  ])("sends by itself %s", async (_, pollMs, isWoken) => {
    const sent = Promise.withResolvers<void>();
    const dispatcher = bench.dispatcher({ topics: [{ ...told, delivered: () => Promise.resolve(sent.resolve()) }], pollMs });
    dispatcher.start();
    // The first look finds nothing.
    for (let index = 0; index < 20; index++) await waiting();
    await bench.add({ key: "a" });
    if (isWoken) dispatcher.wake();
    await sent.promise;
    await dispatcher.stop();
    expect(bench.sender.messages).toHaveLength(1);
  });

  it("sends by itself when a pause is over", async () => {
    await bench.add({ key: "a", payload: { text: "later" } });
    let isFirst = true;
    bench.sender.fault = () => (isFirst ? ((isFirst = false), new TryLater(1)) : null);
    const sent = Promise.withResolvers<void>();
    const dispatcher = bench.dispatcher({ topics: [{ ...told, delivered: () => Promise.resolve(sent.resolve()) }], clock: { now: () => bench.clock.at++ }, pollMs: 3_600_000 });
    dispatcher.start();
    await sent.promise;
    await dispatcher.stop();
    expect(bench.sender.messages).toHaveLength(1);
  });

  it("passes on the reason of each refusal", async () => {
    for (const reason of ["closed-dm", "no-access", "gone", "rejected"] as const) {
      bench.sender.fault = () => new DeliveryRefused(reason);
      await bench.add({ key: reason });
      await drain();
    }
    expect(failures).toEqual(["closed-dm", "no-access", "gone", "rejected"]);
  });
});
