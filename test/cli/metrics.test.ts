import { existsSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../sandbox/index.ts";
import { type CommandLine, openCommandLine } from "./command-line.ts";

const TOKEN = "a-word-of-enough-letters";

let cli: CommandLine;
let sandbox: Sandbox;
beforeEach(async () => {
  cli = openCommandLine();
  sandbox = await startSandbox({ sessionStarts: { everyMs: 0 } });
});
afterEach(async () => {
  await sandbox.close();
  cli.remove();
});

const environment = (env: Readonly<Record<string, string>>) => ({ DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl, ...env });

/** Runs the bot until its desk is open; gives what it printed. */
async function opened(env: Readonly<Record<string, string>>): Promise<{ readonly out: string; stop(): Promise<void> }> {
  const { child, ended, printed } = cli.start(["run"], environment(env));
  const out = await printed("the desk is open");
  return {
    out,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function taken(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : 0 };
}

describe("the bot's metrics", () => {
  it("are served where the log says, to who has the token", async () => {
    const bot = await opened({ GUILDSMITH_METRICS: "0", GUILDSMITH_METRICS_TOKEN: TOKEN });
    const url = /metrics are served at (http:\/\/127\.0\.0\.1:\d+\/metrics)/.exec(bot.out)?.[1] ?? "";
    const [without, with_] = await Promise.all([fetch(url), fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } })]);
    expect([without.status, with_.status]).toEqual([401, 200]);
    expect(await with_.text()).toMatch(/^guildsmith_startup_phase_seconds\{phase="total"\} [\d.]+$/m);
    await without.body?.cancel();
    await bot.stop();
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  });

  it("end the start in a sentence when the chosen port is taken, before anything is written", async () => {
    const { server, port } = await taken();
    const { code, err } = await cli.run(["run"], environment({ GUILDSMITH_METRICS: String(port) }));
    server.close();
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^Metrics cannot be served at 127\\.0\\.0\\.1:${port}: .*EADDRINUSE.*\\. Choose another address with GUILDSMITH_METRICS, or set it to "off"\\.\n$`));
    expect(existsSync(join(cli.folder, "data"))).toBe(false);
  });

  it("are for this machine alone without a token", async () => {
    const { code, err } = await cli.run(["run"], environment({ GUILDSMITH_METRICS: "0.0.0.0:0" }));
    expect([code, err]).toEqual([1, "The configuration has a problem:\n  environment variable GUILDSMITH_METRICS: lets others than this machine ask: set GUILDSMITH_METRICS_TOKEN as well, or use 127.0.0.1:9464\n"]);
    expect(existsSync(join(cli.folder, "data"))).toBe(false);
  });

  it("are nowhere when they are off", async () => {
    const bot = await opened({ GUILDSMITH_METRICS: "off" });
    await bot.stop();
    expect(bot.out).not.toContain("metrics are");
  });
});
