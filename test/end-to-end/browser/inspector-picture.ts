import type { Browser } from "playwright-core";
import { CHANNELS, PEOPLE } from "../../../sandbox/index.ts";
import { openAs } from "./person-page.ts";

const SIZE = { width: 1440, height: 900 } as const;

/** The sandbox's picture: a crafter's answer, and below it the call that made it, with everything else that went over the wires. */
export async function inspectorPicture(browser: Browser, url: string, path: string): Promise<void> {
  const eva = await openAs(browser, url, PEOPLE.eva, CHANNELS.craftingDesk);
  await eva.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "3" });
  await eva.submit({ "Your character's name": "Evalyn" });
  await eva.told("Request #1");

  const sylra = await openAs(browser, url, PEOPLE.sylra, CHANNELS.craftingBoard, { viewport: SIZE });
  await sylra.closeWelcome();
  await sylra.press("Claim", await sylra.sees("For Evalyn"));
  await sylra.told("It is yours");
  await sylra.reply.click({ button: "right", position: { x: 200, y: 8 } });
  await sylra.page.getByRole("menuitem", { name: "What made this?" }).click();
  await sylra.page.getByRole("option", { name: /POST|PATCH/ }).last().click();
  await sylra.page.getByRole("button", { name: "Show everything again" }).click();
  await sylra.page.mouse.move(0, 0);
  await sylra.page.screenshot({ path });
}
