import type { Browser, Locator } from "playwright-core";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHANNELS, NO_FAULTS, PEOPLE } from "../../../sandbox/index.ts";
import { type Stage as BotStage, startStage } from "../../../sandbox/testing/start-bot.ts";
import { launchBrowser } from "../../browser.ts";
import { openAs, PHONE, textOf, type PersonPage } from "./person-page.ts";
import { HAS_NO_BROWSER } from "./stage.ts";

const SMALL_WORLD = `
people: [{ username: zoe }]
applications: [{ name: Other }]
guilds: [{ name: Second, owner: zoe, everyone: [ViewChannel, SendMessages], channels: [{ name: lobby }], members: [{ person: zoe }], bots: [{ application: Other }] }]
`;

describe.skipIf(HAS_NO_BROWSER)("faults and worlds, by the page", { timeout: 60_000 }, () => {
  let browser: Browser;
  let stage: BotStage;
  let eva: PersonPage;
  let drawer: Locator;
  let banner: Locator;
  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
    eva = await openAs(browser, stage.sandbox.url, PEOPLE.eva, CHANNELS.general);
    drawer = eva.page.getByRole("dialog", { name: "Faults" });
    banner = eva.page.getByRole("status", { name: "Faults" });
  });
  afterAll(async () => {
    await browser.close();
    await stage[Symbol.asyncDispose]();
  });

  const settings = () => stage.sandbox.faults.settings;

  it("lets REST be slow and fail, says so everywhere, and ends it at one press", async () => {
    const other = await openAs(browser, stage.sandbox.url, PEOPLE.sylra, CHANNELS.general, { viewport: PHONE, touch: true });
    await eva.page.getByRole("button", { name: "Faults" }).click();
    await drawer.getByRole("combobox", { name: "REST latency" }).selectOption("Lognormal");
    await expect.poll(() => settings().restLatency).toEqual({ kind: "lognormal", medianMs: 80, p95Ms: 400 });
    await drawer.getByRole("spinbutton", { name: "median" }).fill("30");
    await drawer.getByRole("spinbutton", { name: "median" }).press("Enter");
    await drawer.getByRole("combobox", { name: "Answer" }).selectOption("Connection breaks");
    await drawer.getByRole("spinbutton", { name: "Share" }).fill("50");
    await drawer.getByRole("spinbutton", { name: "Times" }).fill("2");
    await drawer.getByRole("button", { name: "Add failure" }).click();
    await expect.poll(() => settings().restFailures).toEqual([{ route: "POST /channels/:channelId/messages", answer: "reset", when: "before", share: 0.5, times: 2 }]);
    await drawer.getByRole("switch", { name: "Lose all events" }).check();
    await expect.poll(() => settings().loseEvents).toBe(true);
    expect(settings().restLatency).toEqual({ kind: "lognormal", medianMs: 30, p95Ms: 400 });
    await eva.page.keyboard.press("Escape");
    // The page hears of the last one a moment after the sandbox has taken it.
    await expect.poll(() => textOf(banner)).toContain("3 faults: REST takes about 30 ms");
    await other.page.getByRole("status", { name: "Faults" }).waitFor();
    expect(await other.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")).toBe(true);
    await banner.getByRole("button", { name: "All well again" }).click();
    await banner.waitFor({ state: "hidden" });
    expect(settings()).toEqual(NO_FAULTS);
    await other.page.context().close();
  });

  it("says in a sentence what cannot be, and keeps what was", async () => {
    await eva.page.getByRole("button", { name: "Faults" }).click();
    await drawer.getByRole("textbox", { name: "Route" }).or(drawer.getByRole("combobox", { name: "Route" })).fill("messages");
    await drawer.getByRole("button", { name: "Add failure" }).click();
    expect(await textOf(drawer.getByRole("alert"))).toContain("must be *, or a method");
    for (const [typed, meant] of [["POST /channel/:channelId/message", "Did you mean POST /channels/:channelId/messages"], [`POST /channels/${CHANNELS.general}/messages`, "say POST /channels/:channelId/messages."]] as const) {
      await drawer.getByRole("textbox", { name: "Route" }).or(drawer.getByRole("combobox", { name: "Route" })).fill(typed);
      await drawer.getByRole("button", { name: "Add failure" }).click();
      await expect.poll(() => textOf(drawer.getByRole("alert"))).toContain(meant);
    }
    expect(settings()).toEqual(NO_FAULTS);
  });

  it("takes a failure of every route that it offers", async () => {
    const route = drawer.getByRole("textbox", { name: "Route" }).or(drawer.getByRole("combobox", { name: "Route" }));
    const offered = await route.evaluate((field: { list: { options: Iterable<{ value: string }> } }) => [...field.list.options].map(({ value }) => value));
    for (const [index, each] of offered.entries()) {
      await route.fill(each);
      await drawer.getByRole("button", { name: "Add failure" }).click();
      await expect.poll(() => settings().restFailures.length).toBe(index + 1);
    }
    await drawer.getByRole("button", { name: "All well again" }).click();
    await banner.waitFor({ state: "hidden" });
  });

  it("limits every call for a while, and closes a person's direct messages", async () => {
    await drawer.getByRole("spinbutton", { name: "429 for" }).fill("30");
    await drawer.getByRole("button", { name: "Limit every call" }).click();
    await expect.poll(() => textOf(banner)).toMatch(/global 429 for \d+ s more/);
    expect((await stage.raw("GET", "/users/@me")).status).toBe(429);
    await drawer.getByRole("button", { name: "All well again" }).click();
    await banner.waitFor({ state: "hidden" });
    expect((await stage.raw("GET", "/users/@me")).status).toBe(200);
    await drawer.getByRole("combobox", { name: "Person" }).selectOption("Sylra Moonquill");
    await drawer.getByRole("button", { name: "Close their DMs" }).click();
    await drawer.getByRole("status", { name: "Done" }).getByText("Sylra Moonquill refuses direct messages from bots now.").waitFor();
    expect(stage.sandbox.world.closedDirectMessages.has(PEOPLE.sylra)).toBe(true);
    expect(await drawer.getByRole("button", { name: "Close their DMs" }).isDisabled()).toBe(true);
    await expect.poll(() => textOf(banner)).toContain("Sylra Moonquill refuses direct messages from bots");
    await drawer.getByRole("button", { name: "All well again" }).click();
    await banner.waitFor({ state: "hidden" });
    expect(stage.sandbox.world.closedDirectMessages.has(PEOPLE.sylra)).toBe(false);
    expect(await drawer.getByRole("button", { name: "Open them" }).isDisabled()).toBe(true);
  });

  it("cuts the bots' connections, and deletes a channel once it was asked twice", async () => {
    const resumed = new Promise((resolve) => void stage.client.once("shardResume", resolve));
    await drawer.getByRole("button", { name: "Ask to reconnect" }).click();
    await resumed;
    await drawer.getByRole("combobox", { name: "Channel" }).selectOption("#welcome");
    await drawer.getByRole("button", { name: "Delete it…" }).click();
    expect(stage.sandbox.world.channels.has(CHANNELS.welcome)).toBe(true);
    await drawer.getByRole("button", { name: "Delete #welcome for good" }).click();
    await expect.poll(() => stage.sandbox.world.channels.has(CHANNELS.welcome)).toBe(false);
    await drawer.getByRole("button", { name: "Close the faults" }).click();
  });

  it("saves the world, says which line of another is wrong, and goes on in it", async () => {
    await eva.page.getByRole("button", { name: "World" }).click();
    const menu = eva.page.getByRole("dialog", { name: "World" });
    const [saved] = await Promise.all([eva.page.waitForEvent("download"), menu.getByRole("link", { name: "Save to a file" }).click()]);
    const yaml = await readFile(await saved.path(), "utf8");
    expect([saved.suggestedFilename(), yaml]).toEqual(["world.yaml", expect.stringContaining("The Gilded Anvil")]);
    const load = (name: string, text: string): Promise<void> => menu.getByLabel("Load a world file").setInputFiles({ name, mimeType: "text/yaml", buffer: Buffer.from(text) });
    await load("broken.yaml", "guilds: 5\n");
    expect(await textOf(menu.getByRole("alert"))).toMatch(/line 1: guilds/);

    await load("small.yaml", SMALL_WORLD);
    await eva.page.getByRole("heading", { level: 1, name: "lobby" }).waitFor();
    expect(await textOf(eva.page.getByRole("button", { name: /^You are: zoe/ }))).toContain("zoe");
    await eva.page.getByRole("button", { name: "World" }).click();
    await load("world.yaml", yaml);
    await eva.page.getByRole("navigation", { name: "Servers" }).getByRole("button", { name: /^The Gilded Anvil/ }).waitFor();
  });
});
