import { Client, GatewayIntentBits } from "discord.js";
import { expect, test } from "vitest";
import { CHANNELS, GUILD_ID, PEOPLE, ROLES, startSandbox } from "./index.ts";
import { startStage } from "./testing/start-bot.ts";

test("an unmodified discord.js client logs in and finds the guild", async () => {
  await using stage = await startStage();
  const { client, sandbox } = stage;
  expect(client.user.id).toBe(sandbox.applicationId);
  expect(client.application.id).toBe(sandbox.applicationId);
  const guild = client.guilds.cache.get(GUILD_ID);
  expect(guild?.name).toBe("The Gilded Anvil");
  expect(guild?.roles.cache.get(ROLES.enchanter)?.name).toBe("Enchanter");
  expect(guild?.channels.cache.get(CHANNELS.craftingDesk)?.name).toBe("crafting-desk");
  expect(guild?.members.me?.roles.cache.has(ROLES.bot)).toBe(true);
  const isolde = await guild?.members.fetch(PEOPLE.isolde);
  expect(isolde?.displayName).toBe("Isolde Farrow");
  expect(isolde?.roles.cache.hasAll(ROLES.enchanter, ROLES.tailor)).toBe(true);
});

test("a token that nobody has is refused", async () => {
  const sandbox = await startSandbox();
  const client = new Client({ intents: [], rest: { api: sandbox.apiUrl } });
  await expect(client.login("wrong")).rejects.toThrow(/invalid token/i);
  await sandbox.close();
});

test("members are asked for over the gateway, all of them only with the intent", async () => {
  await using stage = await startStage({}, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
  const guild = await stage.client.guilds.fetch(GUILD_ID);
  expect((await guild.members.fetch()).size).toBe(11);
  expect((await guild.members.fetch({ query: "syl", limit: 5 })).map(({ id }) => id)).toEqual([PEOPLE.sylra]);
  expect((await guild.members.fetch({ user: [PEOPLE.pip, PEOPLE.eva] })).size).toBe(2);
});

test("any token that begins with sandbox- is the bot's", async () => {
  await using stage = await startStage();
  expect((await stage.raw("GET", "/users/@me", undefined, "sandbox-anything")).status).toBe(200);
});
