import { expect, test } from "vitest";
import type { Pack, Recipe } from "./recipe.ts";
import { RecipeShelf } from "./recipe-shelf.ts";

const recipe = (id: string, name: string): Recipe => ({ id, name, category: "Meals", profession: "cooking", produces: 1, materials: [], source: "us" });
const pack = (id: string, recipes: readonly Recipe[], professions: Pack["professions"] = []): Pack => ({ id, name: id, game: "Any", version: "1", professions, sources: [], recipes });
const house = pack("house", [recipe("tea", "Tea"), recipe("stew", "Stew")]);
const ours = pack("ours", [recipe("tea", "Green tea")]);

test("a guild has the packs that it chose, in its order; one that is not loaded is passed over", () => {
  const shelf = new RecipeShelf([house, ours]);
  expect(shelf.bookOf(null).get("tea")?.name).toBe("Green tea");
  expect(shelf.bookOf(["ours", "house"]).get("tea")?.name).toBe("Tea");
  expect(shelf.bookOf(["gone", "ours"]).get("stew")).toBeUndefined();
  expect(shelf.bookOf([]).professions()).toEqual([]);
  expect(shelf.bookOf(["house"])).toBe(shelf.bookOf(["house"]));
});

test("a book is made once for all choices that come to the same", () => {
  const [smithy, inn] = [pack("smithy", [recipe("nail", "Nail")]), pack("inn", [recipe("ale", "Ale")])];
  const shelf = new RecipeShelf([house, smithy, ours, inn]);
  expect(shelf.bookOf(["inn", "smithy", "house"])).toBe(shelf.bookOf(["house", "inn", "smithy"]));
  expect(shelf.bookOf(["house", "smithy", "ours", "inn"])).toBe(shelf.bookOf(null));
  expect(shelf.bookOf(["ours", "house", "ours"])).toBe(shelf.bookOf(["house", "ours"]));
  expect(shelf.bookOf(["ours", "house"])).not.toBe(shelf.bookOf(["house", "ours"]));
});

test("the books that nobody asked for of late are let go", () => {
  const many = Array.from({ length: 30 }, (_, index) => pack(`p${index}`, [recipe(`r${index}`, `Dish ${index}`)]));
  const shelf = new RecipeShelf(many);
  const [first, second] = [shelf.bookOf(["p0"]), shelf.bookOf(["p1"])];
  for (let index = 2; index < 21; index++) {
    shelf.bookOf([`p${index}`]);
    shelf.bookOf(["p0"]);
  }
  expect([shelf.bookOf(["p0"]) === first, shelf.bookOf(["p1"]) === second]).toEqual([true, false]);
});
