import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { answered, DESK, said, selectOf } from "./actions.ts";
import { type OpenDesk, openDesk } from "./desk.ts";

const PACK = `
id: house
name: Our kitchen
game: Any
version: "1"
professions: [{ id: cooking, name: Cooking }]
sources: []
`;
const STEW = { id: "stew", name: "Dragonbreath Stew" };
const PIE = { id: "pie", name: "Moonberry Pie" };

describe("a pack that is changed while the bot runs", () => {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-packs-"));
  const file = join(folder, "house", "cooking.json");
  const write = (...recipes: readonly { readonly id: string; readonly name: string }[]): void =>
    writeFileSync(file, JSON.stringify({ profession: "cooking", recipes: recipes.map((recipe) => ({ ...recipe, category: "Meals", materials: [], source: "us" })) }));
  let desk: OpenDesk;
  let eva: Driver;

  const offered = async (item: string): Promise<string[]> => (await eva.autocomplete({ channelId: DESK, name: "request", focused: "item", options: { item } })).map(({ name }) => name);

  beforeAll(async () => {
    mkdirSync(join(folder, "house"));
    writeFileSync(join(folder, "house", "pack.yaml"), PACK);
    write(STEW);
    desk = await openDesk("sqlite", undefined, {}, { packFolders: [folder] });
    eva = await desk.person("eva");
  });
  afterAll(async () => {
    await desk.close();
    rmSync(folder, { recursive: true });
  });

  it("is taken up by itself: a new item can be searched", async () => {
    expect(await offered("moonbery pie")).toEqual([]);
    write(STEW, PIE);
    await vi.waitFor(async () => expect(await offered("moonbery pie")).toEqual([expect.stringContaining(PIE.name)]), { timeout: 20_000, interval: 200 });
    expect(await offered("dragonbreth")).toEqual([expect.stringContaining(STEW.name)]);
    expect((await offered("crusader")).length).toBeGreaterThan(0);
  });

  it("stays as it was where the file is broken, and the other packs with it", async () => {
    writeFileSync(file, `{ "profession": "cooking", "recipes": [`);
    await desk.reloadPacks();
    expect(await offered("moonberry")).toEqual([expect.stringContaining(PIE.name)]);
    expect((await offered("crusader")).length).toBeGreaterThan(0);
    write(STEW, PIE);
    await desk.reloadPacks();
    expect(await offered("moonberry")).toEqual([expect.stringContaining(PIE.name)]);
  });

  it("answers a form and a message for an item that is gone with a sentence, and keeps what was requested", async () => {
    const { modal: first } = await eva.command({ channelId: DESK, name: "request", options: { item: PIE.id, quantity: 2 } });
    if (!first) throw new Error("no form");
    expect(said(await eva.submit(first, { "character-name": "Evangeline" }))).toContain(PIE.name);

    const panel = await eva.waitForMessage(DESK, (message) => textOf(message).includes("Create request"));
    let guide = await answered(eva.press(panel, "Create request"));
    guide = await answered(eva.press(guide, "Cooking"));
    guide = await answered(eva.press(guide, selectOf(guide, "new.category").id, ["Meals"]));
    const { modal: second } = await eva.command({ channelId: DESK, name: "request", options: { item: PIE.id, quantity: 1 } });
    if (!second) throw new Error("no form");

    write(STEW);
    await desk.reloadPacks();
    expect(await offered("moonberry")).toEqual([]);
    expect(said(await eva.submit(second, {}))).toContain("What you had chosen is no longer offered here.");
    expect(said(await eva.press(guide, selectOf(guide, "new.item").id, [PIE.id]))).toContain("What you had chosen is no longer offered here.");
    expect(said(await eva.command({ channelId: DESK, name: "status" }))).toContain(PIE.name);
  });
});
