import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/index.ts";
import { BIN, type CommandLine, openCommandLine } from "./command-line.ts";

let cli: CommandLine;
beforeEach(() => {
  cli = openCommandLine();
});
afterEach(() => cli.remove());
const run: CommandLine["run"] = (...given) => cli.run(...given);

/** Its children, theirs and so on, the youngest generation last. */
function descendantsOf(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  return [...children, ...children.flatMap(descendantsOf)];
}

describe("the command line", () => {
  it("explains itself", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const word of ["start", "run", "sandbox", "DISCORD_TOKEN", "DISCORD_API_URL", "GUILDSMITH_DATA", "DATABASE_URL", "GUILDSMITH_CONFIG", "GUILDSMITH_METRICS", "GUILDSMITH_METRICS_TOKEN"]) expect(out).toContain(word);
  });

  it("says what is wrong with an argument", async () => {
    expect(await run(["start", "--port", "many"])).toMatchObject({ code: 1, err: expect.stringContaining('"many" is not a port') });
    expect(await run(["dance"])).toMatchObject({ code: 1, err: 'error: there is no command "dance"; there are: start, run, sandbox, metrics, help\n' });
  });

  const pretend = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.1.0"})`;

  it.runIf(process.platform === "linux")("runs on the Node that npm brought where the machine's is old", async () => {
    expect(await run(["--version"], {}, ["--import", pretend])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
    expect(await run(["dance"], {}, ["--import", pretend])).toMatchObject({ code: 1 });
    const { child, ended, printed } = cli.start(["sandbox", "--port", "0"], {}, ["--import", pretend]);
    await printed("The sandbox is open");
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0 });
  });

  it.runIf(process.platform === "linux").each([
    ["SIGINT to the one that was started", ["--import", pretend], ["SIGINT"]],
    ["a signal that comes twice, as to a whole group", ["--import", pretend], ["SIGTERM", "SIGTERM"]],
    ["a signal that comes twice to the right Node", [], ["SIGTERM", "SIGTERM"]],
  ] as const)("ends in order after %s", async (_, nodeArgs, signals) => {
    const { child, ended, printed } = cli.start(["sandbox", "--port", "0"], {}, nodeArgs);
    await printed("The sandbox is open");
    for (const signal of signals) {
      child.kill(signal);
      await new Promise((resolve) => void setTimeout(resolve, 10));
    }
    expect(await ended).toMatchObject({ code: 0 });
  });

  it("tells an old Node what it needs where npm brought none", async () => {
    const alone = openCommandLine(join(cli.folder, "guildsmith.js"));
    copyFileSync(BIN, join(cli.folder, "guildsmith.js"));
    writeFileSync(join(cli.folder, "package.json"), '{"type":"module"}');
    expect(await alone.run(["--help"], {}, ["--import", pretend])).toMatchObject({ code: 1, out: "", err: expect.stringContaining("needs Node.js 24 or newer; this is 20.1.0") });
    alone.remove();
  });

  it.each([
    ["that is not there", "nowhere", "There is no such folder."],
    ["that is a file", "notes.txt", "It is not a folder"],
    ["without a pack", "empty", "This folder holds no pack"],
  ])("starts nothing with a pack folder %s", async (_, folder, why) => {
    writeFileSync(join(cli.folder, "notes.txt"), "");
    mkdirSync(join(cli.folder, "empty"));
    const { code, err } = await run(["run"], { DISCORD_TOKEN: "x", DISCORD_API_URL: "http://127.0.0.1:9/api", GUILDSMITH_PACKS: folder });
    expect(code).toBe(1);
    expect(err).toContain(`environment variable GUILDSMITH_PACKS: ${join(cli.folder, folder)}: ${why}`);
    expect(existsSync(join(cli.folder, "data"))).toBe(false);
  });

  it("names misspelt settings, packs and professions of the file at once", async () => {
    writeFileSync(join(cli.folder, "guildsmith.yaml"), `guilds:\n  "123456789012345678":\n    packs: [wow-clasic, wow-classic]\n    roles:\n      oficer: "223456789012345678"\n      professions:\n        blacksmithing: "223456789012345678"\n`);
    const { code, err } = await run(["run"], { DISCORD_TOKEN: "x" });
    expect(code).toBe(1);
    expect(err).toContain("The configuration has 3 problems:\n");
    expect(err).toContain("line 5 (guilds.123456789012345678.roles.oficer): there is no such setting");
    expect(err).toContain('line 3 (guilds.123456789012345678.packs.0): there is no pack "wow-clasic"');
    expect(err).toContain('line 7 (guilds.123456789012345678.roles.professions.blacksmithing): there is no profession "blacksmithing"');
  });

  it("names every problem of the configuration with its line, and starts nothing", async () => {
    writeFileSync(join(cli.folder, "guildsmith.yaml"), "guilds:\n  here:\n    surface: dm\n");
    const { code, err } = await run(["run"], { DISCORD_TOKEN: "x", DATABASE_URL: "mysql://x" });
    expect(code).toBe(1);
    expect(err).toContain("environment variable DATABASE_URL: must be an address that begins with postgres://");
    expect(err).toContain("guildsmith.yaml line 2 (guilds.here): must be a guild's id");
    expect(err).not.toContain("    at ");
    expect(existsSync(join(cli.folder, "data"))).toBe(false);
  });

  it.each(["error", "silent"])("tells of a misspelt pack and profession by file and line, also with LOG_LEVEL=%s", async (level) => {
    writeFileSync(join(cli.folder, "desk.yaml"), `guilds:\n  "123456789012345678":\n    packs: [wow-clasic, wow-classic]\n    roles:\n      professions:\n        enchnting: "223456789012345678"\n`);
    const sandbox = await startSandbox();
    const { err } = await run(["run"], { DISCORD_TOKEN: "wrong", DISCORD_API_URL: sandbox.apiUrl, GUILDSMITH_CONFIG: "desk.yaml", LOG_LEVEL: level });
    await sandbox.close();
    expect(err).toContain('desk.yaml line 3 (guilds.123456789012345678.packs.0): there is no pack "wow-clasic"; there are: wow-classic\n');
    expect(err).toContain('desk.yaml line 6 (guilds.123456789012345678.roles.professions.enchnting): there is no profession "enchnting"; there are: ');
  });

  it("says that a file cannot be read", async () => {
    expect(await run(["run"], { GUILDSMITH_CONFIG: "." })).toMatchObject({ code: 1, err: expect.stringMatching(/^The configuration has a problem:\n .*: cannot be read: EISDIR/) });
  });

  it("asks for a token", async () => {
    expect(await run(["run"])).toMatchObject({ code: 1, err: expect.stringContaining("DISCORD_TOKEN: is not set") });
  });

  it("reads .env, and says that Discord refuses a token", async () => {
    const sandbox = await startSandbox({ sessionStarts: { everyMs: 0 } });
    writeFileSync(join(cli.folder, ".env"), `DISCORD_TOKEN=wrong\nDISCORD_API_URL=${sandbox.apiUrl}\n`);
    expect(await run(["run"])).toMatchObject({ code: 1, err: expect.stringContaining("Discord does not accept this DISCORD_TOKEN") });
    await sandbox.close();
  });

  it("says that the database cannot be used, before it goes to Discord", async () => {
    writeFileSync(join(cli.folder, "data"), "");
    const { code, err } = await run(["run"], { DISCORD_TOKEN: "x.y.z", DISCORD_API_URL: "http://127.0.0.1:9/api" });
    expect(code).toBe(1);
    expect(err).toMatch(/^The database .*guildsmith\.db cannot be used: .* A file is where the folder should be\./);
    expect(err).not.toContain("    at ");
  });

  it("opens the sandbox with the bot in it, and ends both", async () => {
    const { child, ended, printed } = cli.start(["start", "--port", "0"]);
    const address = /Guildsmith is ready: (\S+)/.exec(await printed("Guildsmith is ready: http"))?.[1] ?? "";
    expect(await (await fetch(address)).text()).toContain("<html");
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, err: "" });
    await expect(fetch(address)).rejects.toThrow("fetch failed");
    expect(existsSync(join(cli.folder, "data/sandbox/guildsmith.db"))).toBe(true);
  });

  it.runIf(process.platform === "linux")("says so when the sandbox, opened alone, ends by itself", async () => {
    const { child, ended, printed } = cli.start(["sandbox", "--port", "0"]);
    await printed("The sandbox is open");
    const pid = descendantsOf(child.pid ?? 0).at(-1) ?? 0;
    process.kill(pid, "SIGKILL");
    expect(await ended).toMatchObject({ code: 1, err: expect.stringContaining("The sandbox ended by itself") });
  });

  it("says that a port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => other.once("listening", done));
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const { code, err } = await run(["start", "--port", String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`port ${port} is already in use`));
  });
});
