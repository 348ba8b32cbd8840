import type { Browser } from "playwright-core";
import { inject } from "vitest";
import type { GuildSettings } from "../../../src/features/guild-settings/guild-settings.ts";
import { CHANNELS, PEOPLE } from "../../../sandbox/index.ts";
import { launchBrowser } from "../../browser.ts";
import { type OpenDesk, openDesk, type PersonName } from "../desk.ts";
import { openAs, type PageOptions, type PersonPage } from "./person-page.ts";

/** True on a machine without a Chromium, where these tests are reported as skipped. */
export const HAS_NO_BROWSER = inject("chromium") === null;

type ChannelName = keyof typeof CHANNELS;

/** The whole product with a browser before it. */
export interface Stage {
  readonly desk: OpenDesk;
  /** Opens the page as somebody, in the crafting desk's channel when no other is named. */
  as(name: PersonName, channel?: ChannelName, options?: PageOptions): Promise<PersonPage>;
  /** Closes everything. @throws when a page had an error of its own */
  close(): Promise<void>;
}

/** Opens a desk on an empty store and a browser. `settings` null: a guild that nobody has set up. */
export async function openStage(settings?: Partial<GuildSettings> | null): Promise<Stage> {
  const [desk, browser] = await Promise.all([openDesk("sqlite", settings), launchBrowser()]);
  const opened: PersonPage[] = [];
  return {
    desk,
    async as(name, channel = "craftingDesk", options = {}) {
      const person = await openAs(browser, desk.sandbox.url, PEOPLE[name], CHANNELS[channel], options);
      opened.push(person);
      return person;
    },
    async close() {
      const errors = opened.flatMap((person) => person.errors);
      await closeAll(browser, desk);
      if (errors.length > 0) throw new Error(`the page reported: ${errors.join("; ")}`);
    },
  };
}

async function closeAll(browser: Browser, desk: OpenDesk): Promise<void> {
  await browser.close();
  await desk.close();
}
