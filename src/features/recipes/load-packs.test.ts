import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadPacks } from "./load-packs.ts";
import { problemLine } from "./pack-problem.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "packs-"));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

const header = (id: string) => `{ id: ${id}, name: House recipes, game: Any, version: "1", professions: [{ id: cooking, name: Cooking, icon: 🍲 }], sources: [] }`;
const stew = { id: "stew", name: "Stew", category: "Meals", materials: [{ name: "Raw Beast Meat", quantity: 2 }], source: "our cook" };

async function write(pack: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(join(root, pack));
  for (const [name, text] of Object.entries({ "pack.yaml": header(pack), ...files })) await writeFile(join(root, pack, name), text);
}
const recipeFile = (...recipes: readonly object[]) => JSON.stringify({ profession: "cooking", recipes });

/** Loads a pack with these files beside a sound one, which must load whatever is wrong with the other. */
async function problemsWith(files: Readonly<Record<string, string>>): Promise<string[]> {
  await write("broken", files);
  await write("sound", { "cooking.json": recipeFile(stew) });
  const { packs, problems } = await loadPacks([root]);
  expect(packs.map(({ id }) => id)).toEqual(["sound"]);
  return problems.map((problem) => problemLine(problem).replace(`${join(root, "broken")}/`, ""));
}

test("a sound pack loads: defaults filled in, the file's profession on each recipe, YAML as well as JSON", async () => {
  await write("house", { "cooking.json": recipeFile(stew), "more.yaml": "profession: cooking\nrecipes:\n  - { id: tea, name: Tea, category: Drinks, produces: 4, skill: 10, quality: Rare, materials: [], source: us }\n" });
  const { packs, problems } = await loadPacks([root]);
  expect(problems).toEqual([]);
  expect(packs).toEqual([
    {
      id: "house",
      name: "House recipes",
      game: "Any",
      version: "1",
      professions: [{ id: "cooking", name: "Cooking", icon: "🍲" }],
      sources: [],
      recipes: [
        { ...stew, profession: "cooking", produces: 1, materials: [{ id: "raw-beast-meat", name: "Raw Beast Meat", quantity: 2 }] },
        { id: "tea", name: "Tea", category: "Drinks", profession: "cooking", produces: 4, skill: 10, quality: "Rare", materials: [], source: "us" },
      ],
    },
  ]);
});

test("a directory may be a pack itself", async () => {
  await write("house", { "cooking.json": recipeFile(stew) });
  const { packs } = await loadPacks([join(root, "house")]);
  expect(packs.map(({ id }) => id)).toEqual(["house"]);
});

test("a folder that is not there, and one without a pack, are told", async () => {
  const missing = join(root, "missing");
  expect(await loadPacks([missing, root])).toEqual({
    packs: [],
    problems: [
      { file: missing, path: "", problem: "There is no such folder." },
      { file: root, path: "", problem: "This folder holds no pack; a pack is a folder with a pack.yaml." },
    ],
  });
});

test("broken YAML names the line", async () => {
  expect(await problemsWith({ "pack.yaml": "id: broken\nname: [House\n" })).toEqual([
    "pack.yaml: This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ] at line 3, column 1.",
  ]);
});

test.each([
  ['{\n  "profession": "cooking",\n  "recipes": [],\n}\n', "Expected double-quoted property name in JSON at position 46 (line 4 column 1)"],
  ['{\n  "profession": "cooking",\n  "recipes": [}\n', `Unexpected token '}', ..."ecipes": [} " is not valid JSON (line 3)`],
  [`{\n  "profession": "cooking",\n  "recipes": [\n${"    {},\n".repeat(5_000)}    ]\n  ]\n}\n`, `Unexpected token ']', ..." {}, ] ] } " is not valid JSON (line 5004)`],
])("broken JSON names the place: %j", async (text, place) => {
  expect(await problemsWith({ "cooking.json": text })).toEqual([`cooking.json: This cannot be read as JSON: ${place}.`]);
});

test("a field that packs do not have is told with those that they have", async () => {
  expect(await problemsWith({ "cooking.json": recipeFile({ ...stew, colour: "brown" }) })).toEqual([
    'cooking.json at recipes[0]: Unknown field "colour"; the fields here are id, name, names, category, quality, skill, produces, materials, source.',
  ]);
});

test("a value of the wrong type is told with what it must be", async () => {
  expect(await problemsWith({ "cooking.json": recipeFile(stew, { ...stew, id: "Stew Two", name: 7, materials: "meat" }) })).toEqual([
    'cooking.json at recipes[1].id: It must be an id of 1 to 40 lower-case letters, digits and dashes, not "Stew Two".',
    "cooking.json at recipes[1].name: It must be a text of 1 to 100 characters on one line, not 7.",
    'cooking.json at recipes[1].materials: It must be a list of 0 to 25 materials, not "meat".',
  ]);
});

test("a missing quantity is named by its path", async () => {
  const recipes = Array.from({ length: 13 }, (_, index) => ({ ...stew, id: `stew-${index}`, materials: [index === 12 ? { name: "Salt" } : { name: "Salt", quantity: 1 }] }));
  expect(await problemsWith({ "cooking.json": recipeFile(...recipes) })).toEqual([
    "cooking.json at recipes[12].materials[0].quantity: Missing: it must be a whole number from 1 to 9999.",
  ]);
});

test.each([0, 10_000, 1.5, "3"])("a quantity of %j is told once", async (quantity) => {
  expect(await problemsWith({ "cooking.json": recipeFile({ ...stew, materials: [{ name: "Salt", quantity }] }) })).toEqual([
    `cooking.json at recipes[0].materials[0].quantity: It must be a whole number from 1 to 9999, not ${JSON.stringify(quantity)}.`,
  ]);
});

test("a name of more than 100 characters is told, and not repeated in full", async () => {
  expect(await problemsWith({ "cooking.json": recipeFile({ ...stew, name: "x".repeat(101) }) })).toEqual([
    `cooking.json at recipes[0].name: It must be a text of 1 to 100 characters on one line, not "${"x".repeat(56)}….`,
  ]);
});

test.each(["Salt\nand pepper", "Salt\u0000"])("a name of more than a line is told: %j", async (name) => {
  expect(await problemsWith({ "cooking.json": recipeFile({ ...stew, materials: [{ name, quantity: 1 }] }) })).toEqual([
    `cooking.json at recipes[0].materials[0].name: It must be a text of 1 to 100 characters on one line, not ${JSON.stringify(name)}.`,
  ]);
});

test.each(["A", "🍲🍲", ":stew:", "<:stew:1>"])("an icon that is no emoji is told: %j", async (icon) => {
  expect(await problemsWith({ "pack.yaml": header("broken").replace("🍲", JSON.stringify(icon)) })).toEqual([`pack.yaml at professions[0].icon: It must be one emoji, not ${JSON.stringify(icon)}.`]);
});

test.each(["⚗️", "⚗", "🧵", "👩‍🍳", "🇩🇪"])("%s is an icon", async (icon) => {
  await write("house", { "pack.yaml": header("house").replace("🍲", icon), "cooking.json": recipeFile(stew) });
  expect((await loadPacks([root])).problems).toEqual([]);
});

test("an id used twice names both places, also over two files", async () => {
  expect(await problemsWith({ "cooking.json": recipeFile(stew, stew), "more.json": recipeFile(stew) })).toEqual([
    'cooking.json at recipes[1].id: The id "stew" is already used by recipes[0] in cooking.json.',
    'more.json at recipes[0].id: The id "stew" is already used by recipes[0] in cooking.json.',
  ]);
});

test("a profession that the pack does not declare is told with those that it does", async () => {
  expect(await problemsWith({ "fishing.json": JSON.stringify({ profession: "fishing", recipes: [stew] }) })).toEqual([
    'fishing.json at profession: The profession "fishing" is not declared in pack.yaml, which has cooking.',
  ]);
});

test("everything that is wrong is told at once", async () => {
  const problems = await problemsWith({
    "pack.yaml": 'id: broken\nname: House\ngame: Any\nversion: 1\nsources: []\nprofessions: [{ id: cooking, name: A }, { id: cooking, name: B }]\n',
    "cooking.json": recipeFile({ ...stew, source: undefined }),
    "more.yaml": "",
  });
  expect(problems).toEqual([
    "pack.yaml at version: It must be a text of 1 to 40 characters on one line, not 1.",
    "cooking.json at recipes[0].source: Missing: it must be a text of 1 to 300 characters on one line.",
    "more.yaml: It must be a mapping with the fields profession, recipes, not null.",
  ]);
});

test("a profession declared twice, and a pack's id taken by an earlier pack, are told", async () => {
  await write("first", { "cooking.json": recipeFile(stew) });
  await write("second", { "pack.yaml": header("first") });
  await write("third", { "pack.yaml": header("third").replace("professions: [", "professions: [{ id: cooking, name: Also cooking }, ") });
  const { packs, problems } = await loadPacks([root]);
  expect(packs.map(({ id }) => id)).toEqual(["first"]);
  expect(problems).toEqual([
    { file: join(root, "second", "pack.yaml"), path: "id", problem: `The pack "first" is already loaded from ${join(root, "first")}.` },
    { file: join(root, "third", "pack.yaml"), path: "professions[1].id", problem: 'The profession "cooking" is declared twice.' },
  ]);
});

test("a file in place of a folder is told, and the other folders load", async () => {
  await write("first", { "cooking.json": recipeFile(stew) });
  const file = join(root, "first", "pack.yaml");
  const { packs, problems } = await loadPacks([file, root]);
  expect([packs.map(({ id }) => id), problems]).toEqual([["first"], [{ file, path: "", problem: "It is not a folder; a pack is a folder with a pack.yaml." }]]);
});
