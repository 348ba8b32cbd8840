import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonPage } from "./person-page.ts";
import { HAS_NO_BROWSER, openStage, type Stage } from "./stage.ts";

describe.skipIf(HAS_NO_BROWSER)("characters, in the page", { timeout: 60_000 }, () => {
  let stage: Stage;
  let eva: PersonPage;
  beforeAll(async () => {
    stage = await openStage();
    eva = await stage.as("eva");
  });
  afterAll(() => stage.close());

  it("are added from the panel, and the first is the main", async () => {
    await eva.press("Characters", await eva.sees("The crafting desk"));
    await eva.told("You have no character here yet");
    await eva.press("Add a character");
    await eva.submit({ Name: "Evalyn" });
    await eva.told("Evalyn is added, and is your main", "⭐ Evalyn");
    await eva.press("Add a character");
    await eva.submit({ Name: "evalyn" });
    await eva.told("You already have a character called “evalyn”");
    await eva.press("Add a character");
    await eva.submit({ Name: "Brindl" });
    expect(await eva.told("Brindl is added.", "▫️ Brindl")).toContain("⭐ Evalyn");
  });

  it("are renamed, and another becomes the main", async () => {
    await eva.choose(/Choose a character/, "Brindl");
    await eva.told("Brindl", "no active requests");
    await eva.press("Rename");
    await eva.submit({ Name: "Brindle" });
    await eva.told("It is called Brindle now");
    await eva.press("Make main");
    expect(await eva.told("Brindle is your main now")).toContain("⭐ Brindle");
    expect(await eva.reply.getByRole("button", { name: "Make main" }).isDisabled()).toBe(true);
  });

  it("take their active requests with them when they are deleted, after being asked", async () => {
    await eva.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "1" });
    await eva.fillForm();
    await eva.chooseIn(eva.modal.getByRole("combobox", { name: /Which character/ }), "Evalyn");
    await eva.submit();
    await eva.told("Request #1", "For Evalyn");
    await eva.press("Characters", await eva.sees("The crafting desk"));
    await eva.told("▫️ Evalyn");
    await eva.choose(/Choose a character/, "Evalyn");
    await eva.told("Evalyn", "1 active request");
    await eva.press("Delete");
    await eva.told("Delete Evalyn?", "Its 1 active request is cancelled with it");
    await eva.press("Keep it");
    await eva.told("▫️ Evalyn");
    await eva.choose(/Choose a character/, "Evalyn");
    await eva.told("Evalyn", "1 active request");
    await eva.press("Delete");
    await eva.told("Delete Evalyn?");
    await eva.press("Delete Evalyn");
    expect(await eva.told("Evalyn is deleted, and its active request is cancelled")).not.toContain("▫️ Evalyn");
    await eva.command("status", { request: "#1" });
    await eva.told("#1", "Cancelled", "The character Evalyn was deleted");
    await eva.goTo("crafting-board");
    await eva.sees("Crusader ×1", "Cancelled");
  });
});
