import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIds } from "../../kernel/id.ts";
import { calls, GUILD, rights } from "../../testing/call.ts";
import { type Driver, drive } from "../../testing/drive.ts";
import { openTestStore, type TestStore } from "../../testing/engines.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { transactions } from "../transactions.ts";
import { charactersFeature } from "./feature.ts";
import { characterReads } from "./read-model.ts";
import { characterService } from "./service.ts";
import { characterMigrations } from "./tables.ts";
import { characterTexts } from "./texts.ts";
import { NAME_FIELD } from "./views.ts";

const as = await calls(characterTexts);
const ada = as("1001");
const ben = as("1002");

let test: TestStore;
let desk: Driver;
let active: number;

beforeEach(async () => {
  test = await openTestStore("sqlite", [characterMigrations]);
  active = 0;
  let now = 1_800_000_000_000;
  const clock = { now: () => now++ };
  const activeRequests = { countActiveRequests: () => Promise.resolve(active) };
  const service = characterService({ inTransaction: transactions(test.store, clock, []), newId: createIds(clock), activeRequests: () => activeRequests });
  desk = drive(charactersFeature({ service, reads: characterReads(test.store.read), activeRequests }));
});
afterEach(() => test.drop());

async function add(name: string, call = ada): Promise<Reply | null> {
  const form = await desk.press(call, buttonId(await desk.run(call, "characters"), "Add"));
  return desk.submit(call, customIdsOf(form)[0] ?? "", { [NAME_FIELD]: name });
}

async function choose(name: string, call = ada): Promise<Reply | null> {
  const list = await desk.run(call, "characters");
  const id = optionsOf(list, "characters.choose").find(({ label }) => label === name)?.value ?? "";
  return desk.press(call, customIdsOf(list).find((one) => one.startsWith("characters.choose")) ?? "", [id]);
}

const names = async (): Promise<string[]> => (await characterReads(test.store.read).list(GUILD, ada.userId)).map(({ name }) => name);

describe("/characters", () => {
  it("greets who has none with what a character is for", async () => {
    const reply = await desk.run(ada, "characters");
    expect(reply.kind).toBe("show");
    expect(textOf(reply)).toContain("every craft is requested for a character");
    expect(customIdsOf(reply)).toEqual(["characters.add.1"]);
  });

  it("adds in the same message, shows what people typed as text, and marks the main", async () => {
    const first = await add("**Mira**");
    expect(first?.kind).toBe("update");
    expect(textOf(first)).toContain("**\\*\\*Mira\\*\\*** is added, and is your main.");
    expect(textOf(await add("Tom"))).toContain("✅ **Tom** is added.");
    expect(textOf(await desk.run(ada, "characters"))).toMatch(/⭐ \*\*\\\*\\\*Mira\\\*\\\*\*\* · main\n▫️ Tom/);
  });

  it.each([
    ["x".repeat(30), "A name has 2 to 24 characters; “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx” has 30."],
    ["🔥", "“🔥” has 1."],
    ["@everyone", "“\\@everyone” cannot be a name because of \\@."],
    ["mIrA", "You already have a character called “mIrA”."],
    ["y".repeat(4000), "has 4000"],
  ])("says what is wrong with %j and keeps what there was", async (typed, sentence) => {
    await add("Mira");
    const reply = await add(typed);
    expect(reply?.kind).toBe("update");
    expect(textOf(reply)).toContain(`⚠️`);
    expect(textOf(reply)).toContain(sentence);
    expect(limitProblems(reply)).toEqual([]);
    expect(await names()).toEqual(["Mira"]);
  });

  it("pages over 25, within Discord's limits", async () => {
    for (let index = 10; index < 60; index++) await add(`Alt ${index}`);
    const list = await desk.run(ada, "characters");
    expect(optionsOf(list, "characters.choose")).toHaveLength(25);
    const next = await desk.press(ada, buttonId(list, "Next"));
    expect(optionsOf(next, "characters.choose").at(-1)?.label).toBe("Alt 59");
    expect(textOf(next)).toContain("50 of 50 · page 2 of 2");
    expect(textOf(await desk.press(ada, "characters.list.1:99"))).toContain("page 2 of 2");
    expect([limitProblems(list), limitProblems(next)]).toEqual([[], []]);
    const full = await desk.submit(ada, "characters.new.1", { [NAME_FIELD]: "One more" });
    expect(textOf(full)).toContain("You have 50 characters, which is the most.");
  });

  it("renames by a form that holds the name", async () => {
    await add("Mira");
    const form = await desk.press(ada, buttonId(await choose("Mira"), "Rename"));
    expect(JSON.stringify(form)).toContain('"value":"Mira"');
    expect(textOf(await desk.submit(ada, customIdsOf(form)[0] ?? "", { [NAME_FIELD]: "Mirabel" }))).toContain("It is called **Mirabel** now.");
    expect(await names()).toEqual(["Mirabel"]);
  });

  it("makes main", async () => {
    await add("Mira");
    await add("Tom");
    expect(textOf(await desk.press(ada, buttonId(await choose("Tom"), "Make main")))).toContain("**Tom** is your main now.");
    expect(await names()).toEqual(["Tom", "Mira"]);
  });

  it("asks before it deletes, with what is cancelled, and asks again when that grew", async () => {
    await add("Mira");
    await add("Tom");
    active = 1;
    const asked = await desk.press(ada, buttonId(await choose("Mira"), "Delete"));
    expect(textOf(asked)).toContain("Its **1 active request** is cancelled with it.");
    expect(await names()).toEqual(["Mira", "Tom"]);

    active = 3;
    const again = await desk.press(ada, buttonId(asked, "Delete Mira"));
    expect(textOf(again)).toContain("It has more active requests now");
    expect(textOf(again)).toContain("**3 active requests**");
    const done = await desk.press(ada, buttonId(again, "Delete Mira"));
    expect(textOf(done)).toContain("**Mira** is deleted, and its 3 active requests are cancelled. **Tom** is your main now.");
    expect(await names()).toEqual(["Tom"]);
  });

  it("answers an old message, or another's, with a sentence and the list as it is", async () => {
    await add("Mira");
    const mira = await choose("Mira");
    const asked = await desk.press(ada, buttonId(mira, "Delete"));
    for (const id of [buttonId(mira, "Rename"), buttonId(mira, "Delete"), buttonId(asked, "Delete Mira")]) {
      const reply = await desk.press(ben, id);
      expect(reply?.kind).toBe("update");
      expect(textOf(reply)).toContain("That character is not yours, or is deleted.");
      expect(textOf(reply)).not.toContain("Mira");
    }
    expect(await names()).toEqual(["Mira"]);

    await desk.press(ada, buttonId(asked, "Delete Mira"));
    for (const id of customIdsOf(mira).filter((id) => !id.startsWith("characters.list"))) {
      expect(textOf(await desk.press(ada, id))).toContain("That character is not yours, or is deleted.");
    }
    const late = await desk.submit(ada, buttonId(mira, "Rename").replace("rename.", "renamed."), { [NAME_FIELD]: "Zoe" });
    expect(textOf(late)).toContain("That character is not yours, or is deleted.");
  });

  it("leaves ids that are not its own to the router", async () => {
    expect(await desk.press(ada, "characters.list.1")).toBeNull();
    expect(await desk.press(ada, "characters.list.1:-1")).toBeNull();
    expect(await desk.press(ada, "characters.delete-now.1:abc:many")).toBeNull();
    expect(await desk.press(ada, "characters.choose.1:0", [])).toBeNull();
    expect(await desk.submit(ada, "characters.new.1:more", { [NAME_FIELD]: "Tom" })).toBeNull();
    expect(await names()).toEqual([]);
  });

  it("tells who is no member which role makes one", async () => {
    const settings = { ...unsetSettings(GUILD), roles: { officer: [], member: ["71", "72"], core: [], professions: {} } };
    const stranger = as("1003", { settings, rights: rights({ isMember: false }) });
    const sentence = "You need the role <@&71> or <@&72>";
    expect(await desk.run(stranger, "characters")).toMatchObject({ kind: "refuse" });
    expect(textOf(await desk.run(stranger, "characters"))).toContain(sentence);
    expect(textOf(await desk.submit(stranger, "characters.new.1", { [NAME_FIELD]: "Tom" }))).toContain(sentence);
    expect(textOf(await desk.press(stranger, "characters.delete-now.1:abc:0"))).toContain(sentence);
  });
});
