import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { defineTexts } from "../kernel/texts.ts";
import { tooLong } from "./text-places.ts";

const folder = mkdtempSync(join(tmpdir(), "texts-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, "views.ts"),
  `const form = modal(id.encode({ a, b: [1, 2] }), say("title", { number }), labelled(say("label"), input(say("hint", [3])), say("about")));
   const row = (look) => button(look, say(\`do.\${action}\`), id) + text(say("do.heading")) + option(say("choice"), "x", { description: say("more") });`,
);

const long = (length: number): string => "x".repeat(length);
const problems = (en: Record<string, string>): readonly string[] => tooLong({ folder, texts: defineTexts("room", en) }, "en").map((line) => line.split(" characters")[0] ?? "");

it.each([
  ["title", 45],
  ["label", 45],
  ["about", 100],
  ["do.claim", 80],
  ["do.claim_one", 80],
  ["choice", 100],
  ["more", 100],
])("finds %s too long for where it is shown", (key, limit) => {
  expect(problems({ [key]: long(limit) })).toEqual([]);
  expect(problems({ [key]: long(limit + 1) })).toEqual([`room: ${key}: ${limit + 1} of ${limit}`]);
});

it("counts what is put in as five characters", () => {
  expect(problems({ title: `${long(40)}{{number}}` })).toEqual([]);
  expect(problems({ title: `${long(41)}{{number}}` })).toEqual(["room: title: 46 of 45"]);
});

it("lets be what is shown elsewhere, also when a template could be meant by its key", () => {
  expect(problems({ other: long(500), "do.heading": long(500), "do.claim.about": long(500) })).toEqual([]);
});
