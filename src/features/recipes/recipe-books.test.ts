import { expect, test } from "vitest";
import type { Pack, Recipe } from "./recipe.ts";
import { recipeBooks } from "./recipe-books.ts";

const recipe = (id: string, name: string): Recipe => ({ id, name, category: "Meals", profession: "cooking", produces: 1, materials: [], source: "us" });
const pack = (id: string, recipes: readonly Recipe[], professions: Pack["professions"] = []): Pack => ({ id, name: id, game: "Any", version: "1", professions, sources: [], recipes });
const house = pack("house", [recipe("tea", "Tea"), recipe("stew", "Stew")]);
const ours = pack("ours", [recipe("tea", "Green tea")]);

test("a guild has the packs that it chose, in its order; one that is not loaded is passed over", () => {
  const books = recipeBooks([house, ours]);
  expect(books(null).get("tea")?.name).toBe("Green tea");
  expect(books(["ours", "house"]).get("tea")?.name).toBe("Tea");
  expect(books(["gone", "ours"]).get("stew")).toBeUndefined();
  expect(books([]).professions()).toEqual([]);
  expect(books(["house"])).toBe(books(["house"]));
});

test("a book is made once for all choices that come to the same", () => {
  const [smithy, inn] = [pack("smithy", [recipe("nail", "Nail")]), pack("inn", [recipe("ale", "Ale")])];
  const books = recipeBooks([house, smithy, ours, inn]);
  expect(books(["inn", "smithy", "house"])).toBe(books(["house", "inn", "smithy"]));
  expect(books(["house", "smithy", "ours", "inn"])).toBe(books(null));
  expect(books(["ours", "house", "ours"])).toBe(books(["house", "ours"]));
  expect(books(["ours", "house"])).not.toBe(books(["house", "ours"]));
});

test("the books that nobody asked for of late are let go", () => {
  const many = Array.from({ length: 30 }, (_, index) => pack(`p${index}`, [recipe(`r${index}`, `Dish ${index}`)]));
  const books = recipeBooks(many);
  const [first, second] = [books(["p0"]), books(["p1"])];
  for (let index = 2; index < 21; index++) {
    books([`p${index}`]);
    books(["p0"]);
  }
  expect([books(["p0"]) === first, books(["p1"]) === second]).toEqual([true, false]);
});
