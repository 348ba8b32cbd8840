import { expect, it, vi } from "vitest";
import { GUILD_ID, startSandbox } from "../../../sandbox/index.ts";
import type { Config } from "../../../src/config.ts";
import { startBot } from "../../../src/main.ts";
import { makeTestDatabase } from "../../../src/testing/engines.ts";
import { SETTINGS } from "../desk.ts";
import { crowd } from "./crowd.ts";

it("opens the desk before it has the members of a large server, and loads them then", async () => {
  const database = await makeTestDatabase("sqlite");
  await using sandbox = await startSandbox({ sessionStarts: { everyMs: 0 } });
  crowd(sandbox, 500);
  const said: string[] = [];
  const say = (_: object, sentence: string): void => void said.push(sentence);
  const config: Config & { token: string } = { token: sandbox.token, apiUrl: sandbox.apiUrl, database: database.address, dataFolder: "", logLevel: "silent", membersIntent: "auto", packFolders: [], guilds: new Map(), defaults: {}, named: [], metrics: null };
  const parts = (): number => sandbox.traffic.entries.filter((entry) => entry.kind === "gateway" && entry.event === "GUILD_MEMBERS_CHUNK").length;
  const bot = await startBot(config, { debug: () => undefined, info: say, warn: say, error: say }, new Map([[GUILD_ID, SETTINGS]]));
  expect([said.includes("the desk is open"), parts()]).toEqual([true, 0]);
  await vi.waitUntil(() => said.includes("a server's members are loaded"));
  expect([parts(), said.indexOf("the desk is open") < said.indexOf("a server's members are loaded")]).toEqual([1, true]);
  await bot.close();
  await database.remove();
});
