import { type Browser, chromium as playwright } from "playwright-core";
import type { Chromium } from "./chromium.ts";

/** Starts a Chromium without a window. */
export function startChromium(chromium: Chromium): Promise<Browser> {
  return playwright.launch({
    executablePath: chromium.executablePath,
    // The pages are our own, and containers have no user namespaces for Chromium's sandbox.
    args: ["--no-sandbox", "--headless=shell", "--disable-gpu"],
    env: { ...process.env, ...chromium.env },
  });
}
