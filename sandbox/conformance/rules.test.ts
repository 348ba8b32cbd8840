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

test("every rule says something else, and names a document or a reason", () => {
  const all = Object.values(RULES).flat();
  expect(new Set(all.map(({ says }) => says)).size).toBe(all.length);
  for (const { source } of all) expect("document" in source ? source.document : source.assumed).toMatch("document" in source ? /^[\w/-]+\.mdx:\d+$/ : /\w{3}/);
});
