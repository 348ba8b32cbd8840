import { expect, test } from "vitest";
import { CHANNELS } from "../index.ts";
import { startStage } from "../testing/start-bot.ts";

test("discord.js waits as the headers say, and every message arrives in order", async () => {
  await using stage = await startStage({ limits: { routes: { "POST /channels/:channelId/messages": { limit: 2, windowMs: 200 } } } });
  const channel = stage.client.channels.cache.get(CHANNELS.general);
  if (!channel?.isSendable()) throw new Error("no channel");
  const refused: unknown[] = [];
  stage.client.rest.on("response", (_request, response) => response.status === 429 && refused.push(response.status));
  await Promise.all(["1", "2", "3", "4", "5"].map((content) => channel.send(content)));
  await stage.eva.waitForMessage(CHANNELS.general, ({ content }) => content === "5");
  expect(stage.eva.messages(CHANNELS.general).map(({ content }) => content)).toEqual(["1", "2", "3", "4", "5"]);
  expect(refused).toEqual([]);
});
