import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PHONE, type PersonPage } from "./person-page.ts";
import { guideToDetails, setQuantity } from "./requesting.ts";
import { HAS_NO_BROWSER, openStage, type Stage } from "./stage.ts";

/** Runs in the page: what can be scrolled sideways, and what reaches over the right edge of the screen. */
const TOO_WIDE = `
  const scrolls = [document.scrollingElement, ...document.querySelectorAll("[role=log], dialog, form")].filter((each) => each.scrollWidth > each.clientWidth);
  const cut = [...document.querySelectorAll("button, input, textarea, article")].filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5);
  [...scrolls, ...cut].map((each) => each.tagName + " " + each.textContent.slice(0, 60))
`;
const tooWide = ({ page }: PersonPage): Promise<unknown> => page.evaluate(TOO_WIDE);

describe.skipIf(HAS_NO_BROWSER)("on a phone", { timeout: 60_000 }, () => {
  let stage: Stage;
  let eva: PersonPage;
  const onPhone = { viewport: PHONE, touch: true };
  beforeAll(async () => {
    stage = await openStage();
    eva = await stage.as("eva", "craftingDesk", onPhone);
  });
  afterAll(() => stage.close());

  it("leads from the panel to a request, all within the screen", async () => {
    await eva.sees("The crafting desk");
    expect(await tooWide(eva)).toEqual([]);
    await guideToDetails(eva, { profession: "Enchanting", category: "Weapon", item: /Crusader/ });
    expect(await tooWide(eva)).toEqual([]);
    await setQuantity(eva, "3");
    await eva.press("Continue…");
    await eva.fillForm({ "Your character's name": "Evalyn", "Note for the crafter": "x".repeat(100) });
    expect(await tooWide(eva)).toEqual([]);
    const submit = await eva.modal.getByRole("button", { name: "Submit" }).boundingBox();
    expect((submit?.y ?? Infinity) + (submit?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
    await eva.submit();
    await eva.told("Request #1", "Crusader ×3");
    expect(await tooWide(eva)).toEqual([]);
  });

  it("has the channels in a drawer", async () => {
    await eva.page.getByRole("button", { name: "Open channels" }).click();
    const drawer = eva.page.getByRole("dialog", { name: "Channels" });
    await drawer.getByRole("link", { name: "welcome" }).waitFor();
    await eva.page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    await eva.goTo("crafting-board");
    await drawer.waitFor({ state: "hidden" });
    await eva.sees("Crusader ×3", "Open");
    expect(await tooWide(eva)).toEqual([]);
  });

  it("shows a crafter the queue and tells the member in a direct message", async () => {
    const sylra = await stage.as("sylra", "craftingDesk", onPhone);
    await sylra.press("Manage requests", await sylra.sees("The crafting desk"));
    await sylra.told("Queue", "#1");
    expect(await tooWide(sylra)).toEqual([]);
    await sylra.choose(/Choose requests/, /Crusader/);
    await sylra.told("Chosen: #1");
    expect(await tooWide(sylra)).toEqual([]);
    await sylra.press("Claim");
    await sylra.told("Done", "claimed");
    await eva.openDirectMessages();
    await eva.sees("Somebody is on it");
    expect(await tooWide(eva)).toEqual([]);
  });

  it("fits every section of the settings", async () => {
    const maren = await stage.as("maren", "craftingDesk", onPhone);
    await maren.command("settings");
    await maren.told("Everything is set");
    expect(await tooWide(maren)).toEqual([]);
    for (const [section, words] of [["Roles", "Who is who"], ["Professions", "Who crafts what"], ["Channels", "Where the desk stands"], ["Packs", "What can be crafted"]] as const) {
      await maren.press(section);
      await maren.told(words);
      expect(await tooWide(maren)).toEqual([]);
    }
  });
});
