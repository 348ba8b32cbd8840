import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Sketch } from "./sketch.ts";

const sketchOf = (values: readonly number[]): Sketch => {
  const sketch = new Sketch("seconds");
  for (const value of values) sketch.record(value);
  return sketch;
};
/** The smallest value that at least this part does not exceed. */
const exact = (values: readonly number[], part: number): number => values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)] ?? Number.NaN;
const seconds = fc.array(fc.double({ min: 0.0001, max: 600, noNaN: true }), { minLength: 1, maxLength: 300 });

describe("a sketch", () => {
  it("gives quantiles within 0.8 % of the true ones, and a microsecond", () => {
    fc.assert(
      fc.property(seconds, fc.constantFrom(0.5, 0.95, 0.99, 1), (values, part) => {
        const truth = exact(values, part);
        expect(Math.abs((sketchOf(values).quantile(part) ?? Number.NaN) - truth)).toBeLessThanOrEqual(truth * 0.008 + 0.000_001);
      }),
    );
  });

  it("merged from stored parts is as that of the whole", () => {
    fc.assert(
      fc.property(fc.array(seconds, { minLength: 1, maxLength: 5 }), (parts) => {
        const merged = new Sketch("seconds");
        for (const part of parts) merged.add(Sketch.decode("seconds", sketchOf(part).encoded()));
        const whole = sketchOf(parts.flat());
        expect([merged.count, ...[0.5, 0.95, 0.99].map((part) => merged.quantile(part))]).toEqual([whole.count, ...[0.5, 0.95, 0.99].map((part) => whole.quantile(part))]);
      }),
    );
  });

  it("tells nothing of no values", () => {
    const sketch = new Sketch("seconds");
    expect([sketch.count, sketch.quantile(0.5), sketch.max, sketch.mean]).toEqual([0, null, null, null]);
  });

  it("holds counts, bytes and what is below zero", () => {
    const steps = new Sketch("count");
    steps.record(2, 3);
    steps.record(7);
    expect([steps.count, steps.quantile(0.5), steps.max, steps.mean]).toEqual([4, 2, 7, 3.25]);
    const memory = new Sketch("bytes");
    memory.record(150 * 1_048_576);
    expect((memory.max ?? 0) / 1_048_576).toBeCloseTo(150, 0);
    const early = new Sketch("seconds");
    early.record(-0.002);
    expect(early.quantile(0.5)).toBe(0);
  });

  it("cannot be read from something else", () => {
    expect(() => Sketch.decode("seconds", "nonsense")).toThrow(/./);
  });
});
