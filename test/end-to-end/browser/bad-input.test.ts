import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PersonPage, textOf } from "./person-page.ts";
import { guideToDetails } from "./requesting.ts";
import { HAS_NO_BROWSER, openStage, type Stage } from "./stage.ts";

describe.skipIf(HAS_NO_BROWSER)("what goes wrong, in the page", { timeout: 60_000 }, () => {
  let stage: Stage;
  let eva: PersonPage;
  beforeAll(async () => {
    stage = await openStage();
    eva = await stage.as("eva");
    await eva.command("characters");
    await eva.press("Add a character");
    await eva.submit({ Name: "Evalyn" });
    await eva.told("Evalyn is added");
  });
  afterAll(() => stage.close());

  it("takes no quantity but a whole number from 1 to 999", async () => {
    const form = await eva.fillCommand("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "abc" });
    await form.getByRole("button", { name: "Send command" }).click();
    expect(await textOf(form.getByRole("alert"))).toMatch(/number|integer/i);
    await form.getByRole("combobox", { name: "quantity" }).fill("0");
    await form.getByRole("button", { name: "Send command" }).click();
    expect(await textOf(form.getByRole("alert"))).toMatch(/1/);
    await form.getByRole("button", { name: "Cancel command" }).click();

    await guideToDetails(eva, { profession: "Enchanting", category: "Weapon", item: /Crusader/ });
    for (const typed of ["0", "abc", "1000"]) {
      await eva.press("Set…");
      await eva.submit({ Quantity: typed });
      await eva.told(`“${typed}” is not a quantity I can take. Type a whole number from 1 to 999.`);
    }
    await eva.press("Cancel");
    await eva.told("Nothing was sent");
  });

  it("answers an unknown item with what is there", async () => {
    await eva.command("request", { item: "qqqqqq", quantity: "1" });
    expect(await eva.told("qqqqqq")).toContain("I know nothing called “qqqqqq”. Try a part of its name, or type /request alone to look around.");
    await eva.command("request", { item: "weapn crusadr", quantity: "1" });
    await eva.told("Did you mean one of these? You typed “weapn crusadr”.");
    await eva.choose(/Choose an item/, /Crusader/);
    await eva.told("Enchant Weapon - Crusader", "Quantity 1");
    await eva.press("Cancel");
  });

  it("tells a newcomer which role it takes", async () => {
    const pip = await stage.as("pip");
    await pip.press("Create request", await pip.sees("The crafting desk"));
    await pip.told("Requests are open to @Member. Ask an officer for the role, then try again.");
    await pip.press("Manage requests", pip.post("The crafting desk"));
    expect(await pip.told("The queue is for crafters")).toContain("@Enchanter (✨ Enchanting)");
  });

  it("shows @everyone in a note as text, which pings nobody", async () => {
    const sylra = await stage.as("sylra", "general");
    await eva.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "1" });
    await eva.submit({ "Note for the crafter": "@everyone hurry @here <@1200000000000000305>" });
    expect(await eva.told("Request #1")).toContain("@everyone hurry @here");
    const board = sylra.page.getByRole("navigation", { name: /^Channels of / }).getByRole("link", { name: /^crafting-board/ });
    await sylra.page.getByRole("link", { name: "crafting-board, unread" }).waitFor();
    expect(await board.getAttribute("aria-label")).toBe("crafting-board, unread");
    await sylra.goTo("crafting-board");
    const card = await sylra.sees("@everyone hurry @here");
    expect(await textOf(card)).toContain("<@1200000000000000305>");
    expect(await card.getByRole("button", { name: /Sylra|everyone/ }).count()).toBe(0);
  });

  it("does not let more into a note than fits", async () => {
    await eva.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "1" });
    await eva.fillForm();
    const note = eva.modal.getByRole("textbox", { name: "Note for the crafter" });
    await note.focus();
    await eva.page.keyboard.insertText("x".repeat(4000));
    expect((await note.inputValue()).length).toBe(500);
    // A page that has been tampered with is refused by the form all the same.
    await note.evaluate((element) => element.removeAttribute("maxlength"));
    await note.fill("x".repeat(4000));
    await eva.modal.getByRole("button", { name: "Submit" }).click();
    expect(await textOf(eva.modal.getByRole("alert"))).toMatch(/500/);
    await eva.modal.getByRole("button", { name: "Cancel" }).click();
    await eva.modal.waitFor({ state: "hidden" });
  });

  it("answers an outdated button with what is so now", async () => {
    const [sylra, isolde] = await Promise.all([stage.as("sylra", "craftingBoard"), stage.as("isolde", "craftingBoard")]);
    for (const crafter of [sylra, isolde]) {
      await crafter.press("Details", await crafter.sees("Crusader ×1"));
      await crafter.told("Crafter: nobody yet");
    }
    await isolde.press("Claim");
    await isolde.told("It is yours");
    await sylra.press("Claim");
    await sylra.told("@Isolde Farrow was first and has claimed it");
    await eva.command("status", { request: "#1" });
    await eva.told("Claimed");
    await isolde.press("Complete");
    await isolde.told("All done");
    await eva.press("Cancel request…");
    await eva.told("completed");
    expect(await textOf(eva.reply)).not.toContain("Yes, cancel it");
  });
});
