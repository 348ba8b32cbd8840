import type { Browser, Locator, Page } from "playwright-core";

/** What a text is looked for by: a part of it regardless of case, or a pattern. */
export type Words = string | RegExp;

/** An option of a command: its text, or what is typed and which of the suggestions is then taken. */
export type OptionInput = string | { readonly type: string; readonly pick: Words };

export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A finger instead of a mouse. */
  readonly touch?: boolean;
}

export const WIDE = { width: 1280, height: 800 } as const;
export const PHONE = { width: 390, height: 844 } as const;

const ONLY_YOU = "Only you can see this";

/** So long anything may take on a busy machine. */
const PATIENCE_MS = 10_000;

/** Opens the sandbox's page as somebody, in a browser context of its own. */
export async function openAs(browser: Browser, url: string, personId: string, channelId: string, options: PageOptions = {}): Promise<PersonPage> {
  const touch = options.touch ?? false;
  const context = await browser.newContext({ viewport: options.viewport ?? WIDE, hasTouch: touch, isMobile: touch, reducedMotion: "reduce", locale: "en-US" });
  context.setDefaultTimeout(PATIENCE_MS);
  const person = new PersonPage(await context.newPage());
  const address = new URL(url);
  address.searchParams.set("as", personId);
  address.searchParams.set("channel", channelId);
  await person.page.goto(address.href);
  await person.log.waitFor();
  return person;
}

/** The sandbox's page in one person's hands: finds things by role and name, as that person does. */
export class PersonPage {
  readonly page: Page;
  /** What went wrong in the page itself. */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on("pageerror", ({ message }) => this.errors.push(message));
    page.on("console", (entry) => {
      if (entry.type() === "error") this.errors.push(entry.text());
    });
  }

  /** The open channel's messages. */
  get log(): Locator {
    return this.page.getByRole("log");
  }

  get messages(): Locator {
    return this.log.getByRole("article");
  }

  get modal(): Locator {
    return this.page.getByRole("dialog").filter({ has: this.page.getByRole("button", { name: "Submit" }) });
  }

  /** What everybody in the channel sees. */
  get posts(): Locator {
    return this.messages.filter({ hasNotText: ONLY_YOU });
  }

  /** What only this person sees. */
  get replies(): Locator {
    return this.messages.filter({ hasText: ONLY_YOU });
  }

  /** The newest message that only this person sees. */
  get reply(): Locator {
    return this.replies.last();
  }

  /** The newest post with all of these words. */
  post(...words: readonly Words[]): Locator {
    return withWords(this.posts, words).last();
  }

  /** Waits for a post with all of these words. @throws with what there is instead */
  async sees(...words: readonly Words[]): Promise<Locator> {
    const post = this.post(...words);
    await this.waitFor(post, `a post with ${words.join(" and ")}`);
    return post;
  }

  /** Waits until the newest reply has all of these words, and gives its text. @throws with what there is instead */
  async told(...words: readonly Words[]): Promise<string> {
    const told = withWords(this.reply, words);
    await this.waitFor(told, `to be told ${words.join(" and ")}`);
    return textOf(told);
  }

  /** Presses a button, in the newest reply when no message is named. */
  async press(label: string, message: Locator = this.reply): Promise<void> {
    const button = message.getByRole("button", { name: label, exact: true });
    await this.waitFor(button, `a button "${label}"`);
    await button.click();
  }

  /** Chooses in the select with this name, in the newest reply when no message is named. */
  async choose(select: Words, choice: Words, message: Locator = this.reply): Promise<void> {
    await this.chooseIn(message.getByRole("combobox", { name: select }), choice);
  }

  /** Chooses several in a select that takes several, and closes it. */
  async chooseIn(select: Locator, ...choices: readonly Words[]): Promise<void> {
    await this.waitFor(select, "a select");
    await select.click();
    for (const name of choices) await this.page.getByRole("option", { name }).first().click();
    // One that takes one closes by itself.
    const done = this.page.getByRole("button", { name: "Done", exact: true });
    if (await done.isVisible()) await done.click();
  }

  get composer(): Locator {
    return this.page.getByRole("combobox", { name: /^Message / });
  }

  /** Chooses a command in the picker and fills in its options, without sending it. */
  async fillCommand(name: string, options: Readonly<Record<string, OptionInput>> = {}): Promise<Locator> {
    await this.composer.fill(`/${name}`);
    await this.page.getByRole("listbox", { name: "Commands" }).getByRole("option", { name: `/${name}`, exact: true }).click();
    const form = this.page.getByRole("group", { name: `Command /${name}` });
    for (const [option, input] of Object.entries(options)) {
      const field = form.getByRole("combobox", { name: option, exact: true });
      if (!(await field.isVisible())) await this.composer.pressSequentially(`${option}:`);
      await field.fill(typeof input === "string" ? input : input.type);
      if (typeof input !== "string") await form.getByRole("listbox", { name: option }).getByRole("option", { name: input.pick }).first().click();
    }
    return form;
  }

  /** Runs a command. */
  async command(name: string, options: Readonly<Record<string, OptionInput>> = {}): Promise<void> {
    const form = await this.fillCommand(name, options);
    await form.getByRole("button", { name: "Send command" }).click();
    await form.waitFor({ state: "hidden" });
  }

  /** Waits for a form, and fills in its text fields by their labels. */
  async fillForm(fields: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.waitFor(this.modal, "a form");
    for (const [label, text] of Object.entries(fields)) await this.modal.getByRole("textbox", { name: label }).fill(text);
  }

  /** Fills in the open form and sends it; waits until it is taken. */
  async submit(fields: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.fillForm(fields);
    await this.modal.getByRole("button", { name: "Submit" }).click();
    try {
      await this.modal.waitFor({ state: "hidden" });
    } catch (cause) {
      throw new Error(`the form stays open: ${await textOf(this.modal)}`, { cause });
    }
  }

  /** Opens another channel of the server by its name. */
  async goTo(channel: string): Promise<void> {
    await this.openSidebar();
    await this.page.getByRole("navigation", { name: "Servers" }).getByRole("button", { name: /^The Gilded Anvil/ }).click();
    await this.page.getByRole("navigation", { name: /^Channels of / }).getByRole("link", { name: new RegExp(`^${channel}(,|$)`) }).click();
    await this.page.getByRole("heading", { level: 1, name: channel }).waitFor();
  }

  /** Opens the bot's direct messages. */
  async openDirectMessages(): Promise<void> {
    await this.openSidebar();
    await this.page.getByRole("navigation", { name: "Servers" }).getByRole("button", { name: /^Direct messages/ }).click();
    await this.page.getByRole("navigation", { name: "Direct messages" }).getByRole("link", { name: /^Guildsmith/ }).click();
    await this.page.getByRole("heading", { level: 1, name: "Guildsmith" }).waitFor();
  }

  /** Closes the page's own first words, which a newcomer has read. */
  async closeWelcome(): Promise<void> {
    await this.page.getByRole("button", { name: "Close the welcome" }).click();
  }

  /** On a phone the channels are behind a button. */
  private async openSidebar(): Promise<void> {
    const opener = this.page.getByRole("button", { name: "Open channels" });
    if (await opener.isVisible()) await opener.click();
  }

  /** The open channel's messages as text, oldest first. */
  async texts(): Promise<readonly string[]> {
    return Promise.all((await this.messages.all()).map(textOf));
  }

  async waitFor(what: Locator, words: string): Promise<void> {
    try {
      await what.waitFor();
    } catch (cause) {
      throw new Error(`waited for ${words}, but there is:\n${(await this.texts()).join("\n---\n")}`, { cause });
    }
  }
}

const withWords = (where: Locator, words: readonly Words[]): Locator => words.reduce<Locator>((found, hasText) => found.filter({ hasText }), where);

/** What can be read there, in one line. */
export async function textOf(where: Locator): Promise<string> {
  return (await where.innerText()).replaceAll(/\s+/g, " ").trim();
}
