import { type Browser, chromium as playwright } from "playwright-core";
import { inject } from "vitest";

/** Starts the run's Chromium. @throws when there is none; check `inject("chromium")` first */
export function launchBrowser(): Promise<Browser> {
  const chromium = inject("chromium");
  if (!chromium) throw new Error("this machine has no Chromium");
  return playwright.launch({
    executablePath: chromium.executablePath,
    // The pages are our own, and containers have no user namespaces for Chromium's sandbox.
    args: ["--no-sandbox", "--headless=shell", "--disable-gpu"],
    env: { ...process.env, ...chromium.env },
  });
}
