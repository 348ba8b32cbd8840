import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHANNELS, PEOPLE } from "../../../sandbox/index.ts";
import { type Stage as BotStage, startStage } from "../../../sandbox/testing/start-bot.ts";
import { launchBrowser } from "../../browser.ts";
import { openAs, PHONE, textOf, type PersonPage } from "./person-page.ts";
import { HAS_NO_BROWSER } from "./stage.ts";

const FITS = 500;
const form = { custom_id: "f", title: "A form", components: [{ type: 18, label: "Note", component: { type: 4, custom_id: "n", style: 2, max_length: FITS } }] };
const LONG = Array.from({ length: 60 }, (_, line) => `Line ${line + 1} of many`).join("\n");

describe.skipIf(HAS_NO_BROWSER)("reading and typing", { timeout: 60_000 }, () => {
  let browser: Browser;
  let stage: BotStage;
  let eva: PersonPage;
  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
    eva = await openAs(browser, stage.sandbox.url, PEOPLE.eva, CHANNELS.general);
  });
  afterAll(async () => {
    await browser.close();
    await stage[Symbol.asyncDispose]();
  });

  const send = async (content: string): Promise<string> => (await stage.eva.act("message", { channelId: CHANNELS.general, content })).messageId;

  it("says that a paste was cut to what fits", async () => {
    const sent: string[] = [];
    stage.on(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(form);
      if (!interaction.isModalSubmit()) return;
      sent.push(interaction.fields.getTextInputValue("n"));
      await interaction.reply("Thank you");
    });
    await eva.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await eva.command("try");
    await eva.fillForm();
    await eva.page.evaluate(`navigator.clipboard.writeText("x".repeat(4000))`);
    await eva.page.keyboard.press("ControlOrMeta+v");
    await eva.modal.getByText(`What you pasted was cut to ${FITS} characters.`).waitFor();
    await eva.page.keyboard.press("Backspace");
    await eva.modal.getByText("What you pasted was cut").waitFor({ state: "hidden" });
    await eva.submit();
    expect(sent).toEqual(["x".repeat(FITS - 1)]);
  });

  it("shows a long answer from its beginning", async () => {
    stage.on(async (interaction) => interaction.isChatInputCommand() && interaction.reply({ content: LONG, flags: 64 }));
    const sylra = await openAs(browser, stage.sandbox.url, PEOPLE.sylra, CHANNELS.general, { viewport: PHONE, touch: true });
    await sylra.command("try");
    await sylra.told("Line 60 of many");
    await expect.poll(async () => (await sylra.reply.boundingBox())?.y ?? -1).toBeGreaterThan(90);
    expect((await sylra.reply.boundingBox())?.y).toBeLessThan(PHONE.height / 3);
    expect(await sylra.page.getByRole("button", { name: "Jump to newest" }).isVisible()).toBe(false);
    await sylra.page.context().close();
  });

  it("shows names, not ids, in the line above a reply", async () => {
    const channel = await stage.client.channels.fetch(CHANNELS.general);
    if (!channel?.isSendable()) throw new Error("no channel to send to");
    const asked = await send(`<@${PEOPLE.sylra}>, **will** you look into <#${CHANNELS.welcome}>?`);
    await channel.send({ content: "I did.", reply: { messageReference: asked } });
    expect(await textOf(await eva.sees("I did."))).toContain("@Sylra Moonquill, will you look into #welcome?");
  });

  it("draws emojis with a font of its own", async () => {
    await send("A sword ⚔️ and a wand 🪄");
    await eva.sees("A sword");
    await expect.poll(() => eva.page.evaluate(`[...document.fonts].filter((face) => face.family.includes("Sandbox Emoji") && face.status === "loaded").length`)).toBeGreaterThan(0);
  });

  it("stops once at the people, who are gone through by arrows", async () => {
    const people = eva.page.getByRole("complementary", { name: "People" });
    const focused = people.getByRole("button").and(eva.page.locator(".person:focus"));
    await eva.composer.focus();
    for (let presses = 0; presses < 10 && (await focused.count()) === 0; presses++) await eva.page.keyboard.press("Tab");
    const first = await focused.getAttribute("aria-label");
    await eva.page.keyboard.press("ArrowDown");
    expect(await focused.getAttribute("aria-label")).not.toBe(first);
    await eva.page.keyboard.press("Tab");
    expect(await focused.count()).toBe(0);
    await eva.page.getByRole("link", { name: "Skip to the messages" }).focus();
    await eva.page.keyboard.press("Enter");
    expect(await eva.page.evaluate("document.activeElement.getAttribute('role')")).toBe("log");
  });
});
