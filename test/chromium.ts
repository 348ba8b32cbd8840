import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { startChromium } from "./start-chromium.ts";

/** How to start the browser: where it is, and what its process needs. */
export interface Chromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

declare module "vitest" {
  interface ProvidedContext {
    /** Null: this machine has no Chromium; tests in the browser are reported as skipped. */
    chromium: Chromium | null;
  }
}

/** Makes a Chromium ready, once for the run. */
export default async function setup(project: TestProject): Promise<void> {
  const chromium = await findChromium();
  if (!chromium) console.warn("No Chromium was found: the tests in the browser do not run. Set CHROMIUM_PATH to one.");
  project.provide("chromium", chromium);
}

/**
 * The first Chromium that starts on this machine: `CHROMIUM_PATH` when it is set, and no other; else, on Linux
 * x64, the one inside the development dependencies, unpacked with the libraries it needs, so that nothing has
 * to be installed; else Chrome where it usually is. Null when none does; `warn` is told why each did not.
 */
export async function findChromium(given = process.env["CHROMIUM_PATH"], warn: (sentence: string) => void = console.warn): Promise<Chromium | null> {
  for (const [name, ready] of given ? [installed(given)] : candidates()) {
    try {
      const chromium = await ready();
      const browser = await startChromium(chromium);
      await browser.close();
      return chromium;
    } catch (cause) {
      warn(`${name} does not start: ${reasonOf(cause)}`);
    }
  }
  return null;
}

/** Its name, and what makes it ready. */
type Candidate = readonly [name: string, ready: () => Promise<Chromium>];

const installed = (executablePath: string): Candidate => [executablePath, () => Promise.resolve({ executablePath, env: {} })];

function candidates(): readonly Candidate[] {
  const usual = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "/usr/bin/chromium"];
  const present = usual.filter((path) => existsSync(path)).map(installed);
  return process.platform === "linux" && process.arch === "x64" ? [["The Chromium of @sparticuz/chromium", unpack], ...present] : present;
}

/** The browser's own words where it had any (the launcher shows them behind `[err]`), else the launcher's first line. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return (/\[err\] (.+)/.exec(message)?.[1] ?? message.split("\n", 1)[0] ?? message).trim();
}

async function unpack(): Promise<Chromium> {
  const before = { ...process.env };
  // Tells the package to unpack its own copies of the libraries (NSS and others) that a bare machine lacks.
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs24.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  const executablePath = await chromium.executablePath();
  const { LD_LIBRARY_PATH = "", FONTCONFIG_PATH = "" } = process.env;
  // Those libraries are for the browser alone.
  process.env = before;
  return { executablePath, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } };
}
