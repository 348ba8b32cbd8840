import { GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { Lab } from "../conformance/lab.ts";
import { defaultWorld } from "../world-file/default-world.ts";
import { GUILD_ID, PEOPLE, startSandbox } from "../index.ts";

test("a browser of another site is no bot, and who hangs up early breaks nothing", async () => {
  const sandbox = await startSandbox();
  const foreign = new WebSocket(sandbox.gatewayUrl, { origin: "http://elsewhere.example" });
  expect(String(await once(foreign, "error"))).toContain("403");
  const { hostname, port } = new URL(sandbox.url);
  const ask = async (path: string) => {
    const caller = connectTcp(Number(port), hostname);
    await once(caller, "connect");
    caller.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    return caller;
  };
  const answered = await ask("//");
  expect(String((await once(answered, "data"))[0])).toContain("403");
  (await ask("/nowhere")).resetAndDestroy();
  const bot = new WebSocket(sandbox.gatewayUrl);
  const [hello] = await once(bot, "message");
  expect(String(hello)).toContain("heartbeat_interval");
  bot.terminate();
  await sandbox.close();
});

test("while a bot is told of thousands of members, others have their turn", async () => {
  await using lab = new Lab();
  const { world } = await lab.start();
  const guild = world.guild(GUILD_ID);
  for (let count = 0; count < 5000; count += 1) {
    const id = world.ids.next();
    world.users.set(id, { ...world.user(PEOPLE.pip), id });
    guild.members.set(id, { ...world.member(GUILD_ID, PEOPLE.pip), userId: id });
  }
  const bot = await lab.bot({ intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMembers });
  bot.send(GatewayOpcodes.RequestGuildMembers, { guild_id: GUILD_ID, query: "", limit: 0 });
  await bot.settled();
  await bot.event("GUILD_MEMBERS_CHUNK", (chunk) => chunk.chunk_index === chunk.chunk_count - 1);
  expect(bot.all("GUILD_MEMBERS_CHUNK")).toHaveLength(6);
  expect(bot.received.findIndex(({ op }) => op === GatewayOpcodes.HeartbeatAck)).toBeLessThan(bot.received.length - 1);
});

test("a bot that is being told of thousands of members is told no more of them when another world is loaded", async () => {
  await using lab = new Lab();
  const world = defaultWorld();
  const sandbox = await lab.start({ world: { ...world, guilds: world.guilds.map((guild) => ({ ...guild, crowd: 8000 })) } });
  const bot = await lab.bot({ intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMembers });
  const isLoaded = new Promise<void>((resolve) => {
    const stop = sandbox.traffic.subscribe((entry) => {
      if (entry.kind !== "gateway" || entry.event !== "GUILD_MEMBERS_CHUNK") return;
      stop();
      sandbox.loadWorld(world);
      resolve();
    });
  });
  bot.send(GatewayOpcodes.RequestGuildMembers, { guild_id: GUILD_ID, query: "", limit: 0 });
  await isLoaded;
  await bot.settled();
  expect(bot.all("GUILD_MEMBERS_CHUNK")).toHaveLength(1);
  await bot.identify();
});
