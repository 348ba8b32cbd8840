import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD, officer, rights } from "../../testing/call.ts";
import { aPack, aRecipe, type NewRequestDesk, openNewRequestDesk, smallPack } from "../../testing/new-request-desk.ts";
import { buttonId, customIdsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { characterOf } from "./character-of.ts";
import { newRequestTexts } from "./texts.ts";

const as = await calls(newRequestTexts);
const ada = as("1001");
const core = as("1001", { rights: rights({ isCore: true }) });
const ben = as("1002");

let desk: NewRequestDesk;
beforeEach(async () => {
  desk = await openNewRequestDesk();
});
afterEach(() => desk.drop());

const idOf = (reply: Reply | null, prefix: string): string => customIdsOf(reply).find((id) => id.startsWith(prefix)) ?? `no ${prefix} in ${textOf(reply)}`;
const requests = async () => (await desk.reads.listMine(GUILD, ada.userId, null, 0, 25)).items;
const click = (reply: Reply | null, label: string): Promise<Reply | null> => desk.driver.press(ada, buttonId(reply, label));
const drafts = () => desk.store.read.selectFrom("request_drafts").selectAll().execute();

describe("what is typed into the modal", () => {
  it.each([
    [{ quantity: "abc" }, "“abc” is not a quantity I can take. Type a whole number from 1 to 999."],
    [{ quantity: "0" }, "“0” is not a quantity"],
    [{ quantity: "1000" }, "“1000” is not a quantity"],
    [{ quantity: "2.5" }, "“2.5” is not a quantity"],
    [{ quantity: "" }, "How many would you like?"],
    [{ quantity: "1", "character-name": "" }, "Type your character's name"],
    [{ quantity: "1", "character-name": "M" }, "“M” does not fit: a character's name has 2 to 24 characters."],
    [{ quantity: "1", "character-name": "<@1234>" }, "“\\<\\@1234\\>” cannot be a name because of \\< \\@ \\>."],
    [{ quantity: "1", "character-name": "😀😀" }, "“😀😀” has no letter or digit"],
    [{ quantity: "1", "character-name": "Mira", note: "n".repeat(4000) }, "Your note has 4000 characters; 500 fit."],
    [{ quantity: "1", "character-name": "Mira", source: "some", amounts: "Strange Dust: 3" }, "“Strange Dust: 3”: this craft takes no such material."],
    [{ quantity: "1", "character-name": "Mira", source: "some", amounts: "Righteous Orb: lots" }, "“Righteous Orb: lots”: write a whole number"],
    [{ quantity: "1", "character-name": "Mira", source: "some", amounts: " " }, "You bring some of the materials: write how many"],
  ] as [Record<string, string>, string][])("is told what is wrong with %j, keeps the store, and can be edited", async (fields, sentence) => {
    const modal = await desk.driver.run(core, "request", { item: "crusader" });
    const wrong = await desk.driver.submit(core, idOf(modal, "new.details"), { note: "", ...fields });
    expect(textOf(wrong)).toContain(sentence);
    expect([await requests(), await desk.characters.list(GUILD, core.userId)]).toEqual([[], []]);
    const edited = JSON.stringify(await desk.driver.press(core, buttonId(wrong, "Edit")));
    for (const typed of Object.values({ ...fields, note: (fields["note"] ?? "").slice(0, 500) }).map((value) => value.trim())) expect(edited).toContain(typed);
  });

  it("is never cut in the middle of an emoji", async () => {
    const emojis = `a${"😀".repeat(100)}`;
    const modal = await desk.driver.run(core, "request", { item: "crusader" });
    const wrong = await desk.driver.submit(core, idOf(modal, "new.details"), { quantity: emojis, "character-name": emojis, note: emojis.repeat(10), amounts: emojis.repeat(50) });
    const edited = JSON.stringify(await desk.driver.press(core, buttonId(wrong, "Edit")));
    expect(edited).toContain(`"a${"😀".repeat(11)}"`);
    // A half is written as its number.
    for (const text of [edited, JSON.stringify(wrong), JSON.stringify(await desk.driver.run(core, "request", { item: emojis }))]) expect(text).not.toMatch(/\\ud[89a-f]/i);
  });

  it("is told of everything at once, and sent when it is put right", async () => {
    const modal = await desk.driver.run(core, "request", { item: "crusader" });
    const wrong = await desk.driver.submit(core, idOf(modal, "new.details"), { quantity: "abc", "character-name": "M@ra", source: "some", amounts: "dust", note: "soon" });
    expect(textOf(wrong)).toMatch(/“abc”.*\n.*“M\\@ra” cannot be a name because of \\@\..*\n.*“dust”/);
    const again = await desk.driver.press(core, buttonId(wrong, "Edit"));
    const sent = await desk.driver.submit(core, idOf(again, "new.details"), { quantity: "２", "character-name": "Mira", source: "guild", amounts: "dust", note: "soon" });
    expect(textOf(sent)).toContain("the guild is asked for everything:\n⬜ 0 of 8 × Large Brilliant Shard · **8 missing**");
    expect(await requests()).toMatchObject([{ quantity: 2, materialsSource: "guild", note: "soon" }]);
  });

  it("goes on filling in amounts that nobody changed, for the quantity of the day", async () => {
    const modal = await desk.driver.run(core, "request", { item: "crusader", quantity: 2 });
    const asFilledIn = { source: "some", amounts: "Large Brilliant Shard: 8\nRighteous Orb: 4" };
    const wrong = await desk.driver.submit(core, idOf(modal, "new.details"), { "character-name": "M", ...asFilledIn });
    const more = await desk.driver.press(core, buttonId(wrong, "+1"));
    expect(textOf(more)).toContain("“M” does not fit");
    const again = await desk.driver.press(core, buttonId(more, "Edit"));
    expect(JSON.stringify(again)).toContain("Large Brilliant Shard: 12\\nRighteous Orb: 6");
  });

  it("does not let others than core members leave materials to the guild", async () => {
    await desk.characters.add(ada, "Mira");
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    await desk.driver.submit(ada, idOf(modal, "new.details"), { source: "guild" });
    expect(await requests()).toMatchObject([{ materialsSource: "all" }]);
  });

  it("shows @everyone as text", async () => {
    await desk.characters.add(ada, "Mira");
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    const sent = await desk.driver.submit(ada, idOf(modal, "new.details"), { note: "@everyone <@&5> **now**" });
    expect(textOf(sent)).toContain("> \\@everyone \\<\\@&5\\> \\*\\*now\\*\\*");
    expect(await requests()).toMatchObject([{ note: "@everyone <@&5> **now**" }]);
  });

  it("says so in the guide when a typed quantity is none", async () => {
    const results = await desk.driver.run(ada, "request", { item: "crusadr" });
    const details = await desk.driver.press(ada, idOf(results, "new.item"), ["crusader"]);
    const wrong = await desk.driver.submit(ada, idOf(await click(details, "Set"), "new.quantity"), { quantity: "a lot" });
    expect(textOf(wrong)).toContain("“a lot” is not a quantity I can take");
    expect(textOf(await click(wrong, "+1"))).not.toContain("⚠️");
  });
});

describe("characters that change meanwhile", () => {
  it("takes a name that the same modal, sent twice, has just added", async () => {
    const mira = await desk.characters.add(ada, "Mira");
    const found = await characterOf({ characters: desk.characters }, ada, { kind: "new", name: "mira" });
    expect([mira.ok, found]).toEqual([true, mira]);
  });

  it("asks again when the chosen one is gone", async () => {
    await desk.characters.add(ada, "Mira");
    const zed = await desk.characters.add(ada, "Zed");
    const id = zed.ok ? zed.value.id : "";
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    await desk.characters.remove(ada, id, 9);
    expect(textOf(await desk.driver.submit(ada, idOf(modal, "new.details"), { character: id }))).toContain("That character is no longer yours");
    expect(await requests()).toEqual([]);
  });

  it("is known by its name, also when that is typed with a character that nobody sees", async () => {
    await desk.characters.add(ada, "Mira");
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    await desk.driver.submit(ada, idOf(modal, "new.details"), { "character-name": "mi\u200Bra" });
    expect((await requests()).map(({ characterName }) => characterName)).toEqual(["Mira"]);
    expect(await desk.characters.list(GUILD, ada.userId)).toHaveLength(1);
  });

  it("asks for a name when the only one is gone", async () => {
    const mira = await desk.characters.add(ada, "Mira");
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    await desk.characters.remove(ada, mira.ok ? mira.value.id : "", 9);
    const wrong = await desk.driver.submit(ada, idOf(modal, "new.details"), { note: "soon" });
    expect(textOf(wrong)).toContain("Type your character's name");
    expect(customIdsOf(await click(wrong, "Edit")).slice(1)).toEqual(["character-name", "date", "note"]);
  });
});

describe("presses that come twice, late, or from somebody else", () => {
  it("makes one request of a modal that is sent twice", async () => {
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    const send = (): Promise<Reply | null> => desk.driver.submit(ada, idOf(modal, "new.details"), { "character-name": "Mira" });
    await send();
    const second = await send();
    expect(textOf(second)).toContain("### 📜 Request #1 · Enchant Weapon - Crusader ×1\nYou had already sent this one");
    expect(buttonId(second, "Details")).toContain((await requests())[0]?.id);
    expect(await requests()).toHaveLength(1);
  });

  it("shows an outdated press the newest state, and changes nothing", async () => {
    const start = await desk.driver.run(ada, "request");
    const categories = await click(start, "Enchanting");
    const late = await click(start, "Tailoring");
    expect(late).toEqual(categories);
    const search = await click(start, "Search");
    expect(search).toEqual(categories);
  });

  it("keeps what was typed into a modal whose draft changed meanwhile, and asks to look again", async () => {
    await desk.characters.add(ada, "Mira");
    const results = await desk.driver.run(ada, "request", { item: "crusadr", quantity: 1 });
    const details = await desk.driver.press(ada, idOf(results, "new.item"), ["crusader"]);
    const modal = await click(details, "Continue");
    await click(details, "+5");
    const wrong = await desk.driver.submit(ada, idOf(modal, "new.details"), { note: "soon" });
    expect(textOf(wrong)).toContain("Something changed while you were typing");
    expect(await requests()).toEqual([]);
    const again = await click(wrong, "Edit");
    expect(JSON.stringify(again)).toContain('"value":"soon"');
  });

  it("refuses the draft of another person", async () => {
    const start = await desk.driver.run(ada, "request");
    const before = await drafts();
    const refused = await desk.driver.press(ben, buttonId(start, "Enchanting"));
    expect(refused).toEqual({ kind: "refuse", sentence: "This draft belongs to somebody else. Type `/request` to make your own." });
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    expect((await desk.driver.submit(ben, idOf(modal, "new.details"), { "character-name": "Ben" }))?.kind).toBe("refuse");
    expect((await drafts()).slice(0, 1)).toEqual(before);
    expect((await desk.reads.listMine(GUILD, ben.userId, null, 0, 5)).items).toEqual([]);
  });

  it.each(["new.move.1:x:1", "new.move.1:x:1:jump", "new.page.1:x:1:minus", "new.open.1:x:one:search", "new.start.1:more", "new.item.1:x"])("takes %s for malformed", async (id) => {
    expect(await desk.driver.press(ada, id)).toBeNull();
  });

  it("takes a modal's malformed id for that, too", async () => {
    expect(await desk.driver.submit(ada, "new.details.1:x", {})).toBeNull();
  });

  it("does not count a press twice", async () => {
    const results = await desk.driver.run(ada, "request", { item: "crusadr", quantity: 1 });
    const details = await desk.driver.press(ada, idOf(results, "new.item"), ["crusader"]);
    await click(details, "+5");
    expect(textOf(await click(details, "+5"))).toContain("**Quantity** 6");
  });

  it("opens nothing for a draft that is over", async () => {
    const start = await desk.driver.run(ada, "request");
    await click(start, "Cancel");
    const current = buttonId(start, "Search").replace(":1:search", ":2:search");
    expect(textOf(await desk.driver.press(ada, current))).toContain("Nothing was sent.");
  });

  it("offers a fresh start for a draft that is gone", async () => {
    const gone = await desk.driver.press(ada, "new.move.1:nothing:1:back");
    expect(textOf(gone)).toContain("### This draft is gone");
    expect(textOf(await click(gone, "Start again"))).toContain("Which profession");
  });

  it("takes forged choices for choices that are gone, and steps that do not fit for nothing", async () => {
    const forged = await desk.driver.press(ada, idOf(await desk.driver.run(ada, "request"), "new.profession").replace("enchanting", "smithing"));
    expect(textOf(forged)).toContain("What you had chosen is no longer offered here.");
    const start = await desk.driver.run(ada, "request");
    const address = idOf(start, "new.profession").split(":").slice(1, 3).join(":");
    expect(textOf(await desk.driver.press(ada, `new.open.1:${address}:details`))).toContain("Which profession");
    expect(textOf(await desk.driver.press(ada, `new.move.1:${address}:more-5`))).toContain("Which profession");
    expect(textOf(await desk.driver.submit(ada, `new.details.1:${address}`, { note: "x" }))).toContain("Which profession");
  });
});

describe("packs that change meanwhile", () => {
  it("starts afresh when the recipe is gone, keeping the note", async () => {
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 4 });
    const wrong = await desk.driver.submit(ada, idOf(modal, "new.details"), { "character-name": "M", note: "soon" });
    desk.use(aPack([aRecipe({ id: "boots" })]));
    const fresh = await click(wrong, "Edit");
    expect(textOf(fresh)).toContain("What you had chosen is no longer offered here. Please choose again.\nWhich profession makes it?");
    desk.use(smallPack);
    const items = await desk.driver.press(ada, idOf(await click(fresh, "Enchanting"), "new.category"), ["Boots"]);
    const details = await desk.driver.press(ada, idOf(items, "new.item"), ["boots"]);
    expect(textOf(details)).toContain("**Quantity** 4");
    expect(JSON.stringify(await click(details, "Continue"))).toContain('"value":"soon"');
  });

  it("does not send what is no longer offered", async () => {
    await desk.characters.add(ada, "Mira");
    const modal = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    desk.use(aPack([aRecipe({ id: "boots" })]));
    expect(textOf(await desk.driver.submit(ada, idOf(modal, "new.details"), {}))).toContain("no longer offered");
    expect(await requests()).toEqual([]);
  });

  it("says when nothing can be asked for, to officers with what to do", async () => {
    const start = await desk.driver.run(ada, "request");
    desk.use();
    expect(textOf(await desk.driver.run(ada, "request", { item: "crusader" }))).toContain("no recipes are set up. Please tell an officer.");
    expect(textOf(await desk.driver.run(as("1", { rights: officer }), "request"))).toContain("no recipe pack is in use");
    expect((await click(start, "Enchanting"))?.kind).toBe("refuse");
    desk.use(aPack([]));
    expect((await desk.driver.run(ada, "request")).kind).toBe("refuse");
  });
});

describe("what the command refuses", () => {
  it.each([
    [{ item: "crusader", quantity: 0 }, "0 is not a quantity I can take. Choose a whole number from 1 to 999."],
    [{ item: "crusader", quantity: 1000 }, "1000 is not a quantity"],
    [{ quantity: -1 }, "\\-1 is not a quantity"],
    [{ item: "qqqq @everyone" }, "I know nothing called “qqqq \\@everyone”."],
  ])("answers %j in a sentence and makes no draft", async (options, sentence) => {
    const reply = await desk.driver.run(ada, "request", options);
    expect([reply.kind, textOf(reply).includes(sentence)]).toEqual(["refuse", true]);
    expect(await drafts()).toEqual([]);
  });

  it("names the roles to who is no member, at every step", async () => {
    const start = await desk.driver.run(ada, "request");
    const settings = { ...unsetSettings(GUILD), roles: { ...unsetSettings(GUILD).roles, member: ["71", "72"] } };
    const outsider = as("1001", { rights: rights({ isMember: false }), settings });
    const sentence = "Requests are open to <@&71> or <@&72>. Ask an officer for the role, then try again.";
    expect(await desk.driver.run(outsider, "request")).toEqual({ kind: "refuse", sentence });
    expect(await desk.driver.press(outsider, buttonId(start, "Enchanting"))).toEqual({ kind: "refuse", sentence });
    expect(await desk.driver.startGuided(outsider)).toEqual({ kind: "refuse", sentence });
  });
});
