import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PersonPage, textOf, type Words } from "./person-page.ts";
import { HAS_NO_BROWSER, openStage, type Stage } from "./stage.ts";

/** More presses than any list or row of buttons here takes. */
const ENOUGH = 40;

describe.skipIf(HAS_NO_BROWSER)("without a mouse", { timeout: 60_000 }, () => {
  let stage: Stage;
  let eva: PersonPage;
  beforeAll(async () => {
    stage = await openStage();
    eva = await stage.as("eva");
    await eva.sees("The crafting desk");
  });
  afterAll(() => stage.close());

  const press = (key: string): Promise<void> => eva.page.keyboard.press(key);
  const type = (text: string): Promise<void> => eva.page.keyboard.type(text);

  /** Moves down an open list until this entry is marked. */
  async function mark(list: Words, entry: Words): Promise<void> {
    const option = eva.page.getByRole("listbox", { name: list }).getByRole("option", { name: entry }).first();
    const id = await option.getAttribute("id");
    const marked = (): Promise<string | null> => eva.page.locator(":focus").getAttribute("aria-activedescendant");
    for (let presses = 0; presses < ENOUGH && (await marked()) !== id; presses++) await press("ArrowDown");
    expect(await marked()).toBe(id);
  }

  /** Presses a key until the focus is there. */
  async function focus(key: string, where: Locator): Promise<void> {
    const focused = where.and(eva.page.locator(":focus"));
    for (let presses = 0; presses < ENOUGH && (await focused.count()) === 0; presses++) await press(key);
    expect(await focused.count()).toBe(1);
  }
  const inReply = (role: "button" | "combobox", name: Words): Locator => eva.reply.getByRole(role, { name });

  it("chooses a command, fills it in, sends its form and goes on in the answer", async () => {
    await type("/req");
    await mark("Commands", /^\/request$/);
    await press("Enter");
    await mark("Optional options", "item");
    await press("Enter");
    await type("crusadr");
    await mark("item", /Crusader/);
    await press("Enter");
    await type("quantity:2");
    await press("Enter");

    await eva.fillForm();
    await type("Evalyn");
    await focus("Tab", eva.modal.getByRole("textbox", { name: /Note/ }));
    await type("thank you");
    await focus("Tab", eva.modal.getByRole("button", { name: "Submit" }));
    await press("Enter");
    await eva.told("Request #1", "Crusader ×2", "For Evalyn", "thank you");

    await focus("Shift+Tab", inReply("button", "Details"));
    await press("Enter");
    expect(await eva.told("Crafter: nobody yet")).toContain("#1");
  });

  it("goes through the guide, choosing in its selects", async () => {
    await focus("Tab", eva.composer);
    await type("/request ");
    await press("Enter");
    await eva.told("Which profession");
    await focus("Shift+Tab", inReply("button", "Enchanting"));
    await press("Enter");
    await eva.told("what kind of thing");
    await focus("Tab", inReply("combobox", /Choose a category/));
    await press("ArrowDown");
    await mark(/Choose a category/, /^Weapon$/);
    await press("Enter");
    await eva.told("which one?");
    await focus("Tab", inReply("combobox", /Choose an item/));
    await press("ArrowDown");
    await type("crus");
    await press("Enter");
    expect(await eva.told("Quantity 1")).toContain("Enchant Weapon - Crusader");
  });

  it("leaves a form, and finds another channel", async () => {
    await focus("Tab", inReply("button", "Continue…"));
    await press("Enter");
    await eva.fillForm();
    await press("Escape");
    await eva.modal.waitFor({ state: "hidden" });
    await press("Control+k");
    await type("board");
    await press("Enter");
    await eva.page.getByRole("heading", { level: 1, name: "crafting-board" }).waitFor();
    expect(await textOf(await eva.sees("Crusader ×2"))).toContain("Open");
  });
});
