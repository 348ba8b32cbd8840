import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { withinGlobalLimit } from "./global-limit.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const URL_OF_A_MESSAGE = "https://discord.com/api/v10/channels/1/messages";
const URL_OF_AN_ANSWER = "https://discord.com/api/v10/interactions/1/token/callback";

/** When each of these calls left, all of them asked for at once. */
async function leavesOf(urls: readonly string[]): Promise<readonly number[]> {
  const from = performance.now();
  const leaves: number[] = [];
  const make = withinGlobalLimit(() => {
    leaves.push(Math.round(performance.now() - from));
    return Promise.resolve(new Response());
  });
  const all = Promise.all(urls.map((url) => make(url, {})));
  await vi.runAllTimersAsync();
  await all;
  return leaves;
}

it("lets 50 leave at once, and no more in any second and what calls may gain on each other", async () => {
  const leaves = await leavesOf(Array.from({ length: 160 }, () => URL_OF_A_MESSAGE));
  expect(leaves.slice(0, 50).every((at) => at === 0)).toBe(true);
  expect(leaves).toHaveLength(160);
  for (const from of new Set(leaves)) expect(leaves.filter((at) => at >= from && at < from + 1_150).length).toBeLessThanOrEqual(50);
  expect(leaves.at(-1)).toBe(3 * 1_150);
});

it("does not let those leave in a heap that a busy process held up", async () => {
  let now = 0;
  const leaves: number[] = [];
  const pause = {
    now: () => now,
    // Whoever waits is woken half a second late.
    wait: (ms: number) => {
      now += ms + 500;
      return Promise.resolve();
    },
  };
  const make = withinGlobalLimit(() => {
    leaves.push(now);
    return Promise.resolve(new Response());
  }, undefined, pause);
  await Promise.all(Array.from({ length: 200 }, () => make(URL_OF_A_MESSAGE, {})));
  for (const from of new Set(leaves)) expect(leaves.filter((at) => at >= from && at < from + 1_150).length).toBeLessThanOrEqual(50);
});

it("never has an answer to an interaction wait for them", async () => {
  const leaves = await leavesOf([...Array.from({ length: 60 }, () => URL_OF_A_MESSAGE), ...Array.from({ length: 60 }, () => URL_OF_AN_ANSWER)]);
  expect(leaves.filter((at) => at === 0)).toHaveLength(50 + 60);
});

it("tells of each call that has to wait, and leaves the turn of one that nobody waits for any more to the next", async () => {
  const heldUp: string[] = [];
  let left = 0;
  const make = withinGlobalLimit(
    (_, { signal }) => {
      if (signal?.aborted) return Promise.reject(new Error("given up"));
      left += 1;
      return Promise.resolve(new Response());
    },
    (url, method) => heldUp.push(`${method} ${url}`),
  );
  const all = Promise.allSettled([
    ...Array.from({ length: 50 }, () => make(URL_OF_A_MESSAGE, {})),
    make(URL_OF_A_MESSAGE, { method: "PATCH" }),
    ...Array.from({ length: 60 }, () => make(URL_OF_A_MESSAGE, { signal: AbortSignal.abort() })),
    make(URL_OF_A_MESSAGE, { method: "DELETE" }),
  ]);
  await vi.runAllTimersAsync();
  expect(left).toBe(52);
  expect((await all).filter(({ status }) => status === "rejected")).toHaveLength(60);
  expect(heldUp).toEqual([`PATCH ${URL_OF_A_MESSAGE}`]);
});
