import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmounts, parseAmounts } from "./typed-amounts.ts";
import { fold } from "./fold.ts";

const NAMES = ["Large Brilliant Shard", "Righteous Orb", "12 Pound Test"];

describe("amounts as people type them", () => {
  it.each([
    ["Large Brilliant Shard: 12"],
    ["large brilliant  shard:12"],
    ["  Large Brilliant Shard = 12  "],
    ["12 x Large Brilliant Shard"],
    ["12x Large Brilliant Shard"],
    ["12× large brilliant shard"],
    ["12 Large Brilliant Shard"],
    ["Large Brilliant Shard x 12"],
    ["Large Brilliant Shard x12"],
    ["Large Brilliant Shard 12"],
    ["- Large Brilliant Shard: 12"],
    ["• 12 Large Brilliant Shard"],
    ["\r\n\nLarge Brilliant Shard: 12\r\n"],
  ])("reads %j as 12 shards and nothing else", (text) => {
    expect(parseAmounts(text, NAMES)).toEqual({
      ok: true,
      value: [
        { name: "Large Brilliant Shard", amount: 12 },
        { name: "Righteous Orb", amount: 0 },
        { name: "12 Pound Test", amount: 0 },
      ],
    });
  });

  it("reads a name that begins with a number, and thousands", () => {
    expect(parseAmounts("12 Pound Test: 3\n1,200 Righteous Orb", NAMES)).toMatchObject({ ok: true, value: [{ amount: 0 }, { amount: 1200 }, { amount: 3 }] });
    expect(parseAmounts("3 12 Pound Test", NAMES)).toMatchObject({ ok: true, value: [{}, {}, { amount: 3 }] });
  });

  it.each([
    ["Large Brilliant Shard: many", "bad-amount"],
    ["Large Brilliant Shard: -3", "bad-amount"],
    ["Large Brilliant Shard: 1.5", "bad-amount"],
    ["Large Brilliant Shard:", "bad-amount"],
    ["Large Brilliant Shard", "bad-amount"],
    ["-3 Large Brilliant Shard", "bad-amount"],
    ["9999999999 Large Brilliant Shard", "bad-amount"],
    ["Small Brilliant Shard: 3", "unknown-material"],
    ["all of it", "unknown-material"],
    ["12", "unknown-material"],
  ])("says of %j: %s, naming the line", (line, kind) => {
    expect(parseAmounts(`Righteous Orb: 1\n${line}`, NAMES)).toEqual({ ok: false, error: [{ kind, line }] });
  });

  it("tells every wrong line, and a material that is there twice", () => {
    expect(parseAmounts("Dust: 3\nRighteous Orb: 1\nrighteous orb: 2", NAMES)).toEqual({
      ok: false,
      error: [
        { kind: "unknown-material", line: "Dust: 3" },
        { kind: "named-twice", line: "righteous orb: 2" },
      ],
    });
  });

  it("reads back whatever it writes, for any names", () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .map((text) => text.trim())
      .filter((text) => text !== "" && !/[\r\n]/.test(text));
    const amounts = fc.uniqueArray(fc.record({ name, amount: fc.integer({ min: 0, max: 999_999_999 }) }), { selector: (one) => fold(one.name), maxLength: 25 });
    fc.assert(
      fc.property(amounts, (given) => {
        expect(parseAmounts(formatAmounts(given), given.map((one) => one.name))).toEqual({ ok: true, value: given });
      }),
    );
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const outcome = parseAmounts(text, NAMES);
        expect(outcome.ok ? outcome.value.length : outcome.error.length).toBeGreaterThan(0);
      }),
    );
  });
});
