import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHANNELS, PEOPLE } from "../../../sandbox/index.ts";
import { startStage } from "../../../sandbox/testing/start-bot.ts";
import { launchBrowser } from "../../browser.ts";
import { openAs } from "./person-page.ts";
import { HAS_NO_BROWSER } from "./stage.ts";

const WRITE = "Message #general";
const form = { custom_id: "f", title: "A form", components: [{ type: 18, label: "Name", component: { type: 4, custom_id: "n", style: 1 } }] };

let browser: Browser;

beforeAll(async () => {
  if (!HAS_NO_BROWSER) browser = await launchBrowser();
});
afterAll(async () => {
  if (!HAS_NO_BROWSER) await browser.close();
});

test.skipIf(HAS_NO_BROWSER)("whoever closes a form by key or button goes on typing where they were", async () => {
  await using stage = await startStage();
  stage.on(async (interaction) => interaction.isChatInputCommand() && interaction.showModal(form));
  const { page } = await openAs(browser, stage.sandbox.url, PEOPLE.eva, CHANNELS.general);
  const box = page.getByRole("combobox", { name: WRITE });
  for (const close of [() => page.keyboard.press("Escape"), () => page.getByRole("button", { name: "Cancel" }).click()]) {
    await box.focus();
    await page.keyboard.type("/try ");
    await page.getByRole("group", { name: "Command /try" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "A form" }).waitFor();
    await close();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.type("on");
    await expect.poll(() => box.inputValue()).toBe("on");
    await box.fill("");
  }
  await page.context().close();
});

test.skipIf(HAS_NO_BROWSER)("what strangers upload and write is shown as words, and never runs", async () => {
  await using stage = await startStage();
  const { page, errors } = await openAs(browser, stage.sandbox.url, PEOPLE.eva, CHANNELS.general);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const channel = await stage.client.channels.fetch(CHANNELS.general);
  if (!channel?.isSendable()) throw new Error("no channel to send to");
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
  await channel.send({ content: "<img src=x onerror=alert(1)> [press](javascript:alert(1))", files: [{ attachment: svg, name: "picture.svg" }] });
  const link = page.getByRole("link", { name: "picture.svg" });
  await link.waitFor();
  expect(await page.getByRole("log").getByRole("img").count()).toBe(0);
  expect(await page.getByRole("link", { name: "press" }).count()).toBe(0);
  const file = await fetch((await link.getAttribute("href")) ?? "");
  expect([file.headers.get("content-type"), file.headers.get("content-disposition")]).toEqual(["application/octet-stream", "attachment"]);
  expect([dialogs, errors]).toEqual([[], []]);
  await page.context().close();
});

test.skipIf(HAS_NO_BROWSER)("a form opens in the tab that asked for it, and in no other of the same person", async () => {
  await using stage = await startStage();
  stage.on(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form);
    if (interaction.isModalSubmit()) await interaction.reply("Thank you");
  });
  const asking = await openAs(browser, stage.sandbox.url, PEOPLE.eva, CHANNELS.general);
  const other = await openAs(browser, stage.sandbox.url, PEOPLE.eva, CHANNELS.general);
  await asking.command("try");
  await asking.fillForm();
  expect(await other.page.getByRole("dialog").count()).toBe(0);
  await asking.submit({ Name: "Eva" });
  await other.sees("Thank you");
  expect(await other.page.getByRole("dialog").count()).toBe(0);
  await Promise.all([asking, other].map(({ page }) => page.context().close()));
});
