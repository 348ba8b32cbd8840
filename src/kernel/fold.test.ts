import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.ts";

/** By Unicode's rules alone, plain or not. */
const byTheBook = (text: string): string => text.normalize("NFKC").replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("en-US");

describe("folding", () => {
  it.each([
    ["  Enchant   Weapon - Crusader ", "enchant weapon - crusader"],
    ["ＡＢＣ\u200B", "abc"],
    ["Ärmel\n\tİstanbul", "ärmel i̇stanbul"],
    ["I", "i"],
    ["", ""],
  ])("of %j is %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("is for plain texts what it is for all others", () => {
    const texts = fc.oneof(fc.string({ unit: "grapheme-ascii" }), fc.string({ unit: "grapheme" }), fc.stringMatching(/^[ A-Za-z\t\n]*$/));
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(text)).toBe(byTheBook(text));
      }),
    );
  });
});
