import { describe, expect, it } from "vitest";
import { err, ok } from "../../kernel/result.ts";
import { foldName, forbiddenSigns, parseCharacterName } from "./character-name.ts";

describe("a character's name", () => {
  it.each([
    ["Thrandil", "Thrandil"],
    ["  Jo  ", "Jo"],
    ["Old \t  Tom", "Old Tom"],
    ["Æsir\u00A0Ström", "Æsir Ström"],
    ["e\u0301lan", "\u00e9lan"],
    ["🔥Tom🔥", "🔥Tom🔥"],
    ["7.", "7."],
    ["𝒜".repeat(24), "𝒜".repeat(24)],
    ["کرم‌کار", "کرم‌کار"],
    ["O'Brien-Smith #1", "O'Brien-Smith #1"],
    ["*starred*", "*starred*"],
  ])("may be %j", (typed, kept) => {
    expect(parseCharacterName(typed)).toEqual(ok(kept));
  });

  it.each(["", " ", "J", " J ", "x".repeat(25), "🔥".repeat(25)])("has 2 to 24 characters: not %j", (typed) => {
    expect(parseCharacterName(typed)).toEqual(err("name-length"));
  });

  it.each([
    ["a line break", "Tom\nBom"],
    ["a control character", "Tom\u0007"],
    ["a mention", "<@900000000000000009>"],
    ["everyone", "@everyone"],
    ["a channel", "<#12>"],
    ["a code span", "`Tom`"],
    ["text that runs backwards", "Tom\u202Emot"],
    ["half of an emoji", "Tom\uD83D"],
    ["a line separator", "Tom\u2028Bom"],
  ])("cannot have %s", (_, typed) => {
    expect(parseCharacterName(typed)).toEqual(err("name-characters"));
    expect(forbiddenSigns(typed)).not.toEqual([]);
  });

  it.each([
    ["Xx@everyone@", ["@"]],
    ["<`Tom`>", ["<", "`", ">"]],
    ["Tom\u202E\nmot", ["U+202E", "U+000A"]],
    ["Tom", []],
  ])("of %j, tells which signs it cannot have", (typed, signs) => {
    expect(forbiddenSigns(typed)).toEqual(signs);
  });

  it.each([
    ["only emoji", "😀😀"],
    ["only marks", "***"],
    ["nothing to see", "\u200B\u200B\u200B"],
    ["a blank that is a letter", "\u3164\u3164"],
  ])("is something that can be typed: not %s", (_, typed) => {
    expect(parseCharacterName(typed)).toEqual(err("name-letters"));
  });

  it.each([
    ["Thrandil", "THRANDIL"],
    ["ＴＯＭ", "tom"],
    ["Ström", "STRÖM"],
    ["Tom\u200D", "tom"],
    ["❤️x", "❤x"],
    ["ﬁnn", "FINN"],
  ])("%j is the same as %j", (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it("differs where a reader sees a difference", () => {
    expect(foldName("Ström")).not.toBe(foldName("Strom"));
  });
});
