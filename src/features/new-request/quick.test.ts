import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD, officer, rights } from "../../testing/call.ts";
import { aPack, aRecipe, type NewRequestDesk, openNewRequestDesk } from "../../testing/new-request-desk.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { newRequestTexts } from "./texts.ts";

const as = await calls(newRequestTexts);
const ada = as("1001");
const core = as("1001", { rights: rights({ isCore: true }) });

let desk: NewRequestDesk;
beforeEach(async () => {
  desk = await openNewRequestDesk();
});
afterEach(() => desk.drop());

const modalId = (reply: Reply | null): string => (reply?.kind === "modal" ? reply.modal.custom_id : `no modal but ${textOf(reply)}`);
const fieldsOf = (reply: Reply | null): readonly string[] => customIdsOf(reply).slice(1);
const requests = async () => (await desk.reads.listMine(GUILD, ada.userId, null, 0, 25)).items;

describe("/request with an item", () => {
  it("takes two interactions: the modal, then the summary", async () => {
    await desk.characters.add(ada, "Mira");
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 3 });
    expect(fieldsOf(modal)).toEqual(["date", "note"]);
    const sent = await desk.driver.submit(ada, modalId(modal), { note: "For **Friday**" });
    expect(sent?.kind).toBe("update");
    expect(textOf(sent)).toBe(
      [
        "### ✅ Request #1 · Enchant Weapon - Crusader ×3",
        "For **Mira**. Officers see it in their queue now; no role is set up for ✨ Enchanting crafters yet.",
        "**Materials** you bring everything:",
        "✅ 12 × Large Brilliant Shard",
        "✅ 6 × Righteous Orb",
        "**Note**",
        "> For \\*\\*Friday\\*\\*",
        "-# I tell you when something happens. `/status` shows all your requests.",
        "Details",
        "Add another item for Mira",
        "Request another",
        "Undo",
      ].join("\n"),
    );
    const [request] = await requests();
    expect(request).toMatchObject({ number: 1, characterName: "Mira", recipeId: "crusader", itemName: "Enchant Weapon - Crusader", quantity: 3, materialsSource: "all", note: "For **Friday**", state: "open" });
    expect(buttonId(sent, "Details")).toBe(`request.details.1:${GUILD}:${request?.id ?? ""}:`);
  });

  it("says who sees it", async () => {
    const settings = { ...unsetSettings(GUILD), roles: { officer: [], member: [], core: [], professions: { enchanting: ["7"] } } };
    const modal = await desk.driver.run(as("1001", { settings }), "request", { item: "crusader", quantity: 3 });
    expect(textOf(await desk.driver.submit(as("1001", { settings }), modalId(modal), { "character-name": "Mira" }))).toContain("For **Mira**. ✨ Enchanting crafters see it in their queue now.");
  });

  it.each([
    ["none", [], ["character-name", "date", "note"]],
    ["one", ["Mira"], ["date", "note"]],
    ["two", ["Mira", "Zed"], ["character", "date", "note"]],
  ])("asks for the character of somebody with %s", async (_, names, fields) => {
    for (const name of names) await desk.characters.add(ada, name);
    expect(fieldsOf(await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 }))).toEqual(fields);
  });

  it("preselects the main, and takes the chosen one", async () => {
    await desk.characters.add(ada, "Mira");
    const zed = await desk.characters.add(ada, "Zed");
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    expect(JSON.stringify(modal)).toContain(`"label":"Mira","value":"${(await desk.characters.list(GUILD, ada.userId))[0]?.id}","default":true`);
    await desk.driver.submit(ada, modalId(modal), { character: zed.ok ? zed.value.id : "", note: "" });
    expect(await requests()).toMatchObject([{ characterName: "Zed" }]);
  });

  it("adds the first character on the way, and finds one by name among more than a select holds", async () => {
    const first = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    await desk.driver.submit(ada, modalId(first), { "character-name": "Mira", note: "" });
    expect(await requests()).toMatchObject([{ characterName: "Mira" }]);
    for (let n = 0; n < 25; n++) await desk.characters.add(ada, `Alt ${n}`);
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    expect(fieldsOf(modal)).toEqual(["character-name", "date", "note"]);
    expect(textOf(await desk.driver.submit(ada, modalId(modal), { "character-name": "Nobody" }))).toContain("None of your characters is called “Nobody”");
    const again = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    await desk.driver.submit(ada, modalId(again), { "character-name": "alt 24" });
    expect((await requests())[0]).toMatchObject({ characterName: "Alt 24" });
  });

  it("asks core members who brings the materials, five parts at most", async () => {
    const modal = await desk.driver.run(core, "request", { item: "crusader" });
    expect(fieldsOf(modal)).toEqual(["quantity", "character-name", "source", "amounts", "note"]);
    expect(optionsOf(modal, "source").map(({ value }) => value)).toEqual(["all", "some", "guild"]);
    expect(JSON.stringify(await desk.driver.run(core, "request", { item: "crusader", quantity: 3 }))).toContain("Large Brilliant Shard: 12\\nRighteous Orb: 6");
  });

  it("does not ask who brings nothing", async () => {
    expect(fieldsOf(await desk.driver.run(as("1001", { rights: officer }), "request", { item: "blessing", quantity: 1 }))).toEqual(["character-name", "date", "note"]);
  });

  it("notes by when it is needed, as it was named with the command or is typed into the form", async () => {
    await desk.characters.add(ada, "Mira");
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1, "needed-by": "in 3 days" });
    expect(JSON.stringify(modal)).toContain('"value":"2027-01-18 23:59"');
    const sent = await desk.driver.submit(ada, modalId(modal), { date: "2027-01-20 20:00" });
    expect(textOf(sent)).toContain("Needed by <t:1800475200:f> (<t:1800475200:R>)");
    expect(await requests()).toMatchObject([{ neededBy: 1_800_475_200_000 }]);
  });

  it("keeps the date that was named with the command where the form has no room to ask", async () => {
    const modal = await desk.driver.run(core, "request", { item: "crusader", "needed-by": "2027-01-20 20:00" });
    expect(fieldsOf(modal)).toEqual(["quantity", "character-name", "source", "amounts", "note"]);
    await desk.driver.submit(core, modalId(modal), { quantity: "1", "character-name": "Mira", source: "all" });
    expect(await requests()).toMatchObject([{ neededBy: 1_800_475_200_000 }]);
  });

  it.each([
    ["soon", "“soon” is not a date I can read."],
    ["2020-01-01", "is past. Type a date that is still to come."],
    ["2029-01-01", "is more than a year away."],
  ])("refuses a date such as %s in words, wherever it is typed", async (typed, sentence) => {
    expect(textOf(await desk.driver.run(ada, "request", { item: "crusader", quantity: 1, "needed-by": typed }))).toContain(sentence);
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    const wrong = await desk.driver.submit(ada, modalId(modal), { "character-name": "Mira", date: typed, note: "please" });
    expect(textOf(wrong)).toContain(sentence);
    const again = await desk.driver.press(ada, buttonId(wrong, "Edit"));
    expect(JSON.stringify(again)).toContain(`"value":"${typed}"`);
    expect(await requests()).toEqual([]);
  });

  it("counts crafts where one craft makes several", async () => {
    await desk.characters.add(ada, "Mira");
    const modal = await desk.driver.run(ada, "request", { item: "thread", quantity: 41 });
    await desk.driver.submit(ada, modalId(modal), {});
    expect(await requests()).toMatchObject([{ quantity: 41, materials: [{ name: "Silk", needed: 9, provided: 9 }] }]);
  });

  it("notes some materials, clamps what is too much and says so", async () => {
    await desk.characters.add(core, "Mira");
    const modal = await desk.driver.run(core, "request", { item: "crusader", quantity: 2 });
    const sent = await desk.driver.submit(core, modalId(modal), { source: "some", amounts: "50 x large brilliant shard\nRighteous Orb: 1" });
    expect(textOf(sent)).toContain("you bring 9 of 12:\n✅ 8 × Large Brilliant Shard\n⬜ 1 of 4 × Righteous Orb · **3 missing**");
    expect(textOf(sent)).toContain("You wrote 50 × Large Brilliant Shard; only 8 needed, so I noted 8.");
    expect(await requests()).toMatchObject([{ materialsSource: "some", materials: [{ needed: 8, provided: 8 }, { needed: 4, provided: 1 }] }]);
  });

  it.each([
    ["guild", "", "guild", [0, 0]],
    ["some", "Large Brilliant Shard: 0", "guild", [0, 0]],
    ["some", "Large Brilliant Shard: 4\nRighteous Orb: 2", "all", [4, 2]],
    ["all", "Large Brilliant Shard: 1", "all", [4, 2]],
  ])("calls %s with “%s” what it is: %s", async (source, amounts, expected, provided) => {
    await desk.characters.add(core, "Mira");
    const modal = await desk.driver.run(core, "request", { item: "crusader", quantity: 1 });
    await desk.driver.submit(core, modalId(modal), { source, amounts });
    const [request] = await requests();
    expect([request?.materialsSource, request?.materials.map((line) => line.provided)]).toEqual([expected, provided]);
  });

  it("takes an exact name typed by hand, and offers the nearest for any other", async () => {
    expect(modalId(await desk.driver.run(ada, "request", { item: "enchant weapon - CRUSADER" }))).toContain("new.details.1:");
    const reply = await desk.driver.run(ada, "request", { item: "crusadr", quantity: 4 });
    expect(reply.kind).toBe("show");
    expect(textOf(reply)).toContain("Did you mean one of these? You typed “crusadr”.");
    expect(optionsOf(reply, "new.item")[0]).toEqual({ label: "Enchant Weapon - Crusader", value: "crusader" });
    const details = await desk.driver.press(ada, customIdsOf(reply).find((id) => id.startsWith("new.item")) ?? "", ["crusader"]);
    expect(textOf(details)).toContain("**Quantity** 4");
  });

  it("lets people choose between recipes of one name", async () => {
    desk.use(aPack([aRecipe(), aRecipe({ id: "crusader-2", category: "Scrolls" })]));
    const reply = await desk.driver.run(ada, "request", { item: "Enchant Weapon - Crusader" });
    expect(optionsOf(reply, "new.item").map(({ value }) => value)).toEqual(["crusader", "crusader-2"]);
  });
});

describe("autocompletion", () => {
  it("offers recent items first, then the book, with the profession", async () => {
    await desk.characters.add(ada, "Mira");
    expect((await desk.driver.complete(ada, "")).map(({ value }) => value)).toEqual(["boots", "crusader", "fiery", "thread", "bag", "blessing"]);
    await desk.driver.submit(ada, modalId(await desk.driver.run(ada, "request", { item: "fiery", quantity: 1 })), {});
    expect((await desk.driver.complete(ada, ""))[0]).toEqual({ name: "Enchant Weapon - Fiery Weapon · Enchanting", value: "fiery" });
    expect((await desk.driver.complete(ada, "enchnt wepon"))[0]).toMatchObject({ value: "fiery" });
    expect(await desk.driver.complete(ada, "zzzzqqq")).toEqual([]);
  });

  it("stays within Discord's 25 choices of 100 characters, and says nothing to people who may not ask", async () => {
    desk.use(aPack(Array.from({ length: 40 }, (_, n) => aRecipe({ id: `r${n}`, name: `${n} ${"long name ".repeat(9)}` }))));
    const choices = await desk.driver.complete(ada, "");
    expect(choices).toHaveLength(25);
    expect(choices.every(({ name }) => name.length <= 100 && name.endsWith("… · Enchanting"))).toBe(true);
    expect(await desk.driver.complete(as("1002", { rights: rights({ isMember: false }) }), "")).toEqual([]);
  });
});

it("carries the draft and its version in the modal's custom id, nothing else", async () => {
  const [id = "", version = ""] = modalId(await desk.driver.run(ada, "request", { item: "bag" })).split(":").slice(1);
  const draft = await desk.store.read.selectFrom("request_drafts").select(["id", "user_id", "version"]).executeTakeFirst();
  expect(draft).toEqual({ id, user_id: ada.userId, version: Number(version) });
});
