import { expect, test } from "vitest";
import { CHANNELS, OBSERVED_LIMITS } from "../index.ts";
import { startStage } from "../testing/start-bot.ts";
import { RateLimits } from "./rate-limits.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;

test("every answer says how much of its bucket is left; the sixth message is refused", async () => {
  await using stage = await startStage();
  const send = (content: string, path = GENERAL) => stage.raw("POST", path, { content });
  const first = await send("1");
  expect(first.headers.get("x-ratelimit-limit")).toBe("5");
  expect(first.headers.get("x-ratelimit-remaining")).toBe("4");
  expect(first.headers.get("x-ratelimit-bucket")).toMatch(/^[0-9a-f]{32}$/);
  expect(Number(first.headers.get("x-ratelimit-reset-after"))).toBeGreaterThan(0);
  for (const content of ["2", "3", "4", "5"]) expect((await send(content)).status).toBe(200);
  const over = await send("6");
  expect(over).toMatchObject({ status: 429, body: { message: "You are being rate limited.", global: false } });
  expect(over.headers.get("x-ratelimit-scope")).toBe("user");
  expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
  // Each channel has its own.
  expect((await send("1", `/channels/${CHANNELS.welcome}/messages`)).status).toBe(200);
});

test("discord.js waits as the headers say, and every message arrives in order", async () => {
  await using stage = await startStage({ limits: { ...OBSERVED_LIMITS, routes: { "POST /channels/:channelId/messages": { limit: 2, windowMs: 200 } } } });
  const channel = stage.client.channels.cache.get(CHANNELS.general);
  if (!channel?.isSendable()) throw new Error("no channel");
  const refused: unknown[] = [];
  stage.client.rest.on("response", (_request, response) => response.status === 429 && refused.push(response.status));
  await Promise.all(["1", "2", "3", "4", "5"].map((content) => channel.send(content)));
  await stage.eva.waitForMessage(CHANNELS.general, ({ content }) => content === "5");
  expect(stage.eva.messages(CHANNELS.general).map(({ content }) => content)).toEqual(["1", "2", "3", "4", "5"]);
  expect(refused).toEqual([]);
});

test("the global limit counts over all routes of a bot and not for interactions", () => {
  let now = 1_000_000;
  const limits = new RateLimits({ global: { limit: 3, windowMs: 1000 }, otherwise: { limit: 100, windowMs: 1000 }, routes: {} }, { now: () => now });
  const take = (bot: string | null, route = "GET /a") => limits.take({ route, major: "", bot });
  expect(["GET /a", "GET /b", "GET /c"].map((route) => take("bot", route).refusal)).toEqual([null, null, null]);
  const over = take("bot");
  expect(over.refusal).toEqual({ message: "You are being rate limited.", retry_after: 1, global: true });
  expect(over.headers).toEqual({ "retry-after": "1", "x-ratelimit-global": "true", "x-ratelimit-scope": "global" });
  expect(take(null).refusal).toBeNull();
  expect(take("other").refusal).toBeNull();
  now += 1000;
  expect(take("bot").refusal).toBeNull();
});

test("a bad token is 401, an unknown route 404", async () => {
  await using stage = await startStage();
  expect(await stage.raw("GET", "/users/@me", undefined, "nobody")).toMatchObject({ status: 401, body: { message: "401: Unauthorized", code: 0 } });
  expect(await stage.raw("GET", "/nowhere")).toMatchObject({ status: 404, body: { message: "404: Not Found", code: 0 } });
  expect((await stage.raw("GET", "/users/@me", undefined, "sandbox-anything")).status).toBe(200);
});
