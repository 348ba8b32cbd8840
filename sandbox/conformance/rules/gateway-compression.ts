import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import type { Lab } from "../lab.ts";
import { documented, type Rule } from "../rule.ts";
import type { Wire } from "../wire.ts";

/** A bot that got its guilds over a connection with this query. */
async function botAt(lab: Lab, query: string, more: object = {}): Promise<Wire> {
  const wire = await lab.wire(query);
  await wire.identify({ more });
  await wire.event("GUILD_CREATE");
  return wire;
}

export const gatewayCompressionRules: readonly Rule[] = [
  documented("with compress=zlib-stream all that the gateway sends is one zlib stream, and each payload ends in 00 00 ff ff", "events/gateway.mdx:553", async (lab) => {
    const bot = await botAt(lab, "?v=10&encoding=json&compress=zlib-stream");
    for (const { bytes, isBinary } of bot.frames) assert.deepEqual([isBinary, bytes.subarray(-4).toString("hex")], [true, "0000ffff"]);
    // Only the first has zlib's header: the context is shared.
    assert.deepEqual(bot.frames.slice(0, 2).map(({ bytes }) => bytes[0] === 0x78), [true, false]);
    assert.equal(bot.frames.length, bot.received.length);
  }),
  documented("with compress=zstd-stream each message is one payload of a zstd stream that never ends", "events/gateway.mdx:587", async (lab) => {
    const bot = await botAt(lab, "?v=10&encoding=json&compress=zstd-stream");
    assert.deepEqual(bot.frames.slice(0, 2).map(({ bytes }) => bytes.subarray(0, 4).toString("hex") === "28b52ffd"), [true, false]);
    assert.equal(bot.frames.length, bot.received.length);
  }),
  documented("a connection that is closed has been sent everything before, also when that was compressed", "events/gateway.mdx:551", async (lab) => {
    const wire = await lab.wire("?v=10&encoding=json&compress=zlib-stream");
    wire.sendIdentify();
    wire.sendIdentify();
    assert.equal(await wire.closed(), 4005);
    assert.equal(wire.all("GUILD_CREATE").length, 1);
  }),
  documented("who identifies with compress is sent some payloads as zlib, each by itself, and others as text", "events/gateway.mdx:529", async (lab) => {
    const bot = await botAt(lab, "?v=10&encoding=json", { compress: true });
    const compressed = bot.frames.filter(({ isBinary }) => isBinary).map(({ bytes }) => JSON.parse(inflateSync(bytes).toString("utf8")).t);
    assert.deepEqual(compressed, ["GUILD_CREATE"]);
    assert.equal(bot.frames[0]?.isBinary, false);
  }),
  documented("payloads are not compressed by themselves when the whole transport is", "events/gateway.mdx:533", async (lab) => {
    const bot = await botAt(lab, "?v=10&encoding=json&compress=zlib-stream", { compress: true });
    assert.equal(bot.all("GUILD_CREATE").length, 1);
  }),
  documented("without compression all that the gateway sends is text", "events/gateway.mdx:515", async (lab) => {
    const bot = await botAt(lab, "?v=10&encoding=json");
    assert.ok(bot.frames.every(({ isBinary }) => !isBinary));
  }),
];
