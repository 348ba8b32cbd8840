import assert from "node:assert/strict";
import { GatewayCloseCodes as Close, GatewayIntentBits as Intent, GatewayOpcodes as Op } from "discord-api-types/v10";
import { APPLICATION_ID } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";

/** What a new connection that says this is closed with. */
async function closedAfter(lab: Lab, op: number, d: unknown): Promise<number> {
  const wire = await lab.wire();
  wire.send(op, d);
  return wire.closed();
}

const IDENTITY = { token: "sandbox-lab", intents: 0, properties: {} };

const presenceAs = (status: string) => ({ since: null, afk: false, status, activities: [{ name: "with fire", type: 0 }] });

/** A presence update that is so long, in letters of two bytes. */
function presenceOf(bytes: number): string {
  const start = `{"op":3,"d":{"status":"online","since":null,"afk":false,"activities":[],"note":"`;
  const letters = Math.floor((bytes - start.length - 3) / 2);
  return `${start}${"é".repeat(letters)}${"x".repeat(bytes - start.length - 3 - 2 * letters)}"}}`;
}

export const gatewayRules: readonly Rule[] = [
  documented("the gateway speaks first, and says how often it wants a heartbeat", "events/gateway.mdx:122", async (lab) => {
    const wire = await lab.wire();
    const hello = await wire.until(({ op }) => op === Op.Hello, "hello");
    assert.deepEqual(wire.received[0], hello);
    assert.ok(hello.d.heartbeat_interval > 0);
    assert.deepEqual([hello.t, hello.s], [null, null]);
  }),
  documented("every heartbeat is acknowledged, also before a bot has identified", "events/gateway.mdx:156", async (lab) => {
    const wire = await lab.wire();
    await wire.settled();
    await wire.settled();
    assert.equal(wire.received.filter(({ op }) => op === Op.HeartbeatAck).length, 2);
  }),
  documented("a bot whose heart stops beating is closed, and may resume", "events/gateway.mdx:146", async (lab) => {
    await lab.start({ heartbeatMs: 1000, heartbeatClock: lab.clock });
    const wire = await lab.wire();
    const ready = await wire.identify();
    lab.clock.advance(1900);
    await wire.settled();
    lab.clock.advance(1900);
    await wire.settled();
    lab.clock.advance(2100);
    assert.notEqual(await wire.closed(), 1000);
    const again = await lab.wire();
    again.sendResume(ready, wire.sequence);
    await again.event("RESUMED");
  }),
  assumed("the close code for a heart that stopped is 4009", "the documents name no code; libraries resume after 4009", async (lab) => {
    await lab.start({ heartbeatMs: 1000, heartbeatClock: lab.clock });
    const wire = await lab.bot();
    lab.clock.advance(2100);
    assert.equal(await wire.closed(), Close.SessionTimedOut);
  }),
  documented("the gateway may ask for a heartbeat out of turn, and acknowledges it as any other", "events/gateway.mdx:175", async (lab) => {
    const { gateway } = await lab.start();
    const bot = await lab.bot();
    gateway.requestHeartbeats();
    await bot.until(({ op }) => op === Op.Heartbeat, "a request for a heartbeat");
    await bot.settled();
  }),
  documented("a version that the gateway does not know is closed with 4012", "topics/opcodes-and-status-codes.mdx:42", async (lab) => {
    assert.equal(await (await lab.wire("?v=5&encoding=json")).closed(), Close.InvalidAPIVersion);
  }),
  assumed("who names no version or encoding is spoken to in JSON", "the documents call naming them a good idea; the sandbox has version 10 only", async (lab) => {
    assert.equal((await (await lab.wire("")).identify()).d.v, 10);
    assert.equal((await (await lab.wire("?v=10")).identify()).d.v, 10);
    assert.equal((await (await lab.wire("?encoding=json&v=10")).identify()).d.v, 10);
  }),
  assumed("an encoding that the gateway does not speak is closed with a reason", "Discord speaks ETF too, the sandbox says that it does not", async (lab) => {
    assert.equal(await (await lab.wire("?v=10&encoding=etf")).closed(), Close.DecodeError);
    assert.equal(await (await lab.wire("?v=10&encoding=json&compress=brotli")).closed(), Close.DecodeError);
  }),
  documented("a payload of over 4096 bytes is closed with 4002", "events/gateway.mdx:52", async (lab) => {
    const bot = await lab.bot();
    assert.equal(Buffer.byteLength(presenceOf(4096)), 4096);
    bot.sendText(presenceOf(4096));
    await bot.settled();
    bot.sendText(presenceOf(4098));
    assert.equal(await bot.closed(), Close.DecodeError);
  }),
  documented("what cannot be read is closed with 4002", "topics/opcodes-and-status-codes.mdx:42", async (lab) => {
    for (const text of ["{", "[]", "null", `{"d":{}}`]) {
      const wire = await lab.wire();
      wire.sendText(text);
      assert.equal(await wire.closed(), Close.DecodeError, text);
    }
    assert.equal(await closedAfter(lab, Op.Identify, null), Close.DecodeError);
    assert.equal(await closedAfter(lab, Op.Resume, []), Close.DecodeError);
  }),
  documented("an opcode that does not exist, or is not a bot's to send, is closed with 4001", "topics/opcodes-and-status-codes.mdx:42", async (lab) => {
    for (const op of [99, Op.Hello, Op.Dispatch, Op.HeartbeatAck]) assert.equal(await closedAfter(lab, op, {}), Close.UnknownOpcode);
  }),
  documented("who asks for something before identifying is closed with 4003", "topics/opcodes-and-status-codes.mdx:42", async (lab) => {
    assert.equal(await closedAfter(lab, Op.RequestGuildMembers, { guild_id: "1" }), Close.NotAuthenticated);
  }),
  documented("a token that nobody has is closed with 4004", "topics/opcodes-and-status-codes.mdx:42", async (lab) => {
    assert.equal(await closedAfter(lab, Op.Identify, { ...IDENTITY, token: "nobody" }), Close.AuthenticationFailed);
    assert.equal(await closedAfter(lab, Op.Identify, { ...IDENTITY, token: 5 }), Close.AuthenticationFailed);
  }),
  documented("who identifies twice is closed with 4005", "topics/opcodes-and-status-codes.mdx:42", async (lab) => {
    const bot = await lab.bot();
    bot.sendIdentify();
    assert.equal(await bot.closed(), Close.AlreadyAuthenticated);
  }),
  documented("a shard that cannot be is closed with 4010", "topics/opcodes-and-status-codes.mdx:42", async (lab) => {
    for (const shard of [[2, 2], [0, 1.5], [-1, 1], [0], "0/1"]) assert.equal(await closedAfter(lab, Op.Identify, { ...IDENTITY, shard }), Close.InvalidShard);
  }),
  documented("intents that do not exist are closed with 4013", "events/gateway.mdx:302", async (lab) => {
    for (const intents of [2 ** 40, 1 << 19, -1, 1.5, "1", undefined]) assert.equal(await closedAfter(lab, Op.Identify, { ...IDENTITY, intents }), Close.InvalidIntents);
  }),
  documented("120 events in 60 seconds are a connection's, one more is closed with 4008", "events/gateway.mdx:507", async (lab) => {
    const bot = await lab.wire();
    for (let count = 0; count < 120; count += 1) bot.send(Op.Heartbeat, null);
    await bot.until(() => bot.received.length > 120, "the answers");
    lab.clock.advance(60_000);
    for (let count = 0; count < 121; count += 1) bot.send(Op.Heartbeat, null);
    assert.equal(await bot.closed(), Close.RateLimited);
  }),
  assumed("an IDENTIFY without properties, or with ones that the documents do not allow, is closed with 4002", "the documents give the bounds and no code", async (lab) => {
    assert.equal(await closedAfter(lab, Op.Identify, { token: IDENTITY.token, intents: 0 }), Close.DecodeError);
    for (const wrong of [{ large_threshold: 49 }, { large_threshold: 251 }, { presence: { status: "away", activities: [] } }, { compress: "yes" }]) {
      assert.equal(await closedAfter(lab, Op.Identify, { ...IDENTITY, ...wrong }), Close.DecodeError, JSON.stringify(wrong));
    }
  }),
  documented("a bot shows itself as it says when it identifies and whenever it says so again", "events/gateway-events.mdx:85", async (lab) => {
    const bot = await lab.bot({ intents: Intent.Guilds | Intent.GuildPresences, more: { presence: presenceAs("dnd") } });
    const { presences } = (await bot.event("GUILD_CREATE")).d;
    const shown = presences.find(({ user }: { user: { id: string } }) => user.id === APPLICATION_ID);
    assert.deepEqual([shown.status, shown.activities[0].name], ["dnd", "with fire"]);
    bot.send(Op.PresenceUpdate, presenceAs("idle"));
    await bot.event("PRESENCE_UPDATE", ({ status }) => status === "idle");
    bot.send(Op.PresenceUpdate, presenceAs("invisible"));
    await bot.event("PRESENCE_UPDATE", ({ status }) => status === "offline");
  }),
  documented("Get Gateway tells the address to anybody, Get Gateway Bot to a bot with the advice of how many shards", "events/gateway.mdx:742", async (lab) => {
    const { gatewayUrl } = await lab.start();
    assert.deepEqual((await lab.ask("GET", "/gateway", undefined, { token: null })).body, { url: gatewayUrl });
    const { url, shards, session_start_limit: limit } = await lab.get("/gateway/bot");
    assert.deepEqual({ url, shards, limit }, { url: gatewayUrl, shards: 1, limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 } });
    assert.equal((await lab.ask("GET", "/gateway/bot", undefined, { token: null })).status, 401);
  }),
];
