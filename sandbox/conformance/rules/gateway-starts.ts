import assert from "node:assert/strict";
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from "discord-api-types/v10";
import { DISCORD_SESSION_STARTS } from "../../index.ts";
import type { Lab } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";

/** What a new connection that identifies is answered: `true` when it is ready. */
async function starts(lab: Lab, shard?: readonly [number, number]): Promise<boolean> {
  const wire = await lab.wire();
  wire.sendIdentify({ intents: 0, ...(shard ? { shard } : {}) });
  const answer = await wire.until(({ op, t }) => t === "READY" || op === Op.InvalidSession, "an answer");
  if (answer.op === Op.InvalidSession) assert.equal(answer.d, false);
  return answer.op !== Op.InvalidSession;
}

const limitOf = async (lab: Lab) => (await lab.get("/gateway/bot")).session_start_limit;

export const gatewayStartRules: readonly Rule[] = [
  documented("one shard of a key may identify each 5 seconds, another one's session is invalid", "events/gateway.mdx:509", async (lab) => {
    await lab.start({ sessionStarts: DISCORD_SESSION_STARTS });
    assert.equal(await starts(lab), true);
    lab.clock.advance(4900);
    assert.equal(await starts(lab), false);
    lab.clock.advance(100);
    assert.equal(await starts(lab), true);
  }),
  documented("shards with another key may identify at the same time", "events/gateway.mdx:647", async (lab) => {
    await lab.start({ sessionStarts: { ...DISCORD_SESSION_STARTS, maxConcurrency: 2 } });
    assert.equal((await limitOf(lab)).max_concurrency, 2);
    assert.deepEqual([await starts(lab, [0, 4]), await starts(lab, [1, 4]), await starts(lab, [2, 4]), await starts(lab, [3, 4])], [true, true, false, false]);
    lab.clock.advance(5000);
    assert.deepEqual([await starts(lab, [2, 4]), await starts(lab, [3, 4])], [true, true]);
  }),
  documented("every IDENTIFY counts against the session starts of 24 hours, resuming does not", "events/gateway.mdx:188", async (lab) => {
    const bot = await lab.wire();
    const ready = await bot.identify();
    await bot.settled();
    lab.clock.advance(60_000);
    await lab.bot();
    bot.terminate();
    await bot.closed();
    const again = await lab.wire();
    again.sendResume(ready, bot.sequence);
    await again.event("RESUMED");
    assert.deepEqual(await limitOf(lab), { total: 1000, remaining: 998, reset_after: 24 * 3_600_000 - 60_000, max_concurrency: 1 });
    lab.clock.advance(24 * 3_600_000 - 60_000);
    assert.deepEqual(await limitOf(lab), { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 });
  }),
  documented("when the starts of 24 hours are used up, all sessions of the bot end", "events/gateway.mdx:188", async (lab) => {
    await lab.start({ sessionStarts: { perDay: 2, everyMs: 0 } });
    const first = await lab.bot();
    const second = await lab.bot();
    assert.equal((await limitOf(lab)).remaining, 0);
    const third = await lab.wire();
    third.sendIdentify();
    await Promise.all([first.closed(), second.closed(), third.closed()]);
  }),
  assumed("who has used up the starts is closed with 4004, and may start again the next day", "Discord resets the token, which the sandbox leaves as it is", async (lab) => {
    await lab.start({ sessionStarts: { perDay: 1, everyMs: 0 } });
    const first = await lab.bot();
    const second = await lab.wire();
    second.sendIdentify();
    assert.deepEqual([await first.closed(), await second.closed()], [Close.AuthenticationFailed, Close.AuthenticationFailed]);
    lab.clock.advance(24 * 3_600_000);
    await lab.bot();
  }),
];
