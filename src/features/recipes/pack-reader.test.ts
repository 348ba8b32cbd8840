import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { compileBook } from "./book-data.ts";
import { createPackReader } from "./pack-reader.ts";
import type { Pack, Recipe } from "./recipe.ts";
import { RecipeBook } from "./recipe-book.ts";
import { openPack, sealPack } from "./sealed-pack.ts";

const reader = createPackReader();
afterAll(() => reader.close());

const WORDS = ["Elixir", "of", "Éclair", "Größe", "Robe", "Moon-Cloth", "Бутылка", "魔法药水", "🗡️ Blade", "x", "’s", "II"];
const name = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(" ")),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
);
const recipe: fc.Arbitrary<Recipe> = fc.record(
  {
    id: fc.integer({ min: 0, max: 40 }).map((number) => `recipe-${number}`),
    name,
    names: fc.dictionary(fc.constantFrom("de", "es-ES", "es-419", "pt-BR"), name, { maxKeys: 3 }),
    profession: fc.constantFrom("cooking", "smithing", "undeclared"),
    category: fc.constantFrom("Meals", "Tools", "Éclairs"),
    produces: fc.integer({ min: 1, max: 5 }),
    materials: fc.array(fc.record({ id: fc.constant("m"), name, quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 2 }),
    source: fc.constant("us"),
  },
  { requiredKeys: ["id", "name", "profession", "category", "produces", "materials", "source"] },
);
const packs: fc.Arbitrary<readonly Pack[]> = fc
  .array(fc.uniqueArray(recipe, { selector: ({ id }) => id, maxLength: 30 }), { minLength: 1, maxLength: 3 })
  .map((all) => all.map((recipes, at) => ({ id: `pack-${at}`, name: "A pack", game: "Any", version: "1", sources: [], recipes, professions: [{ id: "cooking", name: "Cooking" }, { id: "smithing", name: `Smithing ${at}` }] })));

/** What a book answers to everything that can be asked of it. */
function answersOf(book: RecipeBook, queries: readonly string[]): unknown {
  const professions = ["cooking", "smithing", "undeclared", "fishing"];
  return {
    professions: book.professions(),
    byId: Array.from({ length: 41 }, (_, number) => book.get(`recipe-${number}`)),
    lists: professions.map((profession) => [[...book.list({ profession })], book.categories(profession).map((category) => [category, ...book.list({ profession, category })])]),
    found: queries.map((query) => book.search(query, { limit: 7, preferred: ["recipe-3", "recipe-5"] })),
    named: queries.map((query) => book.namedIn(`I need a ${query} and ${queries[0]}`)),
  };
}

describe("a book that the worker has made", () => {
  it("is the one that is made here, and answers the same, in every language", async () => {
    await fc.assert(
      fc.asyncProperty(packs, fc.array(name, { minLength: 1, maxLength: 5 }), fc.constantFrom(null, "de", "es-MX", "pt-BR", "fr"), async (given, queries, locale) => {
        const sealed = given.map(sealPack);
        const data = await reader.compile({ packs: sealed, locale });
        expect(data).toEqual(compileBook(given, locale));
        const here = new RecipeBook(given);
        expect(answersOf(new RecipeBook(sealed.map(openPack), data, locale), queries)).toEqual(answersOf(locale === null ? here : here.spokenIn(locale), queries));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("holds what a plain look through all recipes finds", async () => {
    await fc.assert(
      fc.asyncProperty(packs, async (given) => {
        const sealed = given.map(sealPack);
        const book = new RecipeBook(sealed.map(openPack), await reader.compile({ packs: sealed, locale: null }));
        const standing = new Map(given.flatMap(({ recipes }) => Array.from(recipes, (each) => [each.id, each] as const)));
        for (const [id, each] of standing) {
          expect(book.get(id)).toEqual(each);
          expect([...book.list(each)]).toContainEqual(each);
          expect(book.search(each.name, { limit: 100 })).toContainEqual(each);
        }
        expect(["cooking", "smithing", "undeclared"].flatMap((profession) => [...book.list({ profession })])).toHaveLength(standing.size);
        expect(book.search("", { limit: 1_000 })).toHaveLength(standing.size);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
