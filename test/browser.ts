import type { Browser } from "playwright-core";
import { inject } from "vitest";
import { startChromium } from "./start-chromium.ts";

/** Starts the run's Chromium. @throws when there is none; check `inject("chromium")` first */
export function launchBrowser(): Promise<Browser> {
  const chromium = inject("chromium");
  if (!chromium) throw new Error("this machine has no Chromium");
  return startChromium(chromium);
}
