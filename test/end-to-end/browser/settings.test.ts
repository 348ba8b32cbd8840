import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonPage, Words } from "./person-page.ts";
import { HAS_NO_BROWSER, openStage, type Stage } from "./stage.ts";

describe.skipIf(HAS_NO_BROWSER)("setting up a guild from nothing, in the page", { timeout: 60_000 }, () => {
  let stage: Stage;
  let maren: PersonPage, eva: PersonPage;
  beforeAll(async () => {
    stage = await openStage(null);
    [maren, eva] = await Promise.all([stage.as("maren", "general"), stage.as("eva")]);
  });
  afterAll(() => stage.close());

  async function choose(select: Words, choice: string, saved: string): Promise<void> {
    await maren.chooseIn(maren.reply.getByRole("combobox", { name: select }), choice);
    await maren.told("Saved.", saved);
  }

  it("keeps the settings to officers", async () => {
    await eva.command("settings");
    expect(await eva.told("Only officers change the settings")).toContain("Ask somebody who may manage this server.");
  });

  it("leads the owner through roles, professions and channels", async () => {
    await maren.command("settings");
    await maren.told("Ready in two minutes", "⬜ Officer role", "⬜ Panel channel");
    await maren.press("Roles");
    await maren.told("Who is who");
    await choose(/^Officers: choose up to 10 roles/, "Officer", "Officers: @Officer");
    await choose(/^Members: choose up to 10 roles/, "Member", "Members: @Member");
    await choose(/^Core members: choose up to 10 roles/, "Core", "Core members: @Core");
    await maren.press("Professions");
    await maren.told("Who crafts what", "Enchanting", "Tailoring");
    await choose(/^Enchanting: choose up to 10 roles/, "Enchanter", "Enchanting: @Enchanter");
    await maren.press("Channels");
    await maren.told("Where the desk stands");
    await choose(/^Panel: choose a text channel/, "crafting-desk", "Panel: crafting-desk");
    await choose(/^Board: choose a text channel/, "crafting-board", "Board: crafting-board");
    await maren.press("Overview");
    expect(await maren.told("✅ Officer role", "✅ Panel channel", "✅ Board channel")).toContain("@Enchanter · set here");
  });

  it("has the panel in the chosen channel, where a member can request at once", async () => {
    await eva.press("Create request", await eva.sees("The crafting desk"));
    await eva.told("Which profession");
    await eva.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "1" });
    await eva.submit({ "Your character's name": "Evalyn" });
    await eva.told("Request #1");
    const sylra = await stage.as("sylra", "craftingBoard");
    await sylra.press("Claim", await sylra.sees("Crusader ×1"));
    await sylra.told("It is yours");
    expect(await eva.posts.filter({ hasText: "The crafting desk" }).count()).toBe(1);
  });

  it("asks before it forgets everything", async () => {
    await maren.press("Reset");
    await maren.told("Forget everything that was set here?");
    await maren.press("Keep everything");
    expect(await maren.told("Everything is set")).not.toContain("⬜");
  });
});
