import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHANNELS, PEOPLE } from "../../../sandbox/index.ts";
import { startStage } from "../../../sandbox/testing/start-bot.ts";
import { launchBrowser } from "../../browser.ts";
import { openAs, PersonPage } from "./person-page.ts";
import { HAS_NO_BROWSER } from "./stage.ts";

describe.skipIf(HAS_NO_BROWSER)("one browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test("becomes somebody else by the switch, who writes under their name, and stays them when loaded again", async () => {
    await using stage = await startStage();
    const tab = await openAs(browser, stage.sandbox.url, PEOPLE.eva, CHANNELS.general);
    const youAre = (name: string) => tab.page.getByRole("button", { name: `You are: ${name}` });
    await youAre("Eva Brightwater, Member").click();
    const people = tab.page.getByRole("dialog", { name: "You are" });
    expect(await people.getByRole("listitem").count()).toBe(Object.keys(PEOPLE).length);
    await people.getByRole("button", { name: /^Sylra Moonquill/ }).click();
    await youAre("Sylra Moonquill, Enchanter").waitFor();
    await people.waitFor({ state: "detached" });
    await tab.composer.fill("Anything to enchant?");
    await tab.composer.press("Enter");
    await tab.sees("Sylra Moonquill", "Anything to enchant?");
    await tab.page.reload();
    await youAre("Sylra Moonquill, Enchanter").waitFor();
    expect(tab.errors).toEqual([]);
    await tab.page.context().close();
  });

  test("is two people at once in two tabs, each with what only they see", async () => {
    await using stage = await startStage();
    stage.on(async (interaction) => interaction.isChatInputCommand() && interaction.reply({ content: `For ${interaction.user.id} alone`, flags: 64 }));
    const eva = await openAs(browser, stage.sandbox.url, PEOPLE.eva, CHANNELS.general);
    await eva.page.getByRole("button", { name: /^You are:/ }).click();
    const opened = eva.page.context().waitForEvent("page");
    await eva.page.getByRole("link", { name: "Open Sylra Moonquill in a new tab" }).click();
    const sylra = new PersonPage(await opened);
    await sylra.page.getByRole("button", { name: "You are: Sylra Moonquill, Enchanter" }).waitFor();
    expect(sylra.page.context()).toBe(eva.page.context());

    await eva.page.keyboard.press("Escape");
    await Promise.all([eva.command("try"), sylra.command("try")]);
    await Promise.all([eva.told(`For ${PEOPLE.eva} alone`), sylra.told(`For ${PEOPLE.sylra} alone`)]);
    expect([await eva.replies.count(), await sylra.replies.count()]).toEqual([1, 1]);

    for (const [writer, words] of [[eva, "I need a blade"], [sylra, "I enchant blades"]] as const) {
      await writer.composer.fill(words);
      await writer.composer.press("Enter");
    }
    for (const reader of [eva, sylra]) {
      await reader.sees("Eva Brightwater", "I need a blade");
      await reader.sees("Sylra Moonquill", "I enchant blades");
    }
    // Each is still who they were, although both tabs keep their memory in one place.
    await Promise.all([eva.page.reload(), sylra.page.reload()]);
    await eva.page.getByRole("button", { name: "You are: Eva Brightwater, Member" }).waitFor();
    await sylra.page.getByRole("button", { name: "You are: Sylra Moonquill, Enchanter" }).waitFor();
    expect([...eva.errors, ...sylra.errors]).toEqual([]);
    await eva.page.context().close();
  });
});
