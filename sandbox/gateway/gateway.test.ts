import { GatewayIntentBits as Intent, GatewayOpcodes as Op } from "discord-api-types/v10";
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { connectPerson } from "../driver.ts";
import { CHANNELS, GUILD_ID, PEOPLE, type Sandbox, startSandbox } from "../index.ts";
import { textOf } from "./payload.ts";

interface Payload {
  readonly op: Op;
  readonly t: string | null;
  readonly d: Record<string, unknown>;
  readonly s: number;
}

let sandbox: Sandbox;
const sockets: WebSocket[] = [];

beforeEach(async () => {
  sandbox = await startSandbox({ sessionStarts: { everyMs: 0 } });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await sandbox.close();
});

async function connect(identity: object | null) {
  const socket = new WebSocket(`${sandbox.gatewayUrl}?v=10&encoding=json`);
  sockets.push(socket);
  const heard: Payload[] = [];
  let look: (() => void) | null = null;
  socket.on("message", (data) => {
    heard.push(JSON.parse(textOf(data)) as Payload);
    look?.();
  });
  const until = (find: (payload: Payload) => boolean) =>
    new Promise<Payload>((resolve) => {
      look = () => {
        const found = heard.find(find);
        if (found) resolve(found);
      };
      look();
    });
  const closed = once(socket, "close").then(([code]: unknown[]) => code);
  await until(({ op }) => op === Op.Hello);
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  if (identity) send(Op.Identify, { token: sandbox.token, intents: Intent.Guilds, properties: {}, ...identity });
  return { socket, heard, until, closed, send };
}

test("a bad token is 4004, no token first 4003, too much at once 4002, too much in a minute 4008", async () => {
  expect(await (await connect({ token: "nobody" })).closed).toBe(4004);
  const unknown = await connect(null);
  unknown.send(Op.RequestGuildMembers, {});
  expect(await unknown.closed).toBe(4003);
  const large = await connect({});
  large.send(Op.PresenceUpdate, { note: "x".repeat(4096) });
  expect(await large.closed).toBe(4002);
  const busy = await connect({});
  for (let count = 0; count < 120; count += 1) busy.send(Op.Heartbeat, null);
  expect(await busy.closed).toBe(4008);
});

test.each<[string, number, unknown, number]>([
  ["an identify without data", Op.Identify, null, 4002],
  ["a resume without data", Op.Resume, null, 4002],
  ["an unknown opcode", 99, {}, 4001],
  ["half a shard", Op.Identify, { token: "sandbox-x", intents: 1, properties: {}, shard: [0, 1.5] }, 4010],
  ["a shard that is none", Op.Identify, { token: "sandbox-x", intents: 1, properties: {}, shard: "0/1" }, 4010],
  ["intents that do not exist", Op.Identify, { token: "sandbox-x", intents: 2 ** 40, properties: {} }, 4013],
])("%s closes with Discord's code", async (_what, op, d, code) => {
  const bot = await connect(null);
  bot.send(op, d);
  expect(await bot.closed).toBe(code);
});

test("a request for members may hold nonsense, and the gateway goes on", async () => {
  const bot = await connect({});
  for (const nonsense of [{ query: 5 }, { nonce: 5, query: "eva" }, { user_ids: { a: 1 } }, { user_ids: [null] }]) bot.send(Op.RequestGuildMembers, { guild_id: GUILD_ID, ...nonsense });
  bot.send(Op.RequestGuildMembers, { guild_id: GUILD_ID, user_ids: PEOPLE.eva, nonce: "last" });
  const chunk = await bot.until(({ d }) => d?.["nonce"] === "last");
  expect(chunk.d["members"]).toHaveLength(1);
});

test("a browser of another site is no bot, and who hangs up early breaks nothing", async () => {
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
  const bot = await connect({});
  expect(await bot.until(({ t }) => t === "READY")).toBeDefined();
});

test("heartbeats are acknowledged, an unknown session is told to begin anew", async () => {
  const bot = await connect({});
  bot.send(Op.Heartbeat, null);
  expect(await bot.until(({ op }) => op === Op.HeartbeatAck)).toBeDefined();
  const stranger = await connect(null);
  stranger.send(Op.Resume, { token: sandbox.token, session_id: "nothing", seq: 1 });
  expect((await stranger.until(({ op }) => op === Op.InvalidSession)).d).toBe(false);
});

test("READY has the guild as unavailable, then GUILD_CREATE brings it with the bot alone as member", async () => {
  const bot = await connect({});
  const created = await bot.until(({ t }) => t === "GUILD_CREATE");
  expect(bot.heard.find(({ t }) => t === "READY")?.d["guilds"]).toEqual([{ id: GUILD_ID, unavailable: true }]);
  expect((created.d["members"] as unknown[]).length).toBe(1);
});

test("a bot hears what its intents name, and others' words only with MESSAGE_CONTENT", async () => {
  const deaf = await connect({});
  const hearing = await connect({ intents: Intent.Guilds | Intent.GuildMessages });
  const reading = await connect({ intents: Intent.Guilds | Intent.GuildMessages | Intent.MessageContent | Intent.GuildMembers });
  await Promise.all([deaf, hearing, reading].map((bot) => bot.until(({ t }) => t === "GUILD_CREATE")));
  const eva = await connectPerson(sandbox.url, PEOPLE.eva);
  await eva.send(CHANNELS.general, "secret");
  await eva.send(CHANNELS.general, `<@${sandbox.applicationId}> hear`);
  await eva.act("role", { guildId: GUILD_ID, userId: PEOPLE.pip, roleId: "1200000000000000101", has: true });
  await reading.until(({ t }) => t === "GUILD_MEMBER_UPDATE");
  await hearing.until(({ d }) => d?.["content"] !== "" && d?.["content"] !== undefined);
  const words = (bot: typeof deaf) => bot.heard.filter(({ t }) => t === "MESSAGE_CREATE").map(({ d }) => d["content"]);
  const mention = `<@${sandbox.applicationId}> hear`;
  expect([words(deaf), words(hearing), words(reading)]).toEqual([[], ["", mention], ["secret", mention]]);
  expect(hearing.heard.some(({ t }) => t === "GUILD_MEMBER_UPDATE")).toBe(false);
  await eva.close();
});

test("a resumed session is told again what it missed, once", async () => {
  const bot = await connect({ intents: Intent.Guilds | Intent.GuildMessages });
  const ready = await bot.until(({ t }) => t === "READY");
  const created = await bot.until(({ t }) => t === "GUILD_CREATE");
  const eva = await connectPerson(sandbox.url, PEOPLE.eva);
  bot.socket.terminate();
  await eva.until(({ snapshot }) => (snapshot.applications[0]?.online ? null : true));
  const id = await eva.send(CHANNELS.general, "missed");
  const again = await connect(null);
  again.send(Op.Resume, { token: sandbox.token, session_id: ready.d["session_id"], seq: created.s });
  await again.until(({ t }) => t === "RESUMED");
  expect(again.heard.filter(({ op }) => op === Op.Dispatch).map(({ t, d }) => [t, d["id"]])).toEqual([["MESSAGE_CREATE", id], ["RESUMED", undefined]]);
  await eva.close();
});

test("a bot that resumes before its old socket is missed goes on hearing when that one closes", async () => {
  const bot = await connect({ intents: Intent.Guilds | Intent.GuildMessages | Intent.MessageContent });
  const ready = await bot.until(({ t }) => t === "READY");
  const created = await bot.until(({ t }) => t === "GUILD_CREATE");
  const again = await connect(null);
  again.send(Op.Resume, { token: sandbox.token, session_id: ready.d["session_id"], seq: created.s });
  await again.until(({ t }) => t === "RESUMED");
  bot.socket.close(4000);
  await bot.closed;
  const eva = await connectPerson(sandbox.url, PEOPLE.eva);
  await eva.send(CHANNELS.general, "still there?");
  expect((await again.until(({ t }) => t === "MESSAGE_CREATE")).d["content"]).toBe("still there?");
  await eva.close();
});

test("who cannot resume may begin anew on the same socket", async () => {
  const bot = await connect({});
  const ready = await bot.until(({ t }) => t === "READY");
  const again = await connect(null);
  again.send(Op.Resume, { token: sandbox.token, session_id: "another", seq: 1000 });
  await again.until(({ op }) => op === Op.InvalidSession);
  again.send(Op.Identify, { token: sandbox.token, intents: Intent.Guilds, properties: {} });
  expect((await again.until(({ t }) => t === "READY")).d["session_id"]).not.toBe(ready.d["session_id"]);
});
