import { expect, test } from "vitest";
import { CHANNELS, OBSERVED_LIMITS } from "./index.ts";
import { type RawBody, startStage } from "./testing/start-bot.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;
/** Rules are tested here, not limits. */
const limits = { ...OBSERVED_LIMITS, routes: {}, otherwise: { limit: 1000, windowMs: 1000 } };


test("files come as a form and can be fetched where the message says", async () => {
  await using stage = await startStage();
  const channel = stage.client.channels.cache.get(CHANNELS.general);
  if (!channel?.isSendable()) throw new Error("no channel");
  const sent = await channel.send({ content: "a file", files: [{ attachment: Buffer.from("some text"), name: "list one.txt", description: "the list" }] });
  const attachment = sent.attachments.first();
  expect(attachment).toMatchObject({ name: "list_one.txt", size: 9, description: "the list" });
  expect(await (await fetch(attachment?.url ?? "")).text()).toBe("some text");
});

test("a form that is none, or holds nothing, is refused in Discord's words", async () => {
  await using stage = await startStage({ limits });
  const send = async (body: string) => {
    const headers = { authorization: `Bot ${stage.sandbox.token}`, "content-type": "multipart/form-data; boundary=b" };
    const response = await fetch(`${stage.sandbox.apiUrl}/v10${GENERAL}`, { method: "POST", headers, body });
    return [response.status, ((await response.json()) as RawBody).code];
  };
  expect(await send("not a form")).toEqual([400, 50035]);
  const file = '--b\r\nContent-Disposition: form-data; name="files[0]"; filename="a.txt"\r\n\r\nx\r\n--b--\r\n';
  expect(await send(`--b\r\nContent-Disposition: form-data; name="payload_json"\r\n\r\nnull\r\n${file}`)).toEqual([400, 50035]);
});
