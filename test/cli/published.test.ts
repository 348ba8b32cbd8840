import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CommandLine, openCommandLine } from "./command-line.ts";

const ROOT = resolve(import.meta.dirname, "../..");

interface PackageFile {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}
const packageIn = (folder: string): PackageFile => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

describe("the published package", () => {
  const project = mkdtempSync(join(tmpdir(), "guildsmith-published-"));
  const modules = join(project, "node_modules");
  const installed = join(modules, "guildsmith");
  let cli: CommandLine;

  /** As `npm install` lays it out, with what the package says that it needs, and nothing else of this clone. */
  beforeAll(() => {
    execFileSync("npm", ["pack", "--silent", "--pack-destination", project], { cwd: ROOT, shell: process.platform === "win32" });
    mkdirSync(installed, { recursive: true });
    const { version } = packageIn(ROOT);
    execFileSync("tar", ["-xzf", join(project, `guildsmith-${version}.tgz`), "-C", installed, "--strip-components", "1"]);
    for (const name of Object.keys(packageIn(installed).dependencies)) {
      mkdirSync(dirname(join(modules, name)), { recursive: true });
      symlinkSync(join(ROOT, "node_modules", name), join(modules, name), "junction");
    }
  }, 120_000);
  afterAll(() => rmSync(project, { recursive: true }));
  beforeEach(() => {
    cli = openCommandLine(join(installed, "bin/guildsmith.js"));
  });
  afterEach(() => cli.remove());

  it("explains itself and knows its version", async () => {
    expect(await cli.run(["--help"])).toMatchObject({ code: 0, err: "", out: expect.stringContaining("DISCORD_TOKEN") });
    expect(await cli.run(["--version"])).toMatchObject({ code: 0, out: `${packageIn(ROOT).version}\n` });
  });

  it("opens the sandbox with the bot and its recipes in it, and the page as it was built", async () => {
    const { child, ended, printed } = cli.start(["start", "--port", "0"], { LOG_LEVEL: "debug" });
    const address = /Guildsmith is ready: (\S+)/.exec(await printed("Guildsmith is ready: http"))?.[1] ?? "";
    const page = await (await fetch(address)).text();
    const script = /src="([^"]+\.js)"/.exec(page)?.[1] ?? "there is no script";
    const served = await fetch(new URL(script, address));
    expect([served.status, served.headers.get("content-type")]).toEqual([200, expect.stringContaining("javascript")]);
    await served.body?.cancel();
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, err: "", out: expect.stringContaining('"wow-classic"') });
  });

  it("is a Discord for other bots' tests too: the sandbox and its people are imported from it, with their types", async () => {
    const script = `
      import { startSandbox } from "guildsmith/sandbox";
      import { play } from "guildsmith/sandbox/story";
      const sandbox = await startSandbox();
      const eva = await play(sandbox, "eva");
      eva.goTo("general");
      await eva.write("Hello");
      process.stdout.write(eva.sees());
      await eva[Symbol.asyncDispose]();
      await sandbox.close();
    `;
    const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: project, encoding: "utf8" });
    expect(said).toBe("Hello");
    for (const name of ["index", "story", "driver"]) expect(readFileSync(join(installed, `dist/sandbox/${name}.d.ts`), "utf8")).toContain("export");
  });

  it("draws charts, with the letters that it brings", () => {
    const script = `
      import { createCharts } from "guildsmith-charts";
      const charts = createCharts();
      const picture = await charts.draw({ title: "Crafts", labels: ["Mon"], series: [{ name: "Asked for", values: [1] }] });
      process.stdout.write(Buffer.from(picture.subarray(1, 4)).toString());
      await charts.close();
    `.replace("guildsmith-charts", pathToFileURL(join(installed, "dist/src/charts/charts.js")).href);
    expect(execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: project, encoding: "utf8" })).toBe("PNG");
  });

  it("imports nothing but what it says that it needs", () => {
    const files = readdirSync(join(installed, "dist"), { recursive: true, encoding: "utf8" }).filter((name) => /^(src|sandbox)[\\/].*\.js$/.test(name) && !/^sandbox[\\/]client/.test(name));
    const imported = files.flatMap((name) => [...readFileSync(join(installed, "dist", name), "utf8").matchAll(/(?:^(?:import|export)\b[^;"]*from|^import|import\()\s*"((?:@[^"/]+\/)?[^"./][^"/]*)/gm)].map(([, what = ""]) => what));
    // Vite builds the page, and here it comes built.
    const needed = new Set([...Object.keys(packageIn(installed).dependencies), "vite"]);
    expect(files.length).toBeGreaterThan(100);
    expect(imported).toEqual(expect.arrayContaining(["discord.js", "zod", "fastify"]));
    expect([...new Set(imported)].filter((what) => !what.startsWith("node:") && !needed.has(what))).toEqual([]);
  });

  it("needs what its sandbox needs, in the same versions", () => {
    expect(packageIn(ROOT).dependencies).toMatchObject(packageIn(join(ROOT, "sandbox")).dependencies);
  });
});
