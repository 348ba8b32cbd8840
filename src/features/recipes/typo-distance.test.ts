import fc from "fast-check";
import { expect, test } from "vitest";
import { typoDistance } from "./typo-distance.ts";

test.each([
  ["cloak", "cloak", 0],
  ["clooak", "cloak", 1],
  ["clak", "cloak", 1],
  ["clozk", "cloak", 1],
  ["colak", "cloak", 1],
  ["kaolc", "cloak", 4],
  ["", "cloak", 5],
  ["cloak", "", 5],
])("%j is %j with %d mistakes", (typed, name, mistakes) => {
  expect(typoDistance(typed, name).whole).toBe(mistakes);
});

test("the prefix distance leaves out what is not typed yet", () => {
  expect(typoDistance("crusdaer", "crusader of the dawn")).toEqual({ whole: 13, prefix: 1 });
});

test("it is as far there as back, and no call changes the next", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const there = typoDistance(a, b).whole;
      expect(typoDistance(b, a).whole).toBe(there);
      expect(typoDistance(a, b).whole).toBe(there);
      expect(there).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      expect(there).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(there === 0).toBe(a === b);
    }),
  );
});
