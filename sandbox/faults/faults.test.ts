import { GatewayDispatchEvents as Events, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test, vi } from "vitest";
import { Lab } from "../conformance/lab.ts";
import { permit } from "../conformance/stage.ts";
import { APPLICATION_ID, CHANNELS, PEOPLE, saveWorld } from "../index.ts";
import { sampleMs } from "./latency.ts";
import { faultSettingsSchema, NO_FAULTS } from "./settings.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;
const POST = "POST /channels/:channelId/messages";

/** Numbers from 0 to 1 that repeat. */
function repeating(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const set = async (lab: Lab, faults: object) => (await lab.start()).faults.set(faultSettingsSchema.parse(faults));
const contents = async (lab: Lab): Promise<string[]> => (await lab.get(GENERAL)).map(({ content }: { content: string }) => content);

test("a lognormal latency has the median and the 95th percentile that it was given", () => {
  const random = repeating(7);
  const samples = Array.from({ length: 20_000 }, () => sampleMs({ kind: "lognormal", medianMs: 120, p95Ms: 300 }, random)).toSorted((first, second) => first - second);
  expect(samples[10_000] ?? 0).toBeGreaterThan(115);
  expect(samples[10_000] ?? 0).toBeLessThan(125);
  expect(samples[19_000] ?? 0).toBeGreaterThan(285);
  expect(samples[19_000] ?? 0).toBeLessThan(315);
});

test("a latency is spent half before a call is done and half before its answer", async () => {
  await using lab = new Lab();
  await set(lab, { restLatency: { kind: "fixed", ms: 100 } });
  const eva = await lab.person("eva");
  let isAnswered = false;
  const call = lab.ask("POST", GENERAL, { content: "slow" }).then((answer) => {
    isAnswered = true;
    return answer;
  });
  const stepsUntil = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) {
      await new Promise((resolve) => void setTimeout(resolve, 5));
      lab.clock.advance(1);
    }
  };
  const begin = lab.clock.now();
  await stepsUntil(() => eva.messages(CHANNELS.general).length === 1);
  const doneAfter = lab.clock.now() - begin;
  expect(doneAfter).toBeGreaterThanOrEqual(50);
  expect(isAnswered).toBe(false);
  await stepsUntil(() => isAnswered);
  expect(lab.clock.now() - begin).toBeGreaterThanOrEqual(100);
  expect((await call).status).toBe(200);
});

test("a route fails as often as it was told: before anything happened, or after it was done", async () => {
  await using lab = new Lab();
  const { traffic } = await lab.start();
  await set(lab, { restFailures: [{ route: POST, answer: 502, times: 1 }, { route: POST, answer: 500, when: "after", times: 1 }] });
  expect(await lab.ask("POST", GENERAL, { content: "1" })).toMatchObject({ status: 502, body: { message: "502: Bad Gateway", code: 0 } });
  expect(await contents(lab)).toEqual([]);
  expect(await lab.ask("POST", GENERAL, { content: "2" })).toMatchObject({ status: 500 });
  expect(await contents(lab)).toEqual(["2"]);
  await lab.expect(200, "POST", GENERAL, { content: "3" });
  const answers = traffic.entries.flatMap((entry) => (entry.kind === "rest" && entry.method === "POST" ? [[entry.status, entry.responseBody?.slice(0, 20)]] : []));
  expect(answers.slice(0, 2), "the inspector shows what was answered").toEqual([[502, '{"message":"502: Bad'], [500, '{"message":"500: Int']]);
});

test.each(["before", "after"] as const)("a connection breaks %s the call is done, and the inspector knows of it", async (when) => {
  await using lab = new Lab();
  const { traffic } = await lab.start();
  await set(lab, { restFailures: [{ route: "POST *", answer: "reset", when, times: 1 }] });
  await expect(lab.ask("POST", GENERAL, { content: "lost" })).rejects.toThrow("fetch failed");
  expect(await contents(lab)).toEqual(when === "after" ? ["lost"] : []);
  await vi.waitUntil(() => traffic.entries.some((entry) => entry.kind === "rest" && entry.method === "POST"));
  expect(traffic.entries.find((entry) => entry.kind === "rest" && entry.method === "POST")).toMatchObject({ status: 0, route: "/channels/:channelId/messages" });
});

test("no answer comes at all until whoever asked gives up", async () => {
  await using lab = new Lab();
  const sandbox = await lab.start();
  await set(lab, { restFailures: [{ route: POST, answer: "timeout", when: "after" }] });
  const call = fetch(`${sandbox.apiUrl}/v10${GENERAL}`, {
    method: "POST",
    headers: { authorization: `Bot ${sandbox.token}`, "content-type": "application/json" },
    body: JSON.stringify({ content: "silence" }),
    signal: AbortSignal.timeout(200),
  });
  await expect(call).rejects.toThrow("timeout");
  expect(await contents(lab)).toEqual(["silence"]);
});

test("a global limit that was set off refuses everything but interactions, names no bucket, and passes", async () => {
  await using lab = new Lab();
  const { faults } = await lab.start();
  await permit(lab, PermissionFlagsBits.ManageWebhooks);
  const webhook = await lab.expect(200, "POST", `/channels/${CHANNELS.general}/webhooks`, { name: "Smith" });
  faults.limitGlobally(3000);
  const refused = await lab.ask("GET", GENERAL);
  expect(refused).toMatchObject({ status: 429, body: { global: true, retry_after: 3 } });
  expect(refused.headers.get("x-ratelimit-scope")).toBe("global");
  expect(refused.headers.get("x-ratelimit-bucket")).toBeNull();
  const withoutToken = async (method: string, path: string) => (await lab.ask(method, path, { content: "x" }, { token: null })).status;
  expect((await lab.ask("POST", "/interactions/1/token/callback", { type: 5 })).status).toBe(404);
  expect(await withoutToken("POST", `/webhooks/${APPLICATION_ID}/token`)).toBe(401);
  expect((await lab.ask("GET", `/webhooks/${webhook.id}`)).status).toBe(429);
  expect(await withoutToken("POST", `/webhooks/${webhook.id}/${webhook.token}`)).toBe(429);
  lab.clock.advance(3000);
  expect((await lab.ask("GET", GENERAL)).status).toBe(200);
});

test("events come late in their order, twice, after those behind them, or never", async () => {
  await using lab = new Lab();
  const bot = await lab.bot();
  const said = () => bot.all(Events.MessageCreate).map(({ d }) => d.content);
  const say = (content: string) => lab.expect(200, "POST", GENERAL, { content });

  await set(lab, { gatewayLatency: { kind: "fixed", ms: 40 } });
  await say("a");
  await say("b");
  await bot.settled();
  expect(said()).toEqual([]);
  lab.clock.advance(40);
  await bot.settled();
  expect(said()).toEqual(["a", "b"]);

  await set(lab, { duplicateEvents: 1 });
  await say("c");
  await bot.settled();
  expect(said()).toEqual(["a", "b", "c", "c"]);

  await set(lab, { lateEvents: 1, lateByMs: 500 });
  await say("d");
  await set(lab, {});
  await say("e");
  await bot.settled();
  expect(said().slice(4)).toEqual(["e"]);
  lab.clock.advance(500);
  await bot.settled();
  expect(said().slice(4)).toEqual(["e", "d"]);

  await set(lab, { loseEvents: true });
  await say("f");
  await set(lab, {});
  await say("g");
  await bot.settled();
  expect(said().slice(6)).toEqual(["g"]);
});

test("other processes set faults by address, and hear what is wrong with what they sent", async () => {
  await using lab = new Lab();
  const { url, world } = await lab.start();
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${url}/sandbox/faults${path}`, { method, headers: body ? { "content-type": "application/json" } : {}, ...(body ? { body: JSON.stringify(body) } : {}) });
    const answer: unknown = await response.json();
    return { status: response.status, body: answer };
  };
  expect(await ask("PUT", "", { duplicateEvents: 0.5 })).toMatchObject({ status: 200, body: { settings: { duplicateEvents: 0.5, restLatency: null } } });
  const wrong = await ask("PUT", "", { duplicateEvents: 2, restFailures: [{ route: "everything", answer: 500 }] });
  expect(wrong.status).toBe(400);
  expect(JSON.stringify(wrong.body)).toMatch(/restFailures\.0\.route.*duplicateEvents/);
  expect(await ask("GET", "")).toMatchObject({ body: { settings: { duplicateEvents: 0.5 } } });
  expect(await ask("POST", "/limit-globally", { ms: 5000 })).toMatchObject({ body: { globallyLimitedMs: 5000 } });
  expect(await ask("POST", "/delete-channel", { channelId: CHANNELS.general })).toMatchObject({ status: 200 });
  expect(world.channels.has(CHANNELS.general)).toBe(false);
  expect(await ask("POST", "/accept-direct-messages", { personId: PEOPLE.eva, accept: false })).toMatchObject({ status: 200 });
  expect(world.closedDirectMessages.has(PEOPLE.eva)).toBe(true);
  expect(await ask("GET", "")).toMatchObject({ body: { closedDirectMessages: [PEOPLE.eva] } });
  expect(saveWorld(world)).not.toContain("directMessages: false");
  expect(await ask("DELETE", "")).toMatchObject({ status: 200, body: { closedDirectMessages: [] } });
  expect(world.closedDirectMessages.has(PEOPLE.eva)).toBe(false);
  expect(await ask("POST", "/make-tea", {})).toMatchObject({ status: 400, body: { message: expect.stringContaining("drop-connections") } });
});

test("whoever listens hears of each change; a failure that has ended is none any more, and all ends at one word", async () => {
  await using lab = new Lab();
  const { faults, url } = await lab.start();
  let changes = 0;
  faults.subscribe(() => (changes += 1));
  await set(lab, { restFailures: [{ route: POST, answer: 502, times: 2 }], loseEvents: true });
  for (const left of [1, 0]) {
    await lab.ask("POST", GENERAL, { content: "x" });
    expect([faults.settings.restFailures.length, changes]).toEqual([left, left === 1 ? 1 : 2]);
  }
  faults.limitGlobally(5000);
  const ended = await fetch(`${url}/sandbox/faults`, { method: "DELETE" });
  expect(await ended.json()).toEqual({ settings: NO_FAULTS, globallyLimitedMs: 0, closedDirectMessages: [] });
  expect((await lab.ask("POST", GENERAL, { content: "x" })).status).toBe(200);
});

test("all well again opens the direct messages that were closed as a fault, and not those that a person closed", async () => {
  await using lab = new Lab();
  const { faults, url, world } = await lab.start();
  const close = (personId: string): Promise<Response> => fetch(`${url}/sandbox/faults/accept-direct-messages`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ personId, accept: false }) });
  const eva = await lab.person("eva");
  await eva.act("accept-direct-messages", { accept: false });
  await Promise.all([close(PEOPLE.eva), close(PEOPLE.sylra), close(PEOPLE.maren)]);
  const maren = await lab.person("maren");
  await maren.act("accept-direct-messages", { accept: false });
  expect(faults.state.closedDirectMessages).toEqual([PEOPLE.sylra]);
  faults.clear();
  expect([...world.closedDirectMessages].toSorted()).toEqual([PEOPLE.eva, PEOPLE.maren].toSorted());
});
