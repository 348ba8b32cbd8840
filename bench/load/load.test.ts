import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../../test/browser.ts";

const PROGRAM = fileURLToPath(new URL("load.ts", import.meta.url));

/** One small load, as it is run from a terminal: nobody waits for Discord, so that it is over soon. */
describe("npm run load", () => {
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-load-test-"));
  const [json, html] = [join(folder, "load.json"), join(folder, "load.html")];
  let code: number | null = null;
  let said = "";

  beforeAll(async () => {
    const args = ["--people", "5", "--rate", "8", "--seconds", "2", "--think", "0", "--settle", "0", "--rest", "5", "--gateway", "2", "--open", "3", "--mix", "request=3,status=1,manage=2,characters=1,bulk=1", "--json", json, "--html", html];
    const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => void (said += text));
    [code] = (await once(child, "exit")) as [number];
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("ends well, and says that nothing was lost or doubled", () => {
    expect(said).toContain("nothing lost, nothing doubled");
    expect(said).toContain("answers that missed Discord's 3 s: 0");
    expect(code).toBe(0);
  });

  it("writes all that was measured", () => {
    const { machine, comparison, runs } = JSON.parse(readFileSync(json, "utf8")) as { machine: object; comparison: null; runs: Record<string, unknown>[] };
    const [run] = runs;
    expect(machine).toHaveProperty("processors");
    expect(comparison).toBeNull();
    expect(run).toMatchObject({ options: { people: 5, profile: "recommended" }, check: { faults: [] }, hasEndedWell: true, summary: { all: { came: 16 }, missed: 0, rateLimited: 0 } });
    const flows = run?.["flows"] as { flow: string; end: string; steps: unknown[]; calls: number }[];
    expect(flows.filter(({ end }) => end === "lost")).toEqual([]);
    const request = flows.find(({ flow, end }) => flow === "request" && end === "done");
    // What is typed, the command and the form.
    expect(request?.steps).toHaveLength(3);
    expect(request?.calls).toBeGreaterThanOrEqual(3);
    expect(run?.["metrics"]).toMatchObject({ transactions: { committed: { count: expect.any(Number) as number } } });
  });

  it.skipIf(!inject("chromium"))("writes a page that needs nothing else, and fits a desk and a phone", async () => {
    const browser = await launchBrowser();
    try {
      for (const [width, shown] of [[1_200, "wide"], [390, "narrow"]] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        const asked: string[] = [];
        page.on("request", (request) => void asked.push(request.url()));
        await page.goto(`file://${html}`);
        expect(await page.locator(`.${shown} svg`).first().isVisible()).toBe(true);
        expect(await page.locator("figure").count()).toBeGreaterThan(4);
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
        expect(asked).toEqual([`file://${html}`]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
});
