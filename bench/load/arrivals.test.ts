import { expect, it } from "vitest";
import { chance } from "../../test/kill/random.ts";
import { arrivalsAtOnce, arrivalsAtRate } from "./arrivals.ts";

it("lets people arrive at a fixed rate, for as long as is asked", () => {
  const arrivals = arrivalsAtRate({ rate: 4, seconds: 10, mix: { status: 1 } }, chance("1"));
  expect(arrivals).toHaveLength(40);
  expect(arrivals.slice(0, 3).map(({ dueMs }) => dueMs)).toEqual([0, 250, 500]);
  expect(arrivals.at(-1)?.dueMs).toBe(9_750);
});

it("chooses by weight, and the same again with the same seed", () => {
  const arriving = { rate: 1_000, seconds: 10, mix: { request: 3, status: 1 } };
  const arrivals = arrivalsAtRate(arriving, chance("a seed"));
  const requests = arrivals.filter(({ flow }) => flow === "request").length;
  expect(requests / arrivals.length).toBeCloseTo(0.75, 1);
  expect(new Set(arrivals.map(({ flow }) => flow))).toEqual(new Set(["request", "status"]));
  expect(arrivalsAtRate(arriving, chance("a seed"))).toEqual(arrivals);
  expect(arrivalsAtRate(arriving, chance("another"))).not.toEqual(arrivals);
});

it("lets everybody arrive in the same instant, once each", () => {
  expect(arrivalsAtOnce(3, { status: 1 }, chance("1"))).toEqual([
    { dueMs: 0, flow: "status" },
    { dueMs: 0, flow: "status" },
    { dueMs: 0, flow: "status" },
  ]);
});
