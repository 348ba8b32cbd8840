import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ButtonStyle, ComponentType } from "discord.js";
import { CHANNELS, PEOPLE } from "../../../sandbox/index.ts";
import { type Stage as BotStage, startStage } from "../../../sandbox/testing/start-bot.ts";
import { launchBrowser } from "../../browser.ts";
import { openAs, PHONE, textOf, type PersonPage } from "./person-page.ts";
import { HAS_NO_BROWSER } from "./stage.ts";

const inspector = (page: Page): Locator => page.getByRole("region", { name: "Inspector" });
const rows = (page: Page): Locator => page.getByRole("listbox", { name: "Traffic" }).getByRole("option");

describe.skipIf(HAS_NO_BROWSER)("the inspector", { timeout: 60_000 }, () => {
  let browser: Browser;
  let stage: BotStage;
  let eva: PersonPage;
  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
    stage.on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply("Made by hand");
    });
    eva = await openAs(browser, stage.sandbox.url, PEOPLE.eva, CHANNELS.general);
  });
  afterAll(async () => {
    await browser.close();
    await stage[Symbol.asyncDispose]();
    if (eva.errors.length > 0) throw new Error(`the page reported: ${eva.errors.join("; ")}`);
  });

  it("opens by key, shows what goes over the wires, and one entry in full", async () => {
    await eva.page.keyboard.press("Control+i");
    await rows(eva.page).filter({ hasText: "IDENTIFY" }).or(rows(eva.page).filter({ hasText: "Identify" })).first().waitFor();
    const general = await stage.client.channels.fetch(CHANNELS.general);
    if (!general?.isSendable()) throw new Error("no channel to send to");
    await general.send("Hello from the bot");
    const sent = rows(eva.page).filter({ hasText: "/channels/:channelId/messages" }).last();
    await sent.click();
    const entry = eva.page.getByRole("region", { name: "Entry" });
    expect(await textOf(entry)).toMatch(/POST \/channels\/\d+\/messages.*Status 200 OK.*Bucket .*4\/5 left.*Request \{.*Hello from the bot.*Response headers/);
    await eva.page.getByRole("listbox", { name: "Traffic" }).focus();
    await eva.page.keyboard.press("Home");
    await expect.poll(() => textOf(entry)).toContain("GET /gateway/bot");
  });

  it("filters, pauses and clears", async () => {
    const bar = inspector(eva.page);
    await bar.getByRole("searchbox").fill("hello FROM the bot");
    await expect.poll(() => rows(eva.page).count()).toBe(2);
    const [post, created] = [await textOf(rows(eva.page).first()), await textOf(rows(eva.page).last())];
    expect([post, created]).toEqual([expect.stringContaining("POST"), expect.stringContaining("MESSAGE_CREATE")]);
    expect(post.slice(0, 12) <= created.slice(0, 12)).toBe(true);
    await bar.getByRole("combobox", { name: "Kind" }).selectOption("REST");
    await bar.getByRole("searchbox").fill("get /nowhere");
    await bar.getByText("Nothing here fits these filters.").waitFor();
    await bar.getByRole("button", { name: "Pause" }).click();
    await stage.raw("GET", "/nowhere");
    await stage.eva.act("message", { channelId: CHANNELS.general, content: "meanwhile" });
    expect(await rows(eva.page).count()).toBe(0);
    await bar.getByRole("button", { name: "Go on" }).click();
    await rows(eva.page).filter({ hasText: "/nowhere" }).filter({ hasText: "404" }).waitFor();
    await bar.getByRole("button", { name: "Clear" }).click();
    await bar.getByText("Nothing has gone over the wires yet").waitFor();
    await bar.getByRole("searchbox").fill("");
    await bar.getByRole("combobox", { name: "Kind" }).selectOption("REST and gateway");
  });

  it("shows what made a message", async () => {
    await eva.command("try");
    const message = await eva.sees("Made by hand");
    await message.hover();
    await message.getByRole("button", { name: "More" }).click();
    await eva.page.getByRole("menuitem", { name: "What made this?" }).click();
    await expect.poll(() => rows(eva.page).count()).toBe(3);
    const [created, deferred, edited] = await Promise.all((await rows(eva.page).all()).map(textOf));
    expect([created, deferred, edited]).toEqual([expect.stringContaining("INTERACTION_CREATE"), expect.stringContaining("callback"), expect.stringContaining("PATCH")]);

    await eva.page.getByRole("button", { name: "Show everything again" }).click();
    await expect.poll(() => rows(eva.page).count()).toBeGreaterThan(3);
    const { messageId } = await stage.eva.act("message", { channelId: CHANNELS.general, content: "by a person" });
    const tab = await eva.page.context().newPage();
    await tab.goto(`${stage.sandbox.url}/?inspect=1&message=${messageId}`);
    await tab.getByText("Nothing is remembered that made this message").waitFor();
    await tab.close();
  });

  it("shows what there was of a command and of a press that failed", async () => {
    stage.on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: "Press it", components: [{ type: ComponentType.ActionRow, components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label: "Silence", customId: "silence" }] }] });
    });
    await eva.command("try");
    await eva.press("Silence", await eva.sees("Press it"));
    const pressed = await eva.sees("This interaction failed");
    await pressed.getByRole("button", { name: "What made this?" }).click();
    await expect.poll(() => rows(eva.page).count()).toBe(1);
    expect(await textOf(rows(eva.page))).toContain("INTERACTION_CREATE");
    await rows(eva.page).click();
    await eva.page.getByRole("region", { name: "Entry" }).getByText('"custom_id": "silence"').waitFor();

    stage.on(async () => undefined);
    await eva.command("try");
    const failed = eva.replies.filter({ hasText: "The application did not respond" });
    expect(await textOf(failed.getByRole("time"))).toMatch(/^\d+:\d\d [AP]M$/);
    await failed.getByRole("button", { name: "What made this?" }).click();
    await expect.poll(() => rows(eva.page).count()).toBe(1);
    expect(await textOf(rows(eva.page))).toContain("INTERACTION_CREATE");
    const link = await inspector(eva.page).getByRole("link", { name: "Open the inspector in a new tab" }).getAttribute("href");
    expect(link).toMatch(/^\?inspect=1&interaction=\d+$/);
    await eva.page.getByRole("button", { name: "Show everything again" }).click();
    const tab = await eva.page.context().newPage();
    await tab.goto(`${stage.sandbox.url}/?inspect=1&interaction=1`);
    await tab.getByText("Nothing is remembered of this interaction").waitFor();
    await tab.close();
  });

  it("draws thousands of entries without all of them, and follows the newest until somebody scrolls up", async () => {
    const count = 1500;
    await inspector(eva.page).getByRole("button", { name: "Clear" }).click();
    for (let asked = 0; asked < count; asked += 50) await Promise.all(Array.from({ length: 50 }, () => stage.raw("GET", "/nowhere-at-all")));
    const counts = inspector(eva.page).getByRole("status");
    await expect.poll(async () => Number(/(\d+) entries/.exec(await textOf(counts))?.[1])).toBeGreaterThanOrEqual(count);
    expect(await rows(eva.page).count()).toBeLessThan(80);
    const last = rows(eva.page).last();
    const size = await last.getAttribute("aria-setsize");
    expect(await last.getAttribute("aria-posinset")).toBe(size);
    await eva.page.getByRole("listbox", { name: "Traffic" }).focus();
    await eva.page.keyboard.press("Home");
    await rows(eva.page).and(eva.page.locator("[aria-posinset='1'][aria-selected=true]")).waitFor();
    expect(await inspector(eva.page).getByRole("button", { name: "Follow" }).getAttribute("aria-pressed")).toBe("false");
    await eva.page.keyboard.press("Control+i");
    await inspector(eva.page).waitFor({ state: "hidden" });
  });

  it("takes the screen of a phone", async () => {
    const sylra = await openAs(browser, stage.sandbox.url, PEOPLE.sylra, CHANNELS.general, { viewport: PHONE, touch: true });
    await sylra.page.getByRole("button", { name: "Inspector" }).tap();
    const sheet = sylra.page.getByRole("dialog", { name: "Inspector" });
    await rows(sylra.page).last().tap();
    await sheet.getByRole("region", { name: "Entry" }).getByText("Response headers").waitFor();
    await sheet.getByRole("button", { name: "Close this entry" }).tap();
    expect(await sylra.page.evaluate("document.querySelector('.inspector').scrollWidth <= innerWidth")).toBe(true);
    await sheet.getByRole("button", { name: "Close the inspector" }).tap();
    await sheet.waitFor({ state: "hidden" });
    await sylra.page.context().close();
  });
});
