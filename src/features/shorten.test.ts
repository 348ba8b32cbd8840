import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstOf, shorten } from "./shorten.ts";

const FAMILY = "👩‍👩‍👧‍👦";
const ZALGO = `z${"\u0301".repeat(150)}`;

describe("what is too long", () => {
  it.each([
    ["Enchant Weapon - Crusader", 25, "Enchant Weapon - Crusader"],
    ["Enchant Weapon - Crusader", 24, "Enchant Weapon -…"],
    ["Enchant Weapon", 8, "Enchant…"],
    ["Enchant\nWeapon", 10, "Enchant…"],
    ["for Rumpelstilzchenundfreunde", 20, "for Rumpelstilzchen…"],
    ["附魔武器十字军", 5, "附魔武器…"],
    [`a${FAMILY}${FAMILY}`, 13, `a${FAMILY}…`],
    ["noe\u0308l", 4, "no…"],
    ["🇩🇪🇫🇷🇪🇸", 10, "🇩🇪🇫🇷…"],
    ["a😀", 2, "a…"],
    [`ab${ZALGO}`, 100, "ab…"],
  ])("of %j is cut to %i at the end of a word, or between what is seen as characters", (text, limit, shown) => {
    expect(shorten(text, limit)).toBe(shown);
  });

  it("of a letter under more marks than fit is what fits", () => {
    expect(firstOf(ZALGO, 20)).toBe(ZALGO.slice(0, 20));
    expect(firstOf("😀", 1)).toBe("");
  });

  it("always fits, begins as the text does, and holds no half of a code point", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const shown = shorten(text, limit);
        expect(shown.length).toBeLessThanOrEqual(limit);
        expect(shown.isWellFormed()).toBe(true);
        expect(text.startsWith(shown.replace(/…$/, ""))).toBe(true);
        expect(firstOf(text, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
