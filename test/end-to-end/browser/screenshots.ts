/**
 * Takes pictures of the main views, wide and as on a phone, to be looked at: `npx node
 * test/end-to-end/browser/screenshots.ts <folder>`. The READMEs' pictures are its
 * `desk.png` and `inspector.png`.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { CHANNELS, PEOPLE } from "../../../sandbox/index.ts";
import { openSandbox } from "../../../src/cli/sandbox-process.ts";
import type { GuildSettings } from "../../../src/features/guild-settings/guild-settings.ts";
import { startBot } from "../../../src/main.ts";
import { createLog } from "../../../src/telemetry/log.ts";
import { findChromium } from "../../chromium.ts";
import { startChromium } from "../../start-chromium.ts";
import { extrasTour } from "./extras-tour.ts";
import { inspectorPicture } from "./inspector-picture.ts";
import { openAs, type PageOptions, PHONE, WIDE } from "./person-page.ts";
import { composePicture } from "./readme-picture.ts";
import { surfacesTour } from "./surfaces-tour.ts";
import { type Studio, tour } from "./tour.ts";

/** Runs `work` with a desk that nobody has used yet. */
async function atFreshDesk(work: (url: string) => Promise<void>, given: Partial<GuildSettings> = {}): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "guildsmith-pictures-"));
  const sandbox = await openSandbox(0);
  const bot = await startBot(
    {
      token: sandbox.token,
      apiUrl: sandbox.apiUrl,
      database: { engine: "sqlite", file: join(dataFolder, "guildsmith.db") },
      dataFolder,
      logLevel: "error",
      membersIntent: "auto",
      packFolders: [],
      guilds: new Map(),
      defaults: {},
      named: [],
      metrics: null,
    },
    createLog("error"),
    new Map([...sandbox.firstSettings].map(([guildId, settings]) => [guildId, { ...settings, ...given }])),
  );
  await work(sandbox.url);
  await bot.close();
  await sandbox.close();
  rmSync(dataFolder, { recursive: true });
}

function studio(browser: Browser, url: string, options: PageOptions, nameOf: (view: string) => string): Studio {
  let taken = 0;
  return {
    as: (name, channel) => openAs(browser, url, PEOPLE[name], CHANNELS[channel], options),
    async picture({ page }, view) {
      taken++;
      await page.screenshot({ path: nameOf(`${String(taken).padStart(2, "0")}-${view}`) });
    },
  };
}

const [folder] = process.argv.slice(2);
const chromium = await findChromium();
if (folder === undefined || chromium === null) {
  console.error(folder === undefined ? "Say which folder the pictures go to." : "There is no Chromium; set CHROMIUM_PATH to one.");
  process.exitCode = 1;
} else {
  mkdirSync(folder, { recursive: true });
  const browser = await startChromium(chromium);
  const sizes = { wide: { viewport: WIDE }, narrow: { viewport: PHONE, touch: true } };
  for (const [size, options] of Object.entries(sizes)) await atFreshDesk((url) => tour(studio(browser, url, options, (view) => join(folder, `${size}-${view}.png`))));
  for (const [size, options] of Object.entries(sizes)) await atFreshDesk((url) => extrasTour(studio(browser, url, options, (view) => join(folder, `${size}-extras-${view}.png`))));
  for (const surface of ["dm", "channel"] as const)
    for (const [size, options] of Object.entries(sizes))
      await atFreshDesk((url) => surfacesTour(studio(browser, url, options, (view) => join(folder, `${size}-${view}.png`)), surface), { surface, characterConfirmationDelay: 60_000 });
  await atFreshDesk((url) => composePicture(browser, url, join(folder, "desk.png")));
  await atFreshDesk((url) => inspectorPicture(browser, url, join(folder, "inspector.png")));
  await browser.close();
}
