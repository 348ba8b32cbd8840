import { expect, it } from "vitest";
import { seeded } from "../../measuring/times.ts";
import { mean, quantile, ratioInterval, type Round } from "./ratio-interval.ts";

const median = quantile(0.5);

/** Values as waiting times are, lognormal around `scale`, by Box and Muller. */
const waits = (random: () => number, count: number, scale: number): number[] => Array.from({ length: count }, () => scale * Math.exp(0.4 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())));
const rounds = (random: () => number, count: number, ratio: number): Round[] => Array.from({ length: 4 }, () => ({ base: waits(random, count, 100), other: waits(random, count, 100 * ratio) }));

function width(of: readonly Round[]): number {
  const { low, high } = ratioInterval(of, mean, seeded(3));
  return high - low;
}

it("finds the ratio of what is known, and an interval around it", () => {
  const exact = ratioInterval([{ base: [1, 2, 3], other: [10, 20, 30] }], mean, seeded(1));
  expect(exact.value).toBe(10);
  expect(exact.low).toBeLessThan(10);
  expect(exact.high).toBeGreaterThan(10);
  expect(ratioInterval([{ base: [5, 5], other: [15, 15] }], median, seeded(1))).toEqual({ value: 3, low: 3, high: 3 });
});

it("holds the true ratio in about 95 of 100 cases", () => {
  const random = seeded(7);
  const held = Array.from({ length: 100 }, () => ratioInterval(rounds(random, 40, 0.5), median, random, 300)).filter(({ low, high }) => low <= 0.5 && 0.5 <= high).length;
  expect(held).toBeGreaterThanOrEqual(90);
});

it("is narrower with more values, and does not hold a ratio that is far off", () => {
  const few = ratioInterval(rounds(seeded(1), 10, 2), median, seeded(2));
  const many = ratioInterval(rounds(seeded(1), 400, 2), median, seeded(2));
  expect(many.high - many.low).toBeLessThan(few.high - few.low);
  expect(many.low).toBeGreaterThan(1.5);
  expect(many.high).toBeLessThan(2.5);
});

it("counts what differs between rounds", () => {
  const alike: Round[] = [1, 1, 1].map(() => ({ base: [99, 100, 101], other: [199, 200, 201] }));
  const apart: Round[] = [1, 2, 4].map((times) => ({ base: [99, 100, 101], other: [100 * times, 101 * times, 102 * times] }));
  expect(width(apart)).toBeGreaterThan(10 * width(alike));
});

it("leaves out rounds in which one of the two has nothing", () => {
  const ratio = ratioInterval([{ base: [1, 2], other: [] }, { base: [4, 4], other: [8, 8] }], mean, seeded(1));
  expect(ratio).toEqual({ value: 2, low: 2, high: 2 });
});

it("gives the same for the same seed, and nothing for nothing", () => {
  const of = rounds(seeded(5), 20, 2);
  expect(ratioInterval(of, median, seeded(9))).toEqual(ratioInterval(of, median, seeded(9)));
  expect(ratioInterval([{ base: [1], other: [] }], median, seeded(1)).value).toBeNaN();
});
