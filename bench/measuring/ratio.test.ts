import { describe, expect, it } from "vitest";
import { medianOf, pairedRatio } from "./ratio.ts";

describe("a paired ratio", () => {
  it("of the same rounds is one, without doubt", () => {
    expect(pairedRatio([2, 2, 2], [2, 2, 2])).toEqual({ value: 1, low: 1, high: 1 });
  });

  it("is the middle one of the rounds, however the rounds differ from each other", () => {
    const before = Array.from({ length: 40 }, (_, index) => 100 * (1 + (index % 7)));
    const { value, low, high } = pairedRatio(before, before.map((one, index) => one * (1.5 + (index % 3) / 100)));
    expect(value).toBeCloseTo(1.51, 2);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
    expect(high - low).toBeLessThan(0.1);
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

it("a median is the nearest rank's", () => {
  expect([medianOf([3, 1, 2]), medianOf([4, 1, 3, 2])]).toEqual([2, 2]);
});
