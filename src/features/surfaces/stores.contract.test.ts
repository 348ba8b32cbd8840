import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GUILD } from "../../testing/call.ts";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { TestClock } from "../../testing/outbox-bench.ts";
import { transactions } from "../transactions.ts";
import { surfaceBook } from "./book-service.ts";
import { keepUnseen } from "./keep-unseen-service.ts";
import { surfaceReads } from "./read-model.ts";
import type { FlowMessage, SurfaceBook } from "./surface-port.ts";
import { surfaceMigrations } from "./tables.ts";

const EVA = "700000000000000001";
const CHANNEL = "910000000000000001";
const NOW = 1_000_000;

describe.each(ENGINES)("the rows of surfaces on %s", (engine) => {
  let test: TestStore;
  let book: SurfaceBook;
  beforeEach(async () => {
    test = await openTestStore(engine, [surfaceMigrations]);
    book = surfaceBook(transactions(test.store, new TestClock(), []), surfaceReads(test.store.read));
  });
  afterEach(() => test.drop());

  const message = (id: number, given: Partial<FlowMessage> = {}): FlowMessage => ({ guildId: GUILD, channelId: CHANNEL, messageId: `92000000000000000${id}`, userId: EVA, isForm: false, dueAt: NOW + 100, ...given });
  const at = { guildId: GUILD, channelId: CHANNEL };

  it("know where somebody's direct messages go, and whether they take any, in each guild", async () => {
    expect(await book.directChannel(GUILD, EVA)).toEqual({ channelId: null, closedAt: null });
    await book.rememberDirectChannel(GUILD, EVA, CHANNEL);
    await book.markClosed(GUILD, EVA, NOW);
    expect(await book.directChannel(GUILD, EVA)).toEqual({ channelId: CHANNEL, closedAt: NOW });
    expect(await book.directChannel("another guild", EVA)).toEqual({ channelId: null, closedAt: null });
    await book.markClosed(GUILD, EVA, null);
    expect(await book.directChannel(GUILD, EVA)).toEqual({ channelId: CHANNEL, closedAt: null });
  });

  it("find a message by its id alone, as it was tracked last", async () => {
    await book.track(message(1));
    await book.track(message(1, { isForm: true, dueAt: NOW + 7 }));
    expect(await book.find(message(1).messageId)).toEqual(message(1, { isForm: true, dueAt: NOW + 7 }));
    expect(await book.find("nothing")).toBeNull();
  });

  it("let the newest message be replaced, but no form, nor what is due or somebody else's", async () => {
    const place = { ...at, userId: EVA };
    await book.track(message(1));
    await book.track(message(2));
    await book.track(message(3, { isForm: true }));
    await book.track(message(4, { dueAt: NOW }));
    await book.track(message(5, { userId: "somebody else" }));
    expect((await book.replaceable(place, NOW))?.messageId).toBe(message(2).messageId);
    expect(await book.replaceable({ ...place, guildId: "another guild" }, NOW)).toBeNull();
  });

  it("list what is due, the channel that has waited longest first, and say what comes next", async () => {
    await book.track(message(1, { dueAt: NOW - 1 }));
    await book.track(message(2, { dueAt: NOW + 50 }));
    await book.track(message(3, { channelId: "an older one", dueAt: NOW - 9 }));
    expect(await book.dueChannels(NOW, 5)).toEqual([{ guildId: GUILD, channelId: "an older one" }, at]);
    expect(await book.dueIn(at, NOW)).toEqual({ messageIds: [message(1).messageId], isAllDue: false });
    expect(await book.nextDueAt(NOW)).toBe(NOW + 50);
    expect([await book.isDue(message(1).messageId, NOW), await book.isDue(message(2).messageId, NOW)]).toEqual([true, false]);
    await book.forget(at, [message(1).messageId]);
    expect(await book.dueIn(at, NOW + 50)).toEqual({ messageIds: [message(2).messageId], isAllDue: true });
  });

  it("put off a channel in which a person acts, and longest what they act on; nothing is brought forward", async () => {
    await book.track(message(1, { dueAt: NOW }));
    await book.track(message(2, { dueAt: NOW }));
    await book.track(message(3, { dueAt: NOW + 9_000 }));
    await book.touch(CHANNEL, NOW + 10, { messageId: message(1).messageId, renewedUntil: NOW + 300 });
    const due = await Promise.all([1, 2, 3].map(async (id) => (await book.find(message(id).messageId))?.dueAt));
    expect(due).toEqual([NOW + 300, NOW + 10, NOW + 9_000]);
  });

  it("keep an own channel as long as what is in it, and forget it with that", async () => {
    await book.keepOwnChannel({ guildId: GUILD, userId: EVA, purpose: "flow", channelId: CHANNEL, idleAt: NOW });
    await book.keepOwnChannel({ guildId: GUILD, userId: EVA, purpose: "news", channelId: "news", idleAt: null });
    expect(await book.dueChannels(NOW, 5)).toEqual([at]);
    await book.track(message(1, { dueAt: NOW + 100 }));
    expect((await book.ownerOf(CHANNEL))?.idleAt).toBe(NOW + 100);
    expect(await book.dueChannels(NOW, 5)).toEqual([]);
    await book.touch("news", NOW + 999);
    expect(await book.ownChannel(GUILD, EVA, "news")).toMatchObject({ channelId: "news", idleAt: null });
    await book.forgetChannel(at);
    expect(await book.ownChannel(GUILD, EVA, "flow")).toBeNull();
    expect(await book.find(message(1).messageId)).toBeNull();
  });

  it("keep why own channels cannot be opened until they can, and news that nobody saw until it is told", async () => {
    await book.recordFailure(GUILD, "gone");
    await book.recordFailure(GUILD, "no-access");
    expect(await book.failureIn(GUILD)).toBe("no-access");
    await book.recordFailure(GUILD, null);
    expect(await book.failureIn(GUILD)).toBeNull();
    for (const number of [12, 7, 12]) await transactions(test.store, new TestClock(), [])((tx) => keepUnseen(tx, GUILD, EVA, number));
    expect(await book.unseenNews(GUILD, EVA)).toEqual([7, 12]);
    await book.seen(GUILD, EVA, [7]);
    expect(await book.unseenNews(GUILD, EVA)).toEqual([12]);
  });
});
