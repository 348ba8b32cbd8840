import assert from "node:assert/strict";
import { CHANNELS, OBSERVED_LIMITS } from "../../index.ts";
import { documented, type Rule } from "../rule.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;

export const rateLimitRules: readonly Rule[] = [
  documented("every answer of a limited route says how much of its bucket is left, and when that is full again", "topics/rate-limits.mdx:32", async (lab) => {
    await lab.start({ limits: OBSERVED_LIMITS });
    const { headers } = await lab.ask("POST", GENERAL, { content: "1" });
    assert.equal(headers.get("x-ratelimit-limit"), "5");
    assert.equal(headers.get("x-ratelimit-remaining"), "4");
    assert.match(headers.get("x-ratelimit-bucket") ?? "", /^[0-9a-f]{32}$/);
    assert.ok(Number(headers.get("x-ratelimit-reset-after")) > 0);
    assert.ok(Math.abs(Number(headers.get("x-ratelimit-reset")) - lab.clock.now() / 1000) < 60);
  }),
  documented("who asks too often is answered 429 with when to come back, and may then go on", "topics/rate-limits.mdx:49", async (lab) => {
    await lab.start({ limits: OBSERVED_LIMITS });
    for (const content of ["1", "2", "3", "4", "5"]) await lab.expect(200, "POST", GENERAL, { content });
    const { status, headers, body } = await lab.ask("POST", GENERAL, { content: "6" });
    assert.equal(status, 429);
    assert.equal(body.global, false);
    assert.equal(typeof body.message, "string");
    assert.equal(headers.get("x-ratelimit-scope"), "user");
    lab.clock.advance(body.retry_after * 1000);
    await lab.expect(200, "POST", GENERAL, { content: "6" });
  }),
];
