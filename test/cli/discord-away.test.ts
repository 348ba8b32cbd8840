import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "../../sandbox/index.ts";
import { freePort } from "../free-port.ts";
import { type CommandLine, openCommandLine } from "./command-line.ts";

let cli: CommandLine;
beforeEach(() => {
  cli = openCommandLine();
});
afterEach(() => cli.remove());

describe("a bot whose Discord is away", () => {
  it("waits for it at the start, finds it again later, and ends with a sentence when it is shut out", { timeout: 60_000 }, async () => {
    const port = await freePort();
    const bot = cli.start(["run"], { DISCORD_TOKEN: "first-token", DISCORD_API_URL: `http://127.0.0.1:${port}/api` });
    expect(await bot.printed("Trying again")).toContain(`Could not reach Discord at http://127.0.0.1:${port}/api: connect ECONNREFUSED`);

    const first = await startSandbox({ port, token: "first-token" });
    await bot.printed("the desk is open");
    await first.close();
    await bot.printed("the connection to Discord was lost; reconnecting");
    const second = await startSandbox({ port, token: "first-token" });
    const out = await bot.printed("connected to Discord again");
    expect(out.match(/was lost/g)).toHaveLength(1);

    await second.close();
    const third = await startSandbox({ port, token: "another-token" });
    expect(await bot.ended).toMatchObject({ code: 1, err: expect.stringMatching(/^Discord does not accept this DISCORD_TOKEN\./) });
    await third.close();
  });

  it("can be stopped while it waits", async () => {
    const port = await freePort();
    const bot = cli.start(["run"], { DISCORD_TOKEN: "x.y.z", DISCORD_API_URL: `http://127.0.0.1:${port}/api` });
    await bot.printed("Trying again");
    bot.child.kill("SIGTERM");
    expect(await bot.ended).toMatchObject({ code: 0, err: "" });
  });
});
