import { describe, expect, it } from "vitest";
import type { Recipe } from "./recipe.ts";
import { RecipeBook } from "./recipe-book.ts";

const recipe = (id: string, name: string, names?: Readonly<Record<string, string>>): Recipe => ({ id, name, names, profession: "tailoring", category: "Bags", produces: 1, materials: [], source: "the game" });
const book = new RecipeBook([
  {
    id: "bags",
    name: "Bags",
    game: "A game",
    version: "1",
    professions: [{ id: "tailoring", name: "Tailoring" }],
    sources: [],
    recipes: [recipe("rune", "Runecloth Bag", { de: "Runenstofftasche", "pt-BR": "Bolsa de Pano Rúnico" }), recipe("silk", "Silk Bag")],
  },
]);

const named = (locale: string) => Array.from(book.spokenIn(locale).list({ profession: "tailoring" }), ({ name }) => name);

describe("a recipe's name", () => {
  it.each([
    ["de", ["Runenstofftasche", "Silk Bag"]],
    ["pt-BR", ["Bolsa de Pano Rúnico", "Silk Bag"]],
    ["en-US", ["Runecloth Bag", "Silk Bag"]],
    ["fr", ["Runecloth Bag", "Silk Bag"]],
  ])("is said in %s where the pack has it, else as the pack has it", (locale, names) => {
    expect(named(locale)).toEqual(names);
  });

  it("is found in a person's language and in the pack's, once", () => {
    const german = book.spokenIn("de");
    for (const typed of ["runenstoff", "Runecloth Bag", "runecloht"]) expect(german.search(typed, { limit: 5 }).map(({ id }) => id)).toContain("rune");
    expect(german.search("", { limit: 5 }).map(({ id }) => id)).toEqual(["rune", "silk"]);
    expect(german.namedIn("Wer macht mir eine Runenstofftasche und eine Silk Bag?").map(({ id }) => id)).toEqual(["rune", "silk"]);
    expect(german.namedIn("a runecloth bag").map(({ id }) => id)).toEqual(["rune"]);
  });

  it("keeps the pack's own beside it, and its id", () => {
    expect(book.spokenIn("de").get("rune")).toMatchObject({ name: "Runenstofftasche", ownName: "Runecloth Bag" });
    expect(book.spokenIn("de")).toBe(book.spokenIn("de"));
    expect(book.spokenIn("fr")).toBe(book);
  });
});
