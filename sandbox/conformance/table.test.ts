import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documented, type Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";
import { countsTable, rulesPage, withCounts } from "./table.ts";

const check: Rule["check"] = () => Promise.resolve();

const written = (name: string): string => readFileSync(join(import.meta.dirname, "..", name), "utf8");

test("CONFORMANCE.md and the README say what the rules are: npm run conformance -w sandbox -- --write writes them", () => {
  expect(written("CONFORMANCE.md")).toBe(rulesPage(RULES));
  expect(written("README.md")).toBe(withCounts(written("README.md"), RULES));
});

test("the counts stand apart by where a rule is from", () => {
  const rules = { Things: [documented("a thing is", "a/b.mdx:1", check), { says: "another is", source: { assumed: "they say so" }, check }] };
  expect(countsTable(rules).split("\n").slice(2)).toEqual(["| Things | 1 | 1 |", "| **in all** | 1 | 1 |"]);
  expect(rulesPage(rules)).toContain("| another is | assumed: they say so |");
  expect(() => withCounts("nothing", rules)).toThrow("no place for the counts");
});
