import { expect, it } from "vitest";
import { ago, anyOf, channel, inline, person, quotation, role } from "./phrases.ts";

it("mentions and counts as Discord draws it", () => {
  expect([person("1"), role("2"), channel("3"), ago(1_800_000_000_999)]).toEqual(["<@1>", "<@&2>", "<#3>", "<t:1800000000:R>"]);
});

it.each([
  ["en-US", "A, B, or C"],
  ["de", "A, B oder C"],
])("lists in %s: %s", (locale, list) => {
  expect(anyOf(locale, ["A", "B", "C"])).toBe(list);
});

it("puts what was typed into one harmless line", () => {
  expect(inline("  @everyone\n\t# loud  ", 60)).toBe("\\@everyone \\# loud");
  expect(inline("*".repeat(10), 4)).toBe("\\*\\*\\*…");
});

it("quotes lines, without empty ones", () => {
  expect(quotation("one\r\n\n# two", 60)).toBe("> one\n> \\# two");
});
