import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD, rights } from "../../testing/call.ts";
import { aPack, aRecipe, type NewRequestDesk, openNewRequestDesk } from "../../testing/new-request-desk.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import { newRequestTexts } from "./texts.ts";

const as = await calls(newRequestTexts);
const ada = as("1001");

let desk: NewRequestDesk;
beforeEach(async () => {
  desk = await openNewRequestDesk();
});
afterEach(() => desk.drop());

const idOf = (reply: Reply | null, prefix: string): string => customIdsOf(reply).find((id) => id.startsWith(prefix)) ?? `no ${prefix} in ${textOf(reply)}`;
const click = (reply: Reply | null, label: string): Promise<Reply | null> => desk.driver.press(ada, buttonId(reply, label));
const choose = (reply: Reply | null, prefix: string, value: string): Promise<Reply | null> => desk.driver.press(ada, idOf(reply, prefix), [value]);
const requests = async () => (await desk.reads.listMine(GUILD, ada.userId, null, 0, 25)).items;

/** The guide at the details of the crusader enchant. */
async function toDetails(): Promise<Reply | null> {
  const items = await choose(await click(await desk.driver.run(ada, "request"), "Enchanting"), "new.category", "Weapon");
  return choose(items, "new.item", "crusader");
}

describe("the guided way", () => {
  it("leads from profession to request in one message, edited in place", async () => {
    const professions = await desk.driver.run(ada, "request");
    expect(professions.kind).toBe("show");
    expect(textOf(professions)).toContain("Which profession makes it?\n-# Step 1 of 4");
    const categories = await click(professions, "Enchanting");
    expect(categories?.kind).toBe("update");
    expect(optionsOf(categories, "new.category").map(({ label }) => label)).toEqual(["Boots", "Weapon"]);
    const items = await choose(categories, "new.category", "Weapon");
    expect(textOf(items)).toContain("**✨ Enchanting › Weapon** · which one?\n-# Step 3 of 4");
    const details = await choose(items, "new.item", "crusader");
    expect(textOf(details)).toContain("**Quantity** 1");
    expect(textOf(details)).toContain("-# Step 4 of 4");
    const two = await click(details, "+1");
    expect(textOf(two)).toContain("8 × Large Brilliant Shard (4 each)\n4 × Righteous Orb (2 each)\n**Quantity** 2");
    const modal = await click(two, "Continue");
    expect(customIdsOf(modal).slice(1)).toEqual(["character-name", "date", "note"]);
    const sent = await desk.driver.submit(ada, idOf(modal, "new.details"), { "character-name": "Mira", note: "" });
    expect(sent?.kind).toBe("update");
    expect(textOf(sent)).toContain("### ✅ Request #1 · Enchant Weapon - Crusader ×2");
    expect(await requests()).toMatchObject([{ quantity: 2, characterName: "Mira" }]);
  });

  it("goes back step by step", async () => {
    const items = await click(await toDetails(), "Back");
    expect(textOf(items)).toContain("which one?");
    const categories = await click(items, "Back");
    const professions = await click(categories, "Back");
    expect(textOf(professions)).toContain("Which profession");
    expect(() => buttonId(professions, "Back")).toThrow("no button");
  });

  it("cancels at every step, and starts again from there", async () => {
    const professions = await desk.driver.run(ada, "request");
    const categories = await click(await desk.driver.run(ada, "request"), "Enchanting");
    const items = await choose(await click(await desk.driver.run(ada, "request"), "Tailoring"), "new.category", "Bags");
    for (const step of [professions, categories, items, await toDetails()]) {
      const cancelled = await click(step, "Cancel");
      expect([cancelled?.kind, textOf(cancelled)]).toEqual(["update", "### Cancelled\nNothing was sent.\nStart again"]);
      expect(textOf(await click(step, "Cancel"))).toContain("Cancelled");
      expect(textOf(await click(cancelled, "Start again"))).toContain("Which profession");
    }
    expect(await requests()).toEqual([]);
  });

  it("searches from any step, forgives typing mistakes, and says when there is nothing", async () => {
    const modal = await click(await click(await desk.driver.run(ada, "request"), "Enchanting"), "Search");
    const found = await desk.driver.submit(ada, idOf(modal, "new.search"), { search: "runclth bag" });
    expect(optionsOf(found, "new.item")[0]?.value).toBe("bag");
    const none = await desk.driver.submit(ada, idOf(await click(found, "Search"), "new.search"), { search: "@everyone qqqq" });
    expect(textOf(none)).toContain("Nothing here has a name like “\\@everyone qqqq”");
    expect(textOf(await click(none, "Back"))).toContain("what kind of thing?");
  });

  it("offers once more what the person asked for lately", async () => {
    const modal = await click(await click(await toDetails(), "+5"), "Continue");
    const sent = await desk.driver.submit(ada, idOf(modal, "new.details"), { "character-name": "Mira" });
    const another = await click(sent, "Request another");
    expect(another?.kind).toBe("update");
    expect(optionsOf(another, "new.item")).toEqual([{ label: "Enchant Weapon - Crusader", value: "crusader" }]);
    expect(textOf(await choose(another, "new.item", "crusader"))).toContain("### ✨ Enchant Weapon - Crusader");
  });

  it("sets a quantity in a modal, has one where nothing is said, and keeps to 1-999", async () => {
    const details = await toDetails();
    const typed = await desk.driver.submit(ada, idOf(await click(details, "Set"), "new.quantity"), { quantity: "998" });
    expect(textOf(typed)).toContain("**Quantity** 998");
    expect(textOf(await click(typed, "+5"))).toContain("**Quantity** 999");
    const modal = await click(await toDetails(), "Continue");
    expect(customIdsOf(modal).slice(1)).toEqual(["character-name", "date", "note"]);
  });

  it("keeps a quantity that came with the command", async () => {
    const start = await desk.driver.run(ada, "request", { quantity: 7 });
    const items = await choose(await click(start, "Tailoring"), "new.category", "Bags");
    expect(textOf(await choose(items, "new.item", "bag"))).toContain("35 × Bolt of Runecloth (5 each)\n**Quantity** 7");
  });

  it("still works when a modal was closed unsent", async () => {
    const details = await toDetails();
    await click(details, "Continue");
    await click(details, "Set");
    expect(textOf(await click(details, "+1"))).toContain("**Quantity** 2");
  });

  it("does not notice restarts between any two presses", async () => {
    const pause = <T>(reply: T): T => {
      desk.restart();
      return reply;
    };
    const categories = pause(await click(pause(await desk.driver.run(ada, "request")), "Enchanting"));
    const details = pause(await choose(pause(await choose(categories, "new.category", "Weapon")), "new.item", "crusader"));
    const modal = pause(await click(pause(await click(details, "+5")), "Continue"));
    const wrong = pause(await desk.driver.submit(ada, idOf(modal, "new.details"), { "character-name": "M", note: "soon" }));
    const again = pause(await click(wrong, "Edit"));
    await desk.driver.submit(ada, idOf(again, "new.details"), { "character-name": "Mira", note: "soon" });
    expect(await requests()).toMatchObject([{ quantity: 6, characterName: "Mira", note: "soon" }]);
  });

  it("is what the panel starts", async () => {
    const reply = await desk.driver.startGuided(ada);
    expect([reply.kind, textOf(reply).includes("Which profession")]).toEqual(["show", true]);
  });
});

const book = (count: number) => desk.use(aPack(Array.from({ length: count }, (_, n) => aRecipe({ id: `r${n}`, name: `Enchant ${String(n).padStart(3, "0")}` }))));
const items = async (): Promise<Reply | null> => choose(await click(await desk.driver.run(ada, "request"), "Enchanting"), "new.category", "Weapon");
const pageIn = (reply: Reply | null): string => /page \d+ of \d+/.exec(textOf(reply))?.[0] ?? "all";

describe("long lists", () => {
  it.each([
    [1, [1], ["all"]],
    [25, [25], ["all"]],
    [26, [25, 1], ["page 1 of 2", "page 2 of 2"]],
    [120, [25, 25, 25, 25, 20], ["page 1 of 5", "page 2 of 5", "page 3 of 5", "page 4 of 5", "page 5 of 5"]],
  ])("shows %i items on pages of %j", async (count, sizes, pages) => {
    book(count);
    let reply = await items();
    const shown = [reply];
    for (const _ of sizes.slice(1)) shown.push((reply = await click(reply, "Next")));
    const options = shown.map((page) => optionsOf(page, "new.item"));
    expect(options.map(({ length }) => length)).toEqual(sizes);
    expect(shown.map((page) => pageIn(page))).toEqual(pages);
    expect(new Set(options.flat().map(({ value }) => value)).size).toBe(count);
  });

  it("turns back as well", async () => {
    book(120);
    const third = await click(await click(await items(), "Next"), "Next");
    expect(pageIn(await click(third, "Prev"))).toBe("page 2 of 5");
  });

  it("shows the last page when the list got shorter meanwhile", async () => {
    book(120);
    const second = await click(await items(), "Next");
    book(20);
    expect(optionsOf(await click(second, "Next"), "new.item")).toHaveLength(20);
  });

  it("has room for many professions and categories", async () => {
    const professions = Array.from({ length: 30 }, (_, n) => ({ id: `p${String(n).padStart(2, "0")}`, name: `Profession ${String(n).padStart(2, "0")}`, icon: "🔨" }));
    const recipes = professions.flatMap(({ id }) => Array.from({ length: 30 }, (_, n) => aRecipe({ id: `${id}-${n}`, profession: id, category: `Category ${n}` })));
    desk.use(aPack(recipes, { professions }));
    const second = await click(await desk.driver.run(ada, "request"), "Next");
    expect(optionsOf(second, "new.professions").map(({ value }) => value)).toEqual(["p25", "p26", "p27", "p28", "p29"]);
    const categories = await choose(second, "new.professions", "p29");
    expect(optionsOf(categories, "new.category")).toHaveLength(25);
    expect(textOf(categories)).toContain("page 1 of 2");
  });

  it("fits the largest recipe, in the guide and in the summary", async () => {
    const materials = Array.from({ length: 25 }, (_, n) => ({ id: `m${n}`, name: `${n} ${"x".repeat(97)}`, quantity: 9999 }));
    desk.use(aPack([aRecipe({ name: "y".repeat(100), category: "z".repeat(100), materials })]));
    const core = as("1001", { rights: rights({ isCore: true }) });
    const modal = await desk.driver.run(core, "request", { item: "crusader", quantity: 999 });
    const lines = materials.map(({ name }) => `*${"_".repeat(59)}${name.slice(0, 40)}`).join("\n");
    const wrong = await desk.driver.submit(core, idOf(modal, "new.details"), { "character-name": `${"*".repeat(23)}m`, source: "some", amounts: lines, note: "*\n".repeat(250) });
    expect(textOf(wrong)).toContain("…and 19 more");
    const edited = await desk.driver.press(core, buttonId(wrong, "Edit"));
    const amounts = materials.map(({ name }) => `${name}: 999999999`).join("\n");
    const sent = await desk.driver.submit(core, idOf(edited, "new.details"), { "character-name": `${"*".repeat(23)}m`, source: "some", amounts, note: "*\n".repeat(250) });
    expect(textOf(sent)).toContain("✅ Request #1");
  });
});
