import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Pack, Recipe } from "./recipe.ts";
import { openRecipePacks, type RecipePacks } from "./recipe-packs.ts";

let folder: string;
let lines: string[];
let told: string[][];
let recipes: RecipePacks;

const quiet = (): void => undefined;
const note = (_: object, sentence: string): void => void lines.push(sentence);
const tell = (packs: readonly Pack[]): void => void told.push(packs.map(({ id }) => id));

function write(pack: string, dishes: readonly object[], name = pack): void {
  mkdirSync(join(folder, pack), { recursive: true });
  writeFileSync(join(folder, pack, "pack.yaml"), JSON.stringify({ id: pack, name, game: "Any", version: "1", professions: [{ id: "cooking", name: "Cooking" }], sources: [] }));
  writeFileSync(join(folder, pack, "cooking.json"), JSON.stringify({ profession: "cooking", recipes: dishes }));
}
const dish = (id: string, name: string, more: Partial<Recipe> = {}) => ({ id, name, category: "Meals", materials: [], source: "us", ...more });
const dishes = (version: string) => Array.from({ length: 400 }, (_, at) => dish(`dish-${at}`, `Dish ${at} of ${version}`, { names: { de: `Gericht ${at} of ${version}` } }));
const drinks = (version: string) => Array.from({ length: 400 }, (_, at) => dish(`drink-${at}`, `Drink ${at} of ${version}`));
const found = (text: string, packIds: readonly string[] | null = null): string[] => recipes.bookOf(packIds).search(text, { limit: 25 }).map(({ name }) => name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "guildsmith-packs-"));
  [lines, told] = [[], []];
  write("house", [dish("stew", "Old stew", { names: { de: "Alter Eintopf" } })]);
  write("inn", [dish("ale", "Old ale")]);
  recipes = await openRecipePacks({ directories: [folder], log: { debug: quiet, info: note, warn: note, error: note }, onPacks: tell });
});
afterEach(async () => {
  await recipes.close();
  rmSync(folder, { recursive: true });
});

describe("packs that are read again", () => {
  it("replace the earlier ones, in the books of every choice and language, and one line tells it", async () => {
    expect([found("stew"), found("ale", ["inn"]), recipes.bookOf(null).spokenIn("de").get("stew")?.name]).toEqual([["Old stew"], ["Old ale"], "Alter Eintopf"]);
    const earlier = recipes.bookOf(["inn"]);
    write("house", [dish("stew", "New stew", { names: { de: "Neuer Eintopf" } }), dish("pie", "Pie")], "Our house");
    write("inn", [dish("beer", "New beer")]);
    await recipes.reload();
    expect([found("stew"), found("pie"), found("", ["inn"])]).toEqual([["New stew"], ["Pie"], ["New beer"]]);
    expect(recipes.bookOf(null).spokenLocales()).toEqual(["de"]);
    expect(recipes.bookOf(null).spokenIn("de").search("neuer eintopf", { limit: 5 })).toMatchObject([{ name: "Neuer Eintopf", ownName: "New stew" }]);
    expect(recipes.packs.map(({ name }) => name)).toEqual(["Our house", "inn"]);
    expect(lines).toEqual([expect.stringMatching(/^the recipe packs were read again: 2 packs, 3 recipes, read in \d+ ms, 3 books made in \d+ ms$/)]);
    // Who has the earlier book goes on with it.
    expect(earlier.get("ale")?.name).toBe("Old ale");
  });

  it("are a pack more or less", async () => {
    write("smithy", [dish("nail", "Nail")]);
    renameSync(join(folder, "inn"), join(folder, "../inn-that-is-gone"));
    await recipes.reload();
    rmSync(join(folder, "../inn-that-is-gone"), { recursive: true });
    expect([found("nail"), found("ale"), found("", ["inn"])]).toEqual([["Nail"], [], []]);
    expect(told).toEqual([["house", "inn"], ["house", "smithy"]]);
  });

  it.each([
    ["is no JSON", () => writeFileSync(join(folder, "inn/cooking.json"), `{\n  "profession": "cooking",\n  "recipes": [}`), /inn\/cooking\.json: This cannot be read as JSON: .*\(line 3\)\.$/],
    ["is no YAML", () => writeFileSync(join(folder, "inn/pack.yaml"), `id: inn\nname: [`), /inn\/pack\.yaml: This is not valid YAML: .* at line 2/],
    ["breaks a rule", () => write("inn", [dish("ale", "New ale"), { ...dish("mead", "Mead"), produces: 0 }]), /inn\/cooking\.json at recipes\[1\]\.produces: It must be a whole number from 1/],
    ["is gone", () => rmSync(folder, { recursive: true }), /: There is no such folder\.$/],
  ])("stay as they were where something %s, which is told with its place", async (_, spoil, line) => {
    const before = recipes.bookOf(null);
    if (!line.source.includes("such folder")) write("house", [dish("stew", "New stew")]);
    spoil();
    await recipes.reload();
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(lines[0]).toMatch(/^The recipe packs stay as they were: /);
    expect([found("stew"), found("ale"), recipes.bookOf(null) === before, told.length]).toEqual([["Old stew"], ["Old ale"], true, 1]);
    write("house", [dish("stew", "New stew")]);
    write("inn", []);
    await recipes.reload();
    expect([found("stew"), found("ale")]).toEqual([["New stew"], []]);
  });

  it("are all old or all new to whoever asks at any moment", async () => {
    const seen = new Set<string>();
    for (const version of ["v1", "v2", "v3", "v4"]) {
      write("house", dishes(version), version);
      write("inn", drinks(version), version);
      const progress = { isDone: false };
      const reloading = recipes.reload().then(() => (progress.isDone = true));
      do {
        const all = [...found("dish 7 of"), ...found("drink 7 of"), ...found("drink 7", ["inn"]), ...recipes.bookOf(null).spokenIn("de").search("gericht 9", { limit: 5 }).map(({ name }) => name), recipes.bookOf(null).get("drink-3")?.name ?? "", ...recipes.packs.map(({ name }) => `of ${name}`)];
        const versions = new Set(all.flatMap((name) => / of (v\d)$/.exec(` ${name}`)?.[1] ?? []));
        expect(versions.size).toBeLessThan(2);
        seen.add([...versions].join(" "));
        await setImmediate();
      } while (!progress.isDone);
      await reloading;
      expect(found("drink 7")[0]).toBe(`Drink 7 of ${version}`);
    }
    expect([...seen]).toEqual(expect.arrayContaining(["v1", "v2", "v3"]));
  });

  it("are read once more when they change while they are read", async () => {
    write("inn", [dish("ale", "Newer ale")]);
    const first = recipes.reload();
    write("inn", [dish("ale", "Newest ale")]);
    await Promise.all([first, recipes.reload()]);
    expect(found("ale")).toEqual(["Newest ale"]);
    expect(lines).toHaveLength(2);
  });

  it("make a choice's book beforehand, and its languages", async () => {
    await recipes.prepareBook(["inn"]);
    await recipes.prepareLanguages(null);
    expect(recipes.bookOf(null).spokenLocales()).toEqual(["de"]);
    expect(found("", ["inn"])).toEqual(["Old ale"]);
  });
});

describe("packs that are watched", () => {
  it("are read again once their files have come to rest, and not while nothing changes or a mistake stays", async () => {
    recipes.watch(20);
    write("inn", [dish("ale", "New ale")]);
    await vi.waitFor(() => expect(found("ale")).toEqual(["New ale"]), { timeout: 10_000 });
    writeFileSync(join(folder, "inn/cooking.json"), "{");
    await vi.waitFor(() => expect(lines.at(-1)).toMatch(/stay as they were/), { timeout: 10_000 });
    const told = lines.length;
    await new Promise((done) => setTimeout(done, 200));
    expect(lines).toHaveLength(told);
    write("inn", [dish("ale", "Newest ale")]);
    await vi.waitFor(() => expect(found("ale")).toEqual(["Newest ale"]), { timeout: 10_000 });
  });
});
