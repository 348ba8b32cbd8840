import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";

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

/**
 * Makes a Chromium ready, once for the run: `CHROMIUM_PATH` when it is set; else, on Linux x64, the one
 * inside the development dependencies, unpacked with the libraries it needs, so that nothing has to be
 * installed; else Chrome where it usually is.
 */
export default async function setup(project: TestProject): Promise<void> {
  const chromium = await findChromium();
  if (!chromium) console.warn("No Chromium was found: the tests in the browser do not run. Set CHROMIUM_PATH to one.");
  project.provide("chromium", chromium);
}

/** The Chromium to use on this machine, made ready; null when there is none. */
export async function findChromium(): Promise<Chromium | null> {
  const given = process.env["CHROMIUM_PATH"];
  if (given) return { executablePath: given, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpack();
  const usual = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "/usr/bin/chromium"];
  const executablePath = usual.find((path) => existsSync(path));
  return executablePath === undefined ? null : { executablePath, env: {} };
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
