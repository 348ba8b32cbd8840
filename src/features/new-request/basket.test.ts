import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aPack, aRecipe, type NewRequestDesk, openNewRequestDesk } from "../../testing/new-request-desk.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { newRequestTexts } from "./texts.ts";

const as = await calls(newRequestTexts);
const ada = as("1001");
const limited = as("1001", { settings: { ...unsetSettings(GUILD), openRequestsPerPerson: 1 } });

const idOf = (reply: Reply | null, prefix: string): string => customIdsOf(reply).find((id) => id.startsWith(prefix)) ?? `no ${prefix} in ${textOf(reply)}`;

describe.each(ENGINES)("a basket on %s", (engine) => {
  let desk: NewRequestDesk;
  beforeEach(async () => {
    desk = await openNewRequestDesk(engine);
  });
  afterEach(() => desk.drop());

  const click = (reply: Reply | null, label: string, call = ada): Promise<Reply | null> => desk.driver.press(call, buttonId(reply, label));
  const choose = (reply: Reply | null, prefix: string, value: string): Promise<Reply | null> => desk.driver.press(ada, idOf(reply, prefix), [value]);
  const requests = async () => (await desk.reads.listMine(GUILD, ada.userId, null, 0, 25)).items.toSorted((a, b) => a.number - b.number);
  const fill = async (reply: Reply | null, label: string, fields: Record<string, string>): Promise<Reply | null> => {
    const modal = await click(reply, label);
    return desk.driver.submit(ada, idOf(modal, "new.basket"), fields);
  };
  const toItem = async (step: Reply | null, profession: string, category: string, item: string) => choose(await choose(await click(step, profession), "new.category", category), "new.item", item);
  const paste = async (list: string, fields: Record<string, string> = {}): Promise<Reply | null> => {
    const modal = await click(await desk.driver.run(ada, "request"), "Paste a list");
    return desk.driver.submit(ada, idOf(modal, "new.paste"), { list, ...fields });
  };
  /** A crusader and two bags for Mira. */
  async function twoItems(): Promise<Reply | null> {
    const one = await fill(await toItem(await desk.driver.run(ada, "request"), "Enchanting", "Weapon", "crusader"), "Add to basket", { "character-name": "Mira", note: "for the raid" });
    const step = await click(one, "Add another item");
    return fill(await click(await toItem(step, "Tailoring", "Bags", "bag"), "+1"), "Add to basket", {});
  }

  it("keeps the character, lists the items, and makes them requests that belong together", async () => {
    const basket = await twoItems();
    expect(textOf(basket)).toContain("### 🧺 Basket · 2 items\nFor **Mira**. Nothing has been sent yet.");
    expect(textOf(basket)).toContain("1. Enchant Weapon - Crusader ×1 · Enchanting\n2. Runecloth Bag ×2 · Tailoring");
    expect(await requests()).toEqual([]);
    const sent = await click(basket, "Send 2 requests");
    expect(textOf(sent)).toContain("Sent together: requests #1 to #2\nFor **Mira**.");
    const made = await requests();
    expect(made).toMatchObject([
      { itemName: "Enchant Weapon - Crusader", quantity: 1, characterName: "Mira", note: "for the raid" },
      { itemName: "Runecloth Bag", quantity: 2, characterName: "Mira", note: "", materials: [{ needed: 10, provided: 10 }] },
    ]);
    expect(made[0]?.basketId).toBe(made[1]?.basketId);
    expect(made[0]?.basketId).not.toBeNull();
  });

  it("asks for the character once", async () => {
    await desk.characters.add(ada, "Mira");
    const zed = await desk.characters.add(ada, "Zed");
    const one = await fill(await toItem(await desk.driver.run(ada, "request"), "Enchanting", "Weapon", "crusader"), "Add to basket", { character: zed.ok ? zed.value.id : "" });
    const modal = await click(await toItem(await click(one, "Add another item"), "Tailoring", "Bags", "bag"), "Add to basket");
    expect(customIdsOf(modal).slice(1)).toEqual(["date", "note"]);
    const both = await desk.driver.submit(ada, idOf(modal, "new.basket"), {});
    await click(both, "Send 2 requests");
    expect((await requests()).map(({ characterName }) => characterName)).toEqual(["Zed", "Zed"]);
  });

  it("goes on after a restart, and sends once however often it is pressed", async () => {
    const basket = await twoItems();
    desk.restart();
    await Promise.all([click(basket, "Send 2 requests"), click(basket, "Send 2 requests")]);
    const again = await click(basket, "Send 2 requests");
    expect(textOf(again)).toContain("Requests #1 to #2, sent together\nYou had already sent this one");
    expect(await requests()).toHaveLength(2);
  });

  it("lets each item be changed and taken out", async () => {
    const basket = await twoItems();
    const lines = optionsOf(basket, "new.line").map(({ value }) => value);
    const details = await choose(basket, "new.line", lines[0] ?? "");
    expect(textOf(details)).toContain("### ✨ Enchant Weapon - Crusader");
    expect(JSON.stringify(await click(details, "Change"))).toContain('"value":"for the raid"');
    const changed = await fill(await click(details, "+5"), "Change", { note: "no hurry" });
    expect(textOf(changed)).toContain("1. Enchant Weapon - Crusader ×6");
    const back = await click(await choose(changed, "new.line", lines[1] ?? ""), "Back");
    expect(textOf(back)).toContain("2. Runecloth Bag ×2");
    const less = await click(await choose(back, "new.line", lines[1] ?? ""), "Take out");
    expect(textOf(less)).toContain("Basket · 1 item\n");
    await click(less, "Send 1 request");
    expect(await requests()).toMatchObject([{ quantity: 6, note: "no hurry" }]);
  });

  it("returns to the basket from looking around, and to the first step when it is empty", async () => {
    const basket = await twoItems();
    expect(textOf(await click(await click(basket, "Add another item"), "Back"))).toContain("Basket · 2 items");
    const one = await paste("Runecloth Bag", { "character-name": "Zed", character: "" });
    const [line = ""] = optionsOf(one, "new.line").map(({ value }) => value);
    expect(textOf(await click(await choose(one, "new.line", line), "Take out"))).toContain("Which profession makes it?");
  });

  it("says which limit it meets, sends none of it, and keeps everything", async () => {
    const basket = await twoItems();
    const refused = await click(basket, "Send 2 requests", limited);
    expect(textOf(refused)).toContain("One person can have at most 1 requests here that are not finished");
    expect(textOf(refused)).toContain("2. Runecloth Bag ×2");
    expect(await requests()).toEqual([]);
    await click(refused, "Send 2 requests");
    expect(await requests()).toHaveLength(2);
  });

  it("says which item cannot be sent any more, and that the character is gone", async () => {
    const basket = await twoItems();
    desk.use(aPack([aRecipe()]));
    const gone = await click(basket, "Send 2 requests");
    expect(textOf(gone)).toContain("2. An item that is no longer offered here ×2");
    expect(textOf(gone)).toContain("**2.** cannot be sent like this any more.");
    const [mira] = await desk.characters.list(GUILD, ada.userId);
    await desk.characters.remove(ada, mira?.id ?? "", 0);
    expect(textOf(await click(gone, "Send 2 requests"))).toContain("The character that this is for is no longer yours.");
    expect(await requests()).toEqual([]);
  });

  it("offers the next item for the same character once a request is sent", async () => {
    await desk.characters.add(ada, "Mira");
    await desk.characters.add(ada, "Zed");
    const form = await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 });
    const zed = (await desk.characters.list(GUILD, ada.userId)).find(({ name }) => name === "Zed")?.id ?? "";
    const sent = await desk.driver.submit(ada, idOf(form, "new.details"), { character: zed });
    const details = await toItem(await click(sent, "Add another item for Zed"), "Tailoring", "Bags", "bag");
    const modal = await click(details, "Continue");
    await desk.driver.submit(ada, idOf(modal, "new.details"), {});
    expect((await requests()).map(({ characterName, basketId }) => [characterName, basketId])).toEqual([["Zed", null], ["Zed", null]]);
  });

  describe("from a pasted list", () => {
    it("takes what is named exactly, and asks about the rest", async () => {
      const asked = await paste("3 Runecloth Bag\n- fine thread x20\nenchant wepon crusadr x2\nzzzzqqqq\nFine Thread x5000", { "character-name": "Mira" });
      expect(textOf(asked)).toContain("“zzzzqqqq”: I know nothing of that name");
      expect(textOf(asked)).toContain("“Fine Thread x5000”: that is not a quantity I can take");
      expect(textOf(asked)).toContain("What do you mean by “enchant wepon crusadr” ×2?");
      expect(optionsOf(asked, "new.meant")[0]).toMatchObject({ value: "crusader" });
      const basket = await choose(asked, "new.meant", "crusader");
      expect(textOf(basket)).toContain("1. Runecloth Bag ×3 · Tailoring\n2. Fine Thread ×20 · Tailoring\n3. Enchant Weapon - Crusader ×2 · Enchanting");
      await click(basket, "Send 3 requests");
      expect((await requests()).map(({ itemName, quantity, characterName }) => [itemName, quantity, characterName])).toEqual([
        ["Runecloth Bag", 3, "Mira"],
        ["Fine Thread", 20, "Mira"],
        ["Enchant Weapon - Crusader", 2, "Mira"],
      ]);
    });

    it("leaves out what the person does not mean, and a second press changes nothing", async () => {
      const asked = await paste("Runecloth Bag\nrunecloth bg", { "character-name": "Mira" });
      const basket = await click(asked, "Leave it out");
      expect(textOf(basket)).toContain("Basket · 1 item\n");
      expect(textOf(await click(asked, "Leave it out"))).toContain("Basket · 1 item\n");
    });

    it("keeps a list that is too long, names nothing or has nothing in it, to be pasted anew", async () => {
      const long = Array.from({ length: 21 }, () => "Runecloth Bag").join("\n");
      const refused = await paste(long, { "character-name": "Mira" });
      expect(textOf(refused)).toContain("Your list has 21 lines; 20 fit into the basket.");
      expect(JSON.stringify(await click(refused, "Paste a list"))).toContain("Runecloth Bag\\nRunecloth Bag");
      expect(textOf(await paste("zzzzqqqq", { "character-name": "Mira" }))).toContain("“zzzzqqqq”");
      expect(textOf(await paste(" \n ", { "character-name": "Mira" }))).toContain("There is nothing in that list.");
      expect(textOf(await paste("Runecloth Bag", { "character-name": "" }))).toContain("Type your character's name");
      expect(await desk.characters.list(GUILD, ada.userId)).toEqual([]);
    });

    it("stays within Discord's limits with the longest names, and offers no more once it is full", async () => {
      desk.use(aPack(Array.from({ length: 20 }, (_, n) => aRecipe({ id: `r${n}`, name: `${"verylong-**name** ".repeat(5)} ${String.fromCodePoint(97 + n)}` }))));
      const list = Array.from({ length: 20 }, (_, n) => `${"verylong-**name** ".repeat(5)} ${String.fromCodePoint(97 + n)} x999`).join("\n");
      const basket = await paste(list, { "character-name": "Mira" });
      expect(textOf(basket)).toContain("The basket is full: 20 items go together.");
      expect(textOf(await click(basket, "Send 20 requests"))).toContain("requests #1 to #20");
    });

    it("answers the same form sent twice with one basket", async () => {
      const modal = await click(await desk.driver.run(ada, "request"), "Paste a list");
      const fields = { list: "2 Runecloth Bag", "character-name": "Mira" };
      await desk.driver.submit(ada, idOf(modal, "new.paste"), fields);
      expect(textOf(await desk.driver.submit(ada, idOf(modal, "new.paste"), fields))).toContain("Basket · 1 item\n");
    });
  });
});
