import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textOf } from "./person-page.ts";
import { HAS_NO_BROWSER, openStage, type Stage } from "./stage.ts";

describe.skipIf(HAS_NO_BROWSER)("/request with its form, in the page", { timeout: 60_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it("finds what was mistyped and asks the rest in one form", async () => {
    const corwin = await stage.as("corwin");
    await corwin.command("request", { item: { type: "crusadr", pick: /Crusader/ }, quantity: "2" });
    await corwin.fillForm({ "Your character's name": "Corwin", "Note for the crafter": "for **Thursday**" });
    expect(await corwin.modal.getByRole("radio").count()).toBe(0);
    await corwin.submit();
    const summary = await corwin.told("Enchant Weapon - Crusader ×2", "For Corwin");
    expect(summary).toContain("you bring everything");
    expect(summary).toContain("for **Thursday**");
    await corwin.press("Details");
    expect(await corwin.told("asked by @Corwin Hale")).toContain("8 × Large Brilliant Shard");
  });

  it("lets a core member bring some and says what is missing", async () => {
    const garrick = await stage.as("garrick");
    await garrick.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "3" });
    await garrick.fillForm({ "Your character's name": "Garrick" });
    const amounts = garrick.modal.getByRole("textbox", { name: /how many in all/ });
    expect(await amounts.inputValue()).toBe("Large Brilliant Shard: 12\nRighteous Orb: 6");
    await garrick.modal.getByRole("radio", { name: "I bring some" }).check();
    await amounts.fill("large brilliant shard: 5\nRighteous Orb: 99");
    await garrick.submit();
    const summary = await garrick.told("you bring 11 of 18");
    expect(summary).toContain("5 of 12 × Large Brilliant Shard · 7 missing");
    expect(summary).toContain("✅ 6 × Righteous Orb");
    expect(summary).toContain("You wrote 99 × Righteous Orb; only 6 needed");

    const sylra = await stage.as("sylra", "craftingBoard");
    expect(await textOf(await sylra.sees("For Garrick"))).toContain("Missing: 7 Large Brilliant Shard");
  });

  it("keeps what was typed when an amount cannot be read", async () => {
    const garrick = await stage.as("garrick");
    await garrick.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "1" });
    await garrick.fillForm({ "Note for the crafter": "no hurry" });
    await garrick.modal.getByRole("radio", { name: "I bring some" }).check();
    await garrick.submit({ "how many in all": "Righteous Orb: many" });
    await garrick.told("“Righteous Orb: many”: write a whole number");
    await garrick.press("Edit…");
    await garrick.fillForm();
    expect(await garrick.modal.getByRole("textbox", { name: "Note for the crafter" }).inputValue()).toBe("no hurry");
    expect(await garrick.modal.getByRole("radio", { name: "I bring some" }).isChecked()).toBe(true);
    await garrick.modal.getByRole("radio", { name: "Guild craft" }).check();
    await garrick.submit();
    await garrick.told("the guild is asked for everything", "2 missing");
  });
});
