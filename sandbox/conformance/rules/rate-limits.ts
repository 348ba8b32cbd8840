import assert from "node:assert/strict";
import { CHANNELS, GUILD_ID, NO_LIMITS, OBSERVED_LIMITS } from "../../index.ts";
import { OLD_DELETES } from "../../limits/observed.ts";
import type { Body } from "../lab.ts";
import { assumed, documented, type Rule } from "../rule.ts";
import { deferred, said, scene } from "../scene.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;
const WELCOME = `/channels/${CHANNELS.welcome}/messages`;
const twice = { limit: 2, windowMs: 10_000 };
const BUCKET_HEADERS = ["limit", "remaining", "reset", "reset-after", "bucket"].map((name) => `x-ratelimit-${name}`);

export const rateLimitRules: readonly Rule[] = [
  documented("every answer of a limited route says how much of its bucket is left, and when that is full again", "topics/rate-limits.mdx:32", async (lab) => {
    await lab.start({ limits: OBSERVED_LIMITS });
    const { headers } = await lab.ask("POST", GENERAL, { content: "1" });
    assert.equal(headers.get("x-ratelimit-limit"), "5");
    assert.equal(headers.get("x-ratelimit-remaining"), "4");
    assert.match(headers.get("x-ratelimit-bucket") ?? "", /^[0-9a-f]{32}$/);
    assert.ok(Number(headers.get("x-ratelimit-reset-after")) > 0);
    assert.ok(Math.abs(Number(headers.get("x-ratelimit-reset")) - lab.clock.now() / 1000) < 60);
    assert.deepEqual([headers.get("x-ratelimit-scope"), headers.get("x-ratelimit-global")], [null, null], "only a 429 has a scope");
  }),
  documented("who asks too often is answered 429 with when to come back, and may then go on", "topics/rate-limits.mdx:49", async (lab) => {
    await lab.start({ limits: OBSERVED_LIMITS });
    for (const content of ["1", "2", "3", "4", "5"]) await lab.expect(200, "POST", GENERAL, { content });
    const { status, headers, body } = await lab.ask("POST", GENERAL, { content: "6" });
    assert.equal(status, 429);
    assert.equal(body.global, false);
    assert.equal(typeof body.message, "string");
    assert.equal(headers.get("x-ratelimit-scope"), "user");
    assert.equal(headers.get("x-ratelimit-remaining"), "0");
    assert.ok(Number(headers.get("retry-after")) >= body.retry_after);
    lab.clock.advance(body.retry_after * 1000);
    await lab.expect(200, "POST", GENERAL, { content: "6" });
  }),
  documented("each channel and guild has its own bucket, and so has each method", "topics/rate-limits.mdx:14", async (lab) => {
    const routes = { "POST /channels/:channelId/messages": twice, "GET /channels/:channelId/messages": twice };
    await lab.start({ limits: { ...NO_LIMITS, routes } });
    for (const content of ["1", "2"]) await lab.expect(200, "POST", GENERAL, { content });
    assert.equal((await lab.ask("POST", GENERAL, { content: "3" })).status, 429);
    await lab.expect(200, "POST", WELCOME, { content: "3" });
    const read = await lab.ask("GET", GENERAL);
    assert.equal(read.status, 200);
    const written = await lab.ask("POST", WELCOME, { content: "4" });
    assert.notEqual(read.headers.get("x-ratelimit-bucket"), written.headers.get("x-ratelimit-bucket"));
  }),
  documented("routes may share a bucket: it has one name, and both use it up", "topics/rate-limits.mdx:14", async (lab) => {
    const shared = { ...twice, bucket: "messages" };
    await lab.start({ limits: { ...NO_LIMITS, routes: { "POST /channels/:channelId/messages": shared, "GET /channels/:channelId/messages": shared } } });
    const first = await lab.ask("POST", GENERAL, { content: "1" });
    const second = await lab.ask("GET", GENERAL);
    assert.equal(first.headers.get("x-ratelimit-bucket"), second.headers.get("x-ratelimit-bucket"));
    assert.equal(second.headers.get("x-ratelimit-remaining"), "0");
    assert.equal((await lab.ask("POST", GENERAL, { content: "2" })).status, 429);
  }),
  documented("over 50 requests in a second on all routes together are refused with a global 429 that names no bucket", "topics/rate-limits.mdx:122", async (lab) => {
    await lab.start({ limits: { ...NO_LIMITS, global: OBSERVED_LIMITS.global } });
    const ask = (index: number) => (index % 2 === 0 ? lab.ask("GET", "/users/@me") : lab.ask("GET", `/guilds/${GUILD_ID}`));
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => ask(index)));
    assert.ok(answers.every(({ status }) => status === 200));
    const { status, headers, body } = await lab.ask("GET", GENERAL);
    assert.deepEqual([status, body.global, headers.get("x-ratelimit-global"), headers.get("x-ratelimit-scope")], [429, true, "true", "global"]);
    for (const name of BUCKET_HEADERS) assert.equal(headers.get(name), null, `${name} is there`);
    lab.clock.advance(body.retry_after * 1000);
    assert.equal((await ask(0)).status, 200);
  }),
  documented("an address that names no bot has the global limit too", "topics/rate-limits.mdx:122", async (lab) => {
    await lab.start({ limits: { ...NO_LIMITS, global: { limit: 2, windowMs: 1000 } } });
    const ask = () => lab.ask("GET", "/gateway", undefined, { token: null });
    assert.deepEqual([(await ask()).status, (await ask()).status, (await ask()).status], [200, 200, 429]);
    assert.equal((await lab.ask("GET", "/users/@me")).status, 200, "the bot's own is another");
  }),
  documented("interactions and what follows them are outside of the bot's global limit", "topics/rate-limits.mdx:128", async (lab) => {
    await lab.start({ limits: { ...NO_LIMITS, global: { limit: 1, windowMs: 1_000_000 } } });
    const at = await scene(lab);
    while ((await lab.ask("GET", "/users/@me")).status !== 429);
    const interaction = await at.run();
    assert.equal((await at.answer(interaction, deferred())).status, 204);
    assert.equal((await at.webhook("PATCH", interaction, "@original", { content: "done" })).status, 200);
  }),
  documented("an interaction's webhook has limits as any webhook, each token its own", "interactions/receiving-and-responding.mdx:428", async (lab) => {
    await lab.start({ limits: { ...NO_LIMITS, routes: { "POST /webhooks/:applicationId/:token": twice } } });
    const at = await scene(lab);
    const [one, other] = [await at.run(), await at.run()];
    for (const each of [one, other]) await at.answer(each, said("first"));
    const follow = async (interaction: Body) => (await at.webhook("POST", interaction, null, { content: "more" })).status;
    assert.deepEqual([await follow(one), await follow(one), await follow(one), await follow(other)], [200, 200, 429, 200]);
  }),
  documented("a 429 of scope shared is the resource's, and nobody's fault", "topics/rate-limits.mdx:32", async (lab) => {
    const sandbox = await lab.start({ limits: { ...NO_LIMITS, routes: { "POST /channels/:channelId/messages": { limit: 1, windowMs: 1000, scope: "shared" } } } });
    await lab.expect(200, "POST", GENERAL, { content: "1" });
    const { status, headers } = await lab.ask("POST", GENERAL, { content: "2" });
    assert.deepEqual([status, headers.get("x-ratelimit-scope")], [429, "shared"]);
    assert.equal(sandbox.limits.invalidRequests("127.0.0.1"), 0);
  }),
  documented("answers of 401, 403 and 429 count as invalid requests of their address", "topics/rate-limits.mdx:132", async (lab) => {
    const sandbox = await lab.start({ limits: { ...NO_LIMITS, invalid: OBSERVED_LIMITS.invalid, routes: { "GET /users/@me": { limit: 1, windowMs: 1000 } } } });
    const count = () => sandbox.limits.invalidRequests("127.0.0.1");
    await lab.ask("GET", `/guilds/${GUILD_ID}`, undefined, { token: "nobody's" });
    assert.equal(count(), 1, "401");
    await lab.refused(403, 20012, "GET", "/applications/1/commands");
    assert.equal(count(), 2, "403");
    await lab.get("/users/@me");
    assert.equal((await lab.ask("GET", "/users/@me")).status, 429);
    assert.equal(count(), 3, "429");
    assert.equal((await lab.ask("GET", "/nowhere")).status, 404);
    assert.equal(count(), 3, "404 is none");
  }),
  documented("10,000 invalid requests in 10 minutes are too many", "topics/rate-limits.mdx:132", async (lab) => {
    const sandbox = await lab.start({ limits: OBSERVED_LIMITS });
    for (let count = 0; count < 9999; count += 1) sandbox.limits.countInvalid("127.0.0.1");
    await lab.get("/users/@me");
    assert.equal((await lab.ask("GET", "/users/@me", undefined, { token: "nobody's" })).status, 401);
    assert.equal((await lab.ask("GET", "/users/@me")).status, 429);
    lab.clock.advance(600_000);
    await lab.get("/users/@me");
  }),
  assumed("who is shut out gets a 429 that is not the API's own: a page in HTML, and none of its headers", "bots report Cloudflare's error 1015 with Retry-After", async (lab) => {
    await lab.start({ limits: { ...NO_LIMITS, invalid: { limit: 1, windowMs: 60_000 } } });
    await lab.ask("GET", "/users/@me", undefined, { token: "nobody's" });
    const { status, headers, body } = await lab.ask("GET", "/users/@me");
    assert.deepEqual([status, headers.get("retry-after"), typeof body], [429, "60", "string"]);
    for (const name of [...BUCKET_HEADERS, "x-ratelimit-scope"]) assert.equal(headers.get(name), null, `${name} is there`);
  }),
  assumed("deleting messages of more than two weeks has a bucket of its own", "discord.js has counted it apart since bots found out", async (lab) => {
    await lab.start({ limits: { ...NO_LIMITS, routes: { "DELETE /channels/:channelId/messages/:messageId": twice, [OLD_DELETES]: { ...twice, limit: 7 } } } });
    const [first, second] = [await lab.expect(200, "POST", GENERAL, { content: "1" }), await lab.expect(200, "POST", GENERAL, { content: "2" })];
    const young = await lab.ask("DELETE", `${GENERAL}/${first.id}`);
    lab.clock.advance(15 * 86_400_000);
    const old = await lab.ask("DELETE", `${GENERAL}/${second.id}`);
    assert.deepEqual([young.headers.get("x-ratelimit-limit"), old.headers.get("x-ratelimit-limit")], ["2", "7"]);
  }),
];
