import { expect, test } from "vitest";
import type { Pack, Recipe } from "./recipe.ts";
import { RecipeBook } from "./recipe-book.ts";

const recipe = (id: string, name: string, category = "Meals", profession = "cooking"): Recipe => ({ id, name, category, profession, produces: 1, materials: [], source: "us" });
const pack = (id: string, recipes: readonly Recipe[], professions = [{ id: "cooking", name: "Cooking" }]): Pack => ({ id, name: id, game: "Any", version: "1", professions, sources: [], recipes });

const house = pack("house", [recipe("tea", "Tea", "Drinks"), recipe("stew", "Éclair stew"), recipe("pie", "Apple pie"), recipe("rod", "Rod", "Rods", "smithing")], [
  { id: "smithing", name: "Smithing" },
  { id: "cooking", name: "Cooking" },
]);
const book = new RecipeBook([house]);
const names = (recipes: Iterable<Recipe>) => Array.from(recipes, ({ name }) => name);

test("recipes are found by id", () => {
  expect(book.get("tea")?.name).toBe("Tea");
  expect(book.get("coffee")).toBeUndefined();
});

test("professions, categories and lists are in alphabetical order, accents aside", () => {
  expect(book.professions().map(({ id }) => id)).toEqual(["cooking", "smithing"]);
  expect(book.profession("smithing")?.name).toBe("Smithing");
  expect(book.categories("cooking")).toEqual(["Drinks", "Meals"]);
  expect(names(book.list({ profession: "cooking" }))).toEqual(["Apple pie", "Éclair stew", "Tea"]);
  expect(names(book.list({ profession: "cooking", category: "Meals" }))).toEqual(["Apple pie", "Éclair stew"]);
});

test("an unknown profession or category has nothing", () => {
  expect(book.categories("fishing")).toEqual([]);
  expect(names(book.list({ profession: "fishing" }))).toEqual([]);
  expect(names(book.list({ profession: "cooking", category: "Rods" }))).toEqual([]);
});

test("an empty search gives the preferred ones, then all by name, and no more than the limit", () => {
  expect(names(book.search(" ", { limit: 3, preferred: ["tea", "gone", "tea"] }))).toEqual(["Tea", "Apple pie", "Éclair stew"]);
  expect(names(book.search("", { limit: 1 }))).toEqual(["Apple pie"]);
});

test("a search finds what is meant", () => {
  expect(names(book.search("eclair", { limit: 25 }))).toEqual(["Éclair stew"]);
  expect(names(book.search("pie aple", { limit: 25 }))).toEqual(["Apple pie"]);
  expect(names(book.search("dragon", { limit: 25 }))).toEqual([]);
});

test("a later pack's recipe stands in for an earlier one's", () => {
  const both = new RecipeBook([house, pack("ours", [recipe("tea", "Green tea", "Drinks")])]);
  expect(both.get("tea")?.name).toBe("Green tea");
  expect(names(both.list({ profession: "cooking", category: "Drinks" }))).toEqual(["Green tea"]);
  expect(names(both.search("tea", { limit: 25 }))).toEqual(["Green tea"]);
});

test("each name is read a few times, however many there are to be put in order", () => {
  let reads = 0;
  const counted = Array.from({ length: 500 }, (_, index) => ({
    ...recipe(`r${index}`, ""),
    get name() {
      reads++;
      return `Dish ${(index * 211) % 500}`;
    },
  }));
  new RecipeBook([pack("counted", counted)]).search("dish", { limit: 1 });
  expect(reads).toBeLessThanOrEqual(3 * counted.length);
});
