import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { GatewayCloseCodes as Close, GatewayIntentBits as Intent, GatewayOpcodes as Op } from "discord-api-types/v10";
import { APPLICATION_ID, CHANNELS, GUILD_ID } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import type { Received } from "../wire.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;

const isInvalidSession = ({ op }: Received) => op === Op.InvalidSession;

/** A bot that lost its connection, and what it needs to resume. */
async function lostBot(lab: Lab): Promise<{ readonly ready: Received; readonly seq: number }> {
  const bot = await lab.wire();
  const ready = await bot.identify();
  await bot.settled();
  bot.terminate();
  await offline(lab);
  return { ready, seq: bot.sequence };
}

/** Until the sandbox has noticed that no connection is left. */
async function offline(lab: Lab): Promise<void> {
  const { world } = await lab.start();
  while (world.application(APPLICATION_ID).isOnline) await setImmediate();
}

/** What a new connection is answered that resumes: a name of an event, an opcode, or a close code. */
async function resumed(lab: Lab, ready: Received, seq: number): Promise<Received> {
  const wire = await lab.wire();
  wire.sendResume(ready, seq);
  return wire.until((payload) => payload.t === "RESUMED" || isInvalidSession(payload), "an answer to the resume");
}

export const gatewaySessionRules: readonly Rule[] = [
  documented("READY has the bot's guilds as unavailable, and each comes with a GUILD_CREATE after it", "events/gateway-events.mdx:462", async (lab) => {
    const bot = await lab.wire();
    const { d } = await bot.identify();
    assert.deepEqual(d.guilds, [{ id: GUILD_ID, unavailable: true }]);
    assert.deepEqual([d.v, typeof d.session_id, d.resume_gateway_url], [10, "string", (await lab.start()).gatewayUrl]);
    assert.equal(d.user.bot, true);
    const created = await bot.event("GUILD_CREATE");
    assert.deepEqual([created.d.id, created.d.unavailable], [GUILD_ID, false]);
  }),
  documented("READY names the shard when the bot did", "events/gateway-events.mdx:462", async (lab) => {
    assert.deepEqual((await (await lab.wire()).identify({ shard: [0, 2] })).d.shard, [0, 2]);
    assert.equal("shard" in (await (await lab.wire()).identify()).d, false);
  }),
  documented("a connection that comes back is told again what it missed, and then RESUMED", "events/gateway.mdx:265", async (lab) => {
    const { ready, seq } = await lostBot(lab);
    await lab.expect(200, "POST", GENERAL, { content: "missed" });
    const again = await lab.wire();
    again.sendResume(ready, seq);
    await again.event("RESUMED");
    await lab.expect(200, "POST", GENERAL, { content: "new" });
    await again.event("MESSAGE_CREATE", ({ content }) => content === "new");
    const told = again.received.filter(({ op }) => op === Op.Dispatch);
    assert.deepEqual(told.map(({ t, s }) => [t, s]), [["MESSAGE_CREATE", seq + 1], ["RESUMED", seq + 2], ["MESSAGE_CREATE", seq + 3]]);
  }),
  documented("a session that is not there, or is somebody else's, is invalid and cannot be resumed", "events/gateway.mdx:271", async (lab) => {
    const { ready, seq } = await lostBot(lab);
    assert.equal((await resumed(lab, { ...ready, d: { session_id: "another" } }, seq)).d, false);
    const stranger = await lab.wire();
    stranger.send(Op.Resume, { token: "sandbox-other", session_id: ready.d.session_id, seq });
    assert.equal((await stranger.until(isInvalidSession, "invalid session")).d, false);
  }),
  documented("a number of an event that was never sent is closed with 4007", "topics/opcodes-and-status-codes.mdx:42", async (lab) => {
    const { ready, seq } = await lostBot(lab);
    const wire = await lab.wire();
    wire.sendResume(ready, seq + 1);
    assert.equal(await wire.closed(), Close.InvalidSeq);
  }),
  assumed("who cannot resume may identify on the same connection", "libraries did so before they were told to reconnect", async (lab) => {
    const wire = await lab.wire();
    wire.send(Op.Resume, { token: "sandbox-lab", session_id: "nothing", seq: 1 });
    await wire.until(isInvalidSession, "invalid session");
    await wire.identify();
  }),
  documented("a session without a connection times out after a few minutes", "events/gateway.mdx:242", async (lab) => {
    const { ready, seq } = await lostBot(lab);
    lab.clock.advance(2 * 60_000);
    const again = await lab.wire();
    again.sendResume(ready, seq);
    await again.event("RESUMED");
    again.terminate();
    await offline(lab);
    lab.clock.advance(10 * 60_000);
    assert.equal((await resumed(lab, ready, again.sequence)).d, false);
  }),
  documented("who closes with 1000 or 1001 ends the session, any other code keeps it", "events/gateway.mdx:240", async (lab) => {
    for (const [code, isKept] of [[1000, false], [1001, false], [4000, true], [4200, true]] as const) {
      const bot = await lab.wire();
      const ready = await bot.identify();
      await bot.settled();
      bot.close(code);
      await bot.closed();
      assert.equal((await resumed(lab, ready, bot.sequence)).t === "RESUMED", isKept, String(code));
    }
  }),
  assumed("a session is on one connection: the one before is closed when it is resumed on another", "the documents do not say what becomes of the connection before; bots see it close", async (lab) => {
    const old = await lab.wire();
    const ready = await old.identify();
    await old.settled();
    const next = await lab.wire();
    next.sendResume(ready, old.sequence);
    await next.event("RESUMED");
    await old.closed();
    await lab.expect(200, "POST", GENERAL, { content: "still there?" });
    await next.event("MESSAGE_CREATE");
    assert.equal(old.all("MESSAGE_CREATE").length, 0);
  }),
  documented("a bot that is asked to reconnect may resume its session", "events/gateway.mdx:250", async (lab) => {
    const { gateway } = await lab.start();
    const bot = await lab.wire();
    const ready = await bot.identify();
    gateway.requestReconnect();
    await bot.until(({ op }) => op === Op.Reconnect, "a request to reconnect");
    bot.close(4000);
    await bot.closed();
    assert.equal((await resumed(lab, ready, bot.sequence)).t, "RESUMED");
  }),
  documented("a session that is invalid for a moment may be resumed, over the same connection too", "events/gateway.mdx:253", async (lab) => {
    const { gateway } = await lab.start();
    const bot = await lab.wire();
    const ready = await bot.identify();
    await bot.settled();
    gateway.invalidateSessions(true);
    assert.equal((await bot.until(isInvalidSession, "invalid session")).d, true);
    const seq = bot.sequence;
    await lab.expect(200, "POST", GENERAL, { content: "meanwhile" });
    bot.sendResume(ready, seq);
    await bot.event("RESUMED");
    assert.equal(bot.all("MESSAGE_CREATE").length, 1);
  }),
  documented("a session that is invalid for good cannot be resumed", "events/gateway.mdx:271", async (lab) => {
    const { gateway } = await lab.start();
    const bot = await lab.wire();
    const ready = await bot.identify();
    await bot.settled();
    gateway.invalidateSessions(false);
    assert.equal((await bot.until(isInvalidSession, "invalid session")).d, false);
    assert.equal((await resumed(lab, ready, bot.sequence)).d, false);
  }),
  documented("a guild's events go to the shard of its id, direct messages to the first", "events/gateway.mdx:612", async (lab) => {
    const shards = await Promise.all([0, 1, 2].map((id) => lab.bot({ shard: [id, 3], intents: Intent.Guilds | Intent.GuildMessages | Intent.DirectMessages })));
    const home = Number((BigInt(GUILD_ID) >> 22n) % 3n);
    await lab.expect(200, "POST", GENERAL, { content: "in the guild" });
    const eva = await lab.person("eva");
    await eva.send(await eva.openDirectMessage(), "in private");
    for (const shard of shards) await shard.settled();
    const heard = shards.map((shard) => [shard.all("GUILD_CREATE").length, shard.all("MESSAGE_CREATE").map(({ d }) => d.content)]);
    const expected = [0, 1, 2].map((id) => [id === home ? 1 : 0, [...(id === home ? ["in the guild"] : []), ...(id === 0 ? ["in private"] : [])]]);
    assert.deepEqual(heard, expected);
  }),
  documented("a bot in more than 2500 guilds has to shard: with one shard it is closed with 4011", "events/gateway.mdx:612", async (lab) => {
    const { world } = await lab.start();
    const home = world.guild(GUILD_ID);
    for (let count = 0; count < 2500; count += 1) {
      const id = world.ids.next();
      world.guilds.set(id, { ...home, id });
    }
    const wire = await lab.wire();
    wire.sendIdentify({ intents: 0 });
    assert.equal(await wire.closed(), Close.ShardingRequired);
    assert.equal((await lab.get("/gateway/bot")).shards, 3);
    await lab.bot({ intents: 0, shard: [0, 3] });
  }),
];
