import { describe, expect, it } from "vitest";
import { medianOf, pairedRatio, ratioText } from "./ratio.ts";

describe("a paired ratio", () => {
  it("of the same rounds is one, without doubt", () => {
    expect(pairedRatio([3, 1, 2], [3, 1, 2])).toEqual({ ratio: 1, low: 1, high: 1 });
  });

  it("is that of the medians, and its interval holds it", () => {
    const before = Array.from({ length: 40 }, (_, index) => 100 + (index % 7));
    const found = pairedRatio(before, before.map((value, index) => value * 1.5 + (index % 3)));
    expect(found.ratio).toBeCloseTo(1.51, 2);
    expect(found.low).toBeLessThanOrEqual(found.ratio);
    expect(found.high).toBeGreaterThanOrEqual(found.ratio);
    expect(found.high - found.low).toBeLessThan(0.08);
  });

  it("is wide where rounds differ by more than what is asked", () => {
    const { low, high } = pairedRatio([1, 10, 1, 10, 1, 10], [10, 1, 10, 1, 10, 1]);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(2);
  });

  it("needs pairs", () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow("rounds must come in pairs");
  });
});

it("a median is the middle, or between the two", () => {
  expect([medianOf([3, 1, 2]), medianOf([4, 1, 3, 2])]).toEqual([2, 2.5]);
});

it("a ratio's text has its interval", () => {
  expect(ratioText({ ratio: 1.014, low: 0.99, high: 1.04 })).toBe("1.01x (0.99 to 1.04)");
});
