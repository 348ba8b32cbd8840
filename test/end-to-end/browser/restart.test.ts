import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guideToDetails } from "./requesting.ts";
import { HAS_NO_BROWSER, openStage, type Stage } from "./stage.ts";

describe.skipIf(HAS_NO_BROWSER)("a restart of the bot, seen from the page", { timeout: 60_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it("does not end a request that was half made: its message goes on", async () => {
    const eva = await stage.as("eva");
    await guideToDetails(eva, { profession: "Enchanting", category: "Weapon", item: /Crusader/ });
    await eva.press("+1");
    await eva.told("Quantity 2");
    await stage.desk.restartBot();
    await eva.press("−1");
    await eva.told("Quantity 1");
    await eva.press("+1");
    await eva.told("Quantity 2");
    await eva.press("Continue…");
    await eva.fillForm({ "Your character's name": "Evalyn" });
    await stage.desk.restartBot();
    await eva.submit();
    await eva.told("Request #1", "Crusader ×2", "For Evalyn");
    expect(await eva.replies.count()).toBe(1);
  });

  it("leaves the panel and the cards in use", async () => {
    await stage.desk.restartBot();
    const sylra = await stage.as("sylra", "craftingBoard");
    await sylra.press("Claim", await sylra.sees("Crusader ×2"));
    await sylra.told("It is yours");
    await sylra.goTo("crafting-desk");
    await sylra.press("Manage requests", await sylra.sees("The crafting desk"));
    await sylra.told("Queue", "#1", "Yours");
    expect(await sylra.posts.filter({ hasText: "The crafting desk" }).count()).toBe(1);
  });
});
