import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Topic } from "../features/contract.ts";
import { button, card, row, text } from "../features/view-kit.ts";
import { NO_TELEMETRY } from "../telemetry/telemetry.ts";
import { openTestStore, type TestStore } from "../testing/engines.ts";
import { type OutboxBench, outboxBench } from "../testing/outbox-bench.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { outboxMigrations } from "./tables.ts";

/** One message in the channel `board`, which shows what was told last. */
const notice = (place: { messageId: string | null }): Topic => ({
  name: "note",
  compose: (_, { id, payload }) =>
    Promise.resolve({
      to: { kind: "channel", channelId: "board" },
      view: card(0, text(String(payload["text"])), row(button("secondary", "Details", `note.1:${id}`))),
      ...(place.messageId === null ? {} : { messageId: place.messageId }),
      isAskedFor: payload["isAskedFor"] === 1,
    }),
  delivered: (_, __, { messageId }) => Promise.resolve(void (place.messageId = messageId)),
});

describe("edits that would show the same again", () => {
  let test: TestStore;
  let bench: OutboxBench;
  let dispatcher: Dispatcher;
  let isOn: boolean;
  let skipped: string[];
  beforeEach(async () => {
    test = await openTestStore("sqlite", [outboxMigrations]);
    bench = await outboxBench(test.store, [notice({ messageId: null })]);
    isOn = true;
    skipped = [];
    const telemetry = { ...NO_TELEMETRY, count: (metric: string, labels: object) => void (metric === "editSkipped" && skipped.push(JSON.stringify(labels))) };
    dispatcher = bench.dispatcher({ skipsUnchanged: () => Promise.resolve(isOn), telemetry });
  });
  afterEach(() => test.drop());

  /** The calls that it takes to tell this. */
  async function telling(told: string, isAskedFor = 0): Promise<readonly string[]> {
    const before = bench.sender.calls.length;
    await bench.add({ key: "a", payload: { text: told, isAskedFor } });
    await dispatcher.drain();
    expect(await test.store.read.selectFrom("outbox").select("id").execute()).toEqual([]);
    return bench.sender.calls.slice(before);
  }

  it("are not sent, and counted", async () => {
    expect(await telling("one")).toEqual(["send board"]);
    expect(await telling("one")).toEqual([]);
    expect(await telling("two")).toEqual(["edit message-1"]);
    expect(await telling("two")).toEqual([]);
    expect(await telling("one")).toEqual(["edit message-1"]);
    expect([bench.sender.in("board"), skipped]).toEqual([["one\nDetails"], ['{"topic":"note"}', '{"topic":"note"}']]);
  });

  it("are sent where the guild has it so, from one moment to the next", async () => {
    await telling("one");
    isOn = false;
    expect(await telling("one")).toEqual(["edit message-1"]);
    isOn = true;
    expect(await telling("one")).toEqual([]);
  });

  it("are sent after one that failed, of which nobody knows what it left", async () => {
    await telling("one");
    bench.sender.fault = () => "error-after";
    await bench.add({ key: "a", payload: { text: "two" } });
    await dispatcher.drain();
    bench.sender.fault = () => null;
    bench.clock.at += 3_600_000;
    expect(await telling("one")).toEqual(["edit message-1", "edit message-1"]);
    expect(bench.sender.in("board")).toEqual(["one\nDetails"]);
  });

  it("are not missed on a message that was deleted, which comes back with the next change", async () => {
    await telling("one");
    bench.sender.messages.splice(0);
    expect(await telling("one")).toEqual([]);
    expect(await telling("two")).toEqual(["edit message-1", "send board"]);
    expect(await telling("two")).toEqual([]);
  });

  it("are sent when somebody asked for the message", async () => {
    await telling("one");
    bench.sender.messages.splice(0);
    expect(await telling("one", 1)).toEqual(["edit message-1", "send board"]);
  });

  it("are sent by a process that has not sent anything yet", async () => {
    await telling("one");
    dispatcher = bench.dispatcher({ skipsUnchanged: () => Promise.resolve(true) });
    expect(await telling("one")).toEqual(["edit message-1"]);
  });
});
