/** What a bot may show and ask, seen and used in the page. The bot is discord.js's client as anybody has it. */
import type { ModalSubmitInteraction } from "discord.js";
import type { APILabelComponent } from "discord-api-types/v10";
import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CHANNELS, PEOPLE, ROLES } from "../../../sandbox/index.ts";
import { type Stage, startStage } from "../../../sandbox/testing/start-bot.ts";
import { launchBrowser } from "../../browser.ts";
import { openAs, type PersonPage, textOf } from "./person-page.ts";
import { HAS_NO_BROWSER } from "./stage.ts";

/** What of a picture in the page is asked here. */
interface Drawn {
  decode(): Promise<void>;
  readonly naturalWidth: number;
}

/** One dot, as a picture. */
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==", "base64");
const IS_COMPONENTS_V2 = 1 << 15;
const picture = (name: string) => ({ attachment: PNG, name });
const words = (content: string) => ({ type: 10, content });
const label = (text: string, component: APILabelComponent["component"]): APILabelComponent => ({ type: 18, label: text, component });
/** Whether the picture has come and could be read. */
const isDrawn = async (image: Locator): Promise<boolean> => (await image.evaluate((drawn: Drawn) => drawn.decode().then(() => drawn.naturalWidth))) === 1;
const attached = (name: string) => ({ url: `attachment://${name}` });

describe.skipIf(HAS_NO_BROWSER)("any bot's messages and forms", () => {
  let browser: Browser;
  let stage: Stage;
  let eva: PersonPage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    stage = await startStage();
    eva = await openAs(browser, stage.sandbox.url, PEOPLE.eva, CHANNELS.general);
  });
  afterEach(async () => {
    await eva.page.context().close();
    await stage[Symbol.asyncDispose]();
    const errors = [...eva.errors, ...stage.errors];
    if (errors.length > 0) throw new Error(`page or bot reported: ${errors.join("; ")}`);
  });

  async function channel() {
    const found = await stage.client.channels.fetch(CHANNELS.general);
    if (!found?.isSendable()) throw new Error("no channel to send to");
    return found;
  }
  const named = (name: string): Locator => eva.log.getByRole("img", { name, exact: true });

  test("an embed with all its parts", async () => {
    const embed = {
      author: { name: "The auctioneer" },
      title: "Crusader **formula**",
      url: "https://example.com/formula",
      description: "Seen at the *auction house*",
      fields: [{ name: "Price", value: "300 gold", inline: true }],
      footer: { text: "As of today" },
      image: attached("formula.png"),
      color: 0xff_00_00,
    };
    await (await channel()).send({ embeds: [embed], files: [picture("formula.png")] });
    const post = await eva.sees("The auctioneer", "Crusader formula", "Seen at the auction house", "Price", "300 gold", "As of today");
    expect(await post.getByRole("link", { name: "Crusader formula" }).getAttribute("href")).toBe("https://example.com/formula");
    expect(await post.getByRole("definition").innerText()).toBe("300 gold");
    expect(await isDrawn(post.locator("img.embed-image"))).toBe(true);
  });

  test("a media gallery, and a section with a picture and one with a button", async () => {
    stage.on(async (interaction) => interaction.isButton() && interaction.reply({ content: "Pressed", flags: 64 }));
    const components = [
      { type: 12, items: [{ media: attached("one.png"), description: "The first" }, { media: attached("two.png"), description: "The second", spoiler: true }] },
      { type: 9, components: [words("A word"), words("Another")], accessory: { type: 11, media: attached("one.png"), description: "A thumbnail" } },
      { type: 9, components: [words("Press it")], accessory: { type: 2, custom_id: "b", label: "Here", style: 1 } },
    ];
    await (await channel()).send({ flags: IS_COMPONENTS_V2, components, files: [picture("one.png"), picture("two.png")] });
    const post = await eva.sees("A word", "Another", "Press it");
    expect([await isDrawn(named("The first")), await isDrawn(named("A thumbnail"))]).toEqual([true, true]);
    await post.getByRole("button", { name: /spoiler/i }).click();
    expect(await isDrawn(named("The second"))).toBe(true);
    await eva.press("Here", post);
    await eva.told("Pressed");
  });

  test.each([
    ["text", { type: 3, options: [{ label: "Mithril", value: "mithril" }, { label: "Thorium", value: "thorium" }] }, "Thorium", "thorium"],
    ["person", { type: 5 }, /^Sylra/, PEOPLE.sylra],
    ["role", { type: 6 }, "Enchanter", ROLES.enchanter],
    ["mentionable", { type: 7 }, "Tailor", ROLES.tailor],
    ["channel", { type: 8 }, "crafting-desk", CHANNELS.craftingDesk],
  ])("a select of a %s", async (kind, select, choice, value) => {
    stage.on(async (interaction) => interaction.isAnySelectMenu() && interaction.reply({ content: `Chosen: ${interaction.values.join()}`, flags: 64 }));
    await (await channel()).send({ content: "Choose", components: [{ type: 1, components: [{ ...select, custom_id: "s", placeholder: `Which ${kind}` }] }] });
    await eva.choose(`Which ${kind}`, choice, await eva.sees("Choose"));
    expect(await eva.told("Chosen:")).toContain(`Chosen: ${value}`);
  });

  test("a form with a checkbox group, radios and a file", async () => {
    const options = ["Mithril", "Thorium", "Iron"].map((name) => ({ label: name, value: name.toLowerCase() }));
    const components = [
      label("You bring", { type: 22, custom_id: "bring", options, max_values: 2 }),
      label("How soon", { type: 21, custom_id: "when", options: [{ label: "Today", value: "today" }, { label: "Whenever", value: "any" }] }),
      label("A picture of it", { type: 19, custom_id: "picture" }),
    ];
    const sent = Promise.withResolvers<ModalSubmitInteraction>();
    stage.on(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal({ custom_id: "f", title: "A form", components });
      if (interaction.isModalSubmit()) {
        sent.resolve(interaction);
        await interaction.reply({ content: "Taken", flags: 64 });
      }
    });
    await eva.command("try");
    await eva.fillForm();
    const { modal } = eva;
    await modal.getByRole("group", { name: "You bring" }).getByRole("checkbox", { name: "Mithril" }).check();
    await modal.getByRole("checkbox", { name: "Iron" }).check();
    // Two are the most.
    expect(await modal.getByRole("checkbox", { name: "Thorium" }).isDisabled()).toBe(true);
    await modal.getByRole("radiogroup", { name: "How soon" }).getByRole("radio", { name: "Whenever" }).check();
    await modal.getByLabel("A picture of it").setInputFiles({ name: "sword.png", mimeType: "image/png", buffer: PNG });
    await modal.getByRole("button", { name: "Remove sword.png" }).waitFor();
    await eva.submit();
    await eva.told("Taken");
    const { fields } = await sent.promise;
    expect([fields.getCheckboxGroup("bring"), fields.getRadioGroup("when")]).toEqual([["mithril", "iron"], "any"]);
    const file = fields.getUploadedFiles("picture", true).first();
    expect(file?.name).toBe("sword.png");
    expect(Buffer.from(await (await fetch(file?.url ?? "")).arrayBuffer())).toEqual(PNG);
  });

  test("a bot that thinks before it answers", async () => {
    const answer = Promise.withResolvers<void>();
    stage.on(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await answer.promise;
      await interaction.editReply("Thought through");
    });
    await eva.command("try");
    const thinking = eva.messages.filter({ hasText: "is thinking…" });
    await thinking.waitFor();
    answer.resolve();
    await eva.sees("Thought through");
    expect(await thinking.count()).toBe(0);
  });

  test("a bot that does not answer in time, and then does", async () => {
    let answers = false;
    stage.on(async (interaction) => answers && interaction.isButton() && interaction.update({ content: "At last", components: [] }));
    await (await channel()).send({ content: "Press me", components: [{ type: 1, components: [{ type: 2, custom_id: "b", label: "Press", style: 1 }] }] });
    const post = await eva.sees("Press me");
    await eva.press("Press", post);
    const failed = post.getByRole("alert");
    await failed.waitFor();
    expect(await textOf(failed)).toBe("This interaction failed");
    answers = true;
    await eva.press("Press", post);
    await eva.sees("At last");
  });

  test("nothing is asked of another machine", async () => {
    const asked: string[] = [];
    eva.page.on("request", (request) => asked.push(request.url()));
    eva.page.on("websocket", (socket) => asked.push(socket.url()));
    const mention = `<@${PEOPLE.sylra}> <#${CHANNELS.general}> <:none:1200000000000000999> 🛠 <t:1700000000:R> https://example.com/`;
    await (await channel()).send({ content: mention, embeds: [{ title: "A card", url: "https://example.com/" }], files: [picture("one.png")] });
    await eva.page.reload();
    await eva.sees("A card");
    expect(await isDrawn(named("one.png"))).toBe(true);
    await eva.goTo("crafting-desk");
    const { host } = new URL(stage.sandbox.url);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:") && new URL(url).host !== host)).toEqual([]);
  });
});
