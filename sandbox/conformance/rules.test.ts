import { describe, expect, test } from "vitest";
import { Lab } from "./lab.ts";
import { RULES } from "./rules/index.ts";

describe.each(Object.entries(RULES))("%s", (_area, rules) => {
  // Each check asserts by itself and throws when its rule does not hold.
  test.each(rules.map((rule) => [rule.says, rule] as const))("%s", async (_says, rule) => {
    await using lab = new Lab();
    await expect(rule.check(lab)).resolves.toBeUndefined();
  });
});

/** A few words at least; of the documents only what they leave open. */
const isReason = (why: string): boolean => why.split(" ").length >= 4 && !/not noted/.test(why) && (!/\bdocument|\.mdx|events\/gateway/.test(why) || /\b(?:no|not|nothing|only)\b/.test(why));

const ALL = Object.values(RULES).flat();

test("every rule says something else", () => {
  expect(new Set(ALL.map(({ says }) => says)).size).toBe(ALL.length);
});

test("a rule of the documents names the line", () => {
  expect(ALL.flatMap(({ source }) => ("document" in source && !/^[\w/-]+\.mdx:[1-9]\d*$/.test(source.document) ? [source.document] : []))).toEqual([]);
});

test("a rule that is no document's says why it is believed: what is seen, or what the documents leave open, and not that they say so", () => {
  expect(ALL.flatMap(({ source }) => ("assumed" in source && !isReason(source.assumed) ? [source.assumed] : []))).toEqual([]);
});
