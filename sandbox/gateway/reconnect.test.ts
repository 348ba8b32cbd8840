import { Client, Events, GatewayIntentBits } from "discord.js";
import { expect, test } from "vitest";
import { CHANNELS, GUILD_ID, type Sandbox, startSandbox } from "../index.ts";
import { loginTo, startStage } from "../testing/start-bot.ts";

/** With real discord.js: what its gateway connection goes through, and that it is all there afterwards. */
test.each<[string, (sandbox: Sandbox) => void]>([
  ["its connection breaks", ({ gateway }) => gateway.dropConnections()],
  ["it is asked to reconnect", ({ gateway }) => gateway.requestReconnect()],
  ["its session is invalid for a moment", ({ gateway }) => gateway.invalidateSessions(true)],
])("discord.js resumes when %s, and is told what it missed", async (_what, happen) => {
  await using stage = await startStage();
  const { client, sandbox, eva } = stage;
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  const heard = new Promise<string>((resolve) => client.once(Events.MessageCreate, ({ id }) => resolve(id)));
  let readies = 0;
  client.on(Events.ShardReady, () => (readies += 1));
  happen(sandbox);
  const messageId = await eva.send(CHANNELS.general, "anybody there?");
  await resumed;
  expect(await heard).toBe(messageId);
  expect(readies).toBe(0);
});

test("discord.js identifies anew when its session is invalid for good", async () => {
  await using stage = await startStage({ sessionStarts: { everyMs: 0 } });
  const { client, sandbox } = stage;
  const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));
  sandbox.gateway.invalidateSessions(false);
  await ready;
  expect(client.guilds.cache.get(GUILD_ID)?.available).toBe(true);
});

test("discord.js says so when an intent is not switched on", async () => {
  const sandbox = await startSandbox({ privilegedIntents: 0 });
  const client = new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent], rest: { api: sandbox.apiUrl } });
  await expect(client.login(sandbox.token)).rejects.toThrow(/disallowed intents/i);
  await client.destroy();
  await sandbox.close();
});

test("discord.js starts as many shards as it is asked for, two at a time", async () => {
  const sandbox = await startSandbox({ sessionStarts: { maxConcurrency: 2 } });
  const client = await loginTo(sandbox, { intents: [GatewayIntentBits.Guilds], shards: [0, 1], shardCount: 2, rest: { api: sandbox.apiUrl } });
  expect(client.ws.shards.size).toBe(2);
  expect(client.guilds.cache.get(GUILD_ID)?.shardId).toBe(Number((BigInt(GUILD_ID) >> 22n) % 2n));
  await client.destroy();
  await sandbox.close();
});
