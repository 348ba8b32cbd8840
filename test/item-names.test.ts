import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { calls, rights } from "../src/testing/call.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../src/testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../src/testing/requests.ts";
import { drive } from "../src/testing/drive.ts";
import { textOf } from "../src/testing/view-text.ts";
import { queueFeature } from "../src/features/queue/feature.ts";
import { queueMigrations } from "../src/features/queue/tables.ts";
import { queueTexts } from "../src/features/queue/texts.ts";
import { loadPacks } from "../src/features/recipes/load-packs.ts";
import { RecipeBook } from "../src/features/recipes/recipe-book.ts";

const PACK = `id: bags
name: Bags
game: A game
version: "1"
professions: [{ id: tailoring, name: Tailoring }]
sources: []
`;
const recipes = (names: string) => `profession: tailoring
recipes:
  - { id: rune, name: Runecloth Bag, names: ${names}, category: Bags, materials: [], source: the game }
`;

const books = () => ({ professions: () => [{ id: "enchanting", name: "Enchanting" }] });

describe("a pack with names in several languages", () => {
  const folders: string[] = [];
  let desk: RequestDesk | null = null;
  afterEach(async () => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
    await desk?.drop();
    desk = null;
  });
  const load = async (names: string) => {
    const folder = mkdtempSync(join(tmpdir(), "guildsmith-packs-"));
    folders.push(folder);
    mkdirSync(join(folder, "bags"));
    writeFileSync(join(folder, "bags", "pack.yaml"), PACK);
    writeFileSync(join(folder, "bags", "tailoring.yaml"), recipes(names));
    return loadPacks([folder]);
  };

  it("is loaded, and says what is wrong with a language that Discord does not have", async () => {
    const { packs } = await load("{ de: Runenstofftasche }");
    expect(new RecipeBook(packs).spokenIn("de").get("rune")?.name).toBe("Runenstofftasche");
    const { problems } = await load("{ German: Runenstofftasche }");
    expect(problems.map(({ problem }) => problem).join()).toContain("(de, pt-BR)");
  });

  it("shows each crafter a request in their own language, whatever its requester's is", async () => {
    desk = await openRequestDesk("sqlite", { migrations: [queueMigrations] });
    const as = await calls(queueTexts);
    const submitted = await desk.actions.submit(as(REQUESTER), aSubmission({ itemName: "Runecloth Bag", itemNames: { de: "Runenstofftasche" } }));
    expect(submitted.ok).toBe(true);
    const known = { listKnown: () => Promise.resolve([]) };
    const room = drive(queueFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, books, read: desk.store.read, inTransaction: desk.inTransaction, newId: () => "id", known }));
    const queueIn = async (locale: string) => textOf(await room.run(as(CRAFTER, { locale, rights: rights({ professions: ["enchanting"] }) }), "requests"));
    expect(await queueIn("de")).toContain("Runenstofftasche ×5");
    expect(await queueIn("en-US")).toContain("Runecloth Bag ×5");
  });
});
