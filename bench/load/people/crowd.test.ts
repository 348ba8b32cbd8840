import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Arrival } from "../arrivals.ts";
import { type Member, sendPeople } from "./crowd.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const first = (): number => 0;

/** Somebody who waits so long for the bot with each flow. */
function member(waitMs: number, isCrafter = false): Member {
  return {
    isCrafter,
    async go() {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      return { end: "done", steps: [{ kind: "command", state: "answered", acknowledgedMs: waitMs, shownMs: waitMs }] };
    },
  };
}

const every = (ms: number, count: number): Arrival[] => Array.from({ length: count }, (_, index) => ({ dueMs: index * ms, flow: "status" }));

it("does not wait for a slow bot: who comes while it is slow waits from when they were due", async () => {
  const sent = sendPeople([member(1_000)], every(100, 3), 60_000, first);
  await vi.runAllTimersAsync();
  const records = await sent;
  expect(records.map(({ lateMs }) => Math.round(lateMs))).toEqual([0, 900, 1_800]);
  expect(records.map(({ waitedMs }) => Math.round(waitedMs))).toEqual([1_000, 1_900, 2_800]);
});

it("sends who is free", async () => {
  const sent = sendPeople([member(1_000), member(1_000), member(1_000)], every(100, 3), 60_000, first);
  await vi.runAllTimersAsync();
  expect((await sent).map(({ lateMs }) => Math.round(lateMs))).toEqual([0, 0, 0]);
});

it("leaves crafters' work to crafters, who do all else too", async () => {
  const arrivals: Arrival[] = [{ dueMs: 0, flow: "manage" }, { dueMs: 0, flow: "manage" }, { dueMs: 0, flow: "status" }];
  const sent = sendPeople([member(100), member(100, true)], arrivals, 60_000, first);
  await vi.runAllTimersAsync();
  expect((await sent).map(({ lateMs }) => Math.round(lateMs))).toEqual([0, 100, 0]);
});

it("counts who was never served as having waited until the end", async () => {
  const sent = sendPeople([member(60_000)], every(0, 2), 5_000, first);
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await sent).map(({ end, waitedMs }) => [end, Math.round(waitedMs)])).toEqual([
    ["unserved", 5_000],
    ["unserved", 5_000],
  ]);
});
