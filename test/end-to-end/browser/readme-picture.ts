import type { Browser } from "playwright-core";
import { CHANNELS, PEOPLE } from "../../../sandbox/index.ts";
import { openAs } from "./person-page.ts";

const BOARD = { width: 876, height: 850 } as const;
const MEMBER = { width: 400, height: 850 } as const;
const GAP = 4;

const image = (png: Buffer): string => `<img style="display:block" src="data:image/png;base64,${png.toString("base64")}">`;

/** The README's picture: a crafter's board, and beside it the phone of the member who is told. */
export async function composePicture(browser: Browser, url: string, path: string): Promise<void> {
  const eva = await openAs(browser, url, PEOPLE.eva, CHANNELS.craftingDesk, { viewport: MEMBER, touch: true });
  await eva.closeWelcome();
  await eva.command("request", { item: { type: "crusader", pick: /Crusader/ }, quantity: "3" });
  await eva.submit({ "Your character's name": "Evalyn", "Note for the crafter": "Before Thursday's raid, please." });
  await eva.told("Request #1");
  const garrick = await openAs(browser, url, PEOPLE.garrick, CHANNELS.craftingDesk);
  await garrick.command("request", { item: { type: "bottomless bag", pick: /Bottomless Bag/ }, quantity: "1" });
  await garrick.fillForm({ "Your character's name": "Garrick", "how many in all": "Bolt of Runecloth: 1" });
  await garrick.modal.getByRole("radio", { name: "I bring some" }).check();
  await garrick.submit();
  await garrick.told("Request #2");

  const sylra = await openAs(browser, url, PEOPLE.sylra, CHANNELS.craftingBoard, { viewport: BOARD });
  await sylra.sees("For Garrick");
  await sylra.press("Claim", await sylra.sees("For Evalyn"));
  await sylra.told("It is yours");
  await sylra.press("Complete 1");
  await sylra.told("1 done, 2 to go");
  await sylra.press("Dismiss message");
  await sylra.sees("For Evalyn", "In progress");
  await sylra.page.mouse.move(0, 0);
  await eva.openDirectMessages();
  await eva.sees("1 of 3 made");

  const [board, member] = await Promise.all([sylra.page.screenshot(), eva.page.screenshot()]);
  const picture = await browser.newPage({ viewport: { width: BOARD.width + GAP + MEMBER.width, height: BOARD.height } });
  await picture.setContent(`<body style="margin:0;display:flex;gap:${GAP}px;background:#5865f2">${image(board)}${image(member)}</body>`);
  await picture.screenshot({ path });
}
