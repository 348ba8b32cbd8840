import { ComponentType, MessageFlags } from "discord.js";
import { expect, test } from "vitest";
import { CHANNELS, ManualClock, OBSERVED_LIMITS, PEOPLE, ROLES } from "./index.ts";
import { type RawBody, type Stage, startStage } from "./testing/start-bot.ts";

const GENERAL = `/channels/${CHANNELS.general}/messages`;
const DAY_MS = 24 * 3_600_000;
/** Rules are tested here, not limits. */
const limits = { ...OBSERVED_LIMITS, routes: {}, otherwise: { limit: 1000, windowMs: 1000 } };

const post = (stage: Stage, body: object, path = GENERAL) => stage.raw("POST", path, body);

test("the same nonce within minutes gives the first message, later a new one", async () => {
  const clock = new ManualClock();
  await using stage = await startStage({ clock, limits });
  const send = async () => (await post(stage, { content: "once", nonce: "n-1", enforce_nonce: true })).body["id"];
  const first = await send();
  expect(await send()).toBe(first);
  expect((await post(stage, { content: "again", nonce: "n-1" })).body["id"]).not.toBe(first);
  clock.advance(6 * 60_000);
  expect(await send()).not.toBe(first);
  expect((await post(stage, { content: "x", nonce: "n".repeat(26) })).body.errors).toHaveProperty("nonce");
});

test("bulk delete takes 2 to 100 messages younger than two weeks, and tells of them at once", async () => {
  const clock = new ManualClock();
  await using stage = await startStage({ clock, limits });
  const ids: unknown[] = [];
  for (const content of ["a", "b", "c"]) ids.push((await post(stage, { content })).body["id"]);
  const bulk = (messages: unknown) => post(stage, { messages }, `${GENERAL}/bulk-delete`);
  expect(await bulk([ids[0]])).toMatchObject({ status: 400, body: { code: 50016 } });
  expect(await bulk([ids[0], ids[0]])).toMatchObject({ status: 400, body: { code: 50035 } });
  const gone = await bulk([ids[0], ids[1], "1574632736444907520"]);
  expect(gone.status).toBe(204);
  expect(gone.headers.get("content-type")).toBeNull();
  await stage.eva.until((eva) => (eva.messages(CHANNELS.general).length === 1 ? true : null));
  clock.advance(15 * DAY_MS);
  const young = (await post(stage, { content: "young" })).body["id"];
  expect(await bulk([ids[2], young])).toMatchObject({ status: 400, body: { code: 50034 } });
});

test("who takes no direct messages cannot be written to", async () => {
  await using stage = await startStage();
  const open = await post(stage, { recipient_id: PEOPLE.eva }, "/users/@me/channels");
  const path = `/channels/${String(open.body["id"])}/messages`;
  expect((await post(stage, { content: "hello" }, path)).status).toBe(200);
  expect((await stage.eva.waitForDirectMessage()).content).toBe("hello");
  await stage.eva.act("accept-direct-messages", { accept: false });
  expect(await post(stage, { content: "hello?" }, path)).toMatchObject({ status: 403, body: { code: 50007 } });
  expect((await post(stage, { recipient_id: PEOPLE.eva }, "/users/@me/channels")).body["id"]).toBe(open.body["id"]);
  expect(await post(stage, { recipient_id: "1200000000000000999" }, "/users/@me/channels")).toMatchObject({ status: 404, body: { code: 10013 } });
});

test("a message mentions only whom allowed_mentions lets through", async () => {
  await using stage = await startStage({ limits });
  const content = `<@${PEOPLE.eva}> <@&${ROLES.tailor}> @everyone`;
  const mentions = async (body: object) => {
    const { mentions, mention_roles, mention_everyone } = (await post(stage, body)).body as unknown as { mentions: { id: string }[]; mention_roles: string[]; mention_everyone: boolean };
    return [mentions.map(({ id }) => id), mention_roles, mention_everyone];
  };
  // The bot has no right to @everyone.
  expect(await mentions({ content })).toEqual([[PEOPLE.eva], [ROLES.tailor], false]);
  expect(await mentions({ content, allowed_mentions: { parse: [] } })).toEqual([[], [], false]);
  expect(await mentions({ content, allowed_mentions: { parse: [], users: [PEOPLE.eva] } })).toEqual([[PEOPLE.eva], [], false]);
  const v2 = { flags: MessageFlags.IsComponentsV2, components: [{ type: ComponentType.TextDisplay, content }] };
  expect(await mentions({ ...v2, allowed_mentions: { parse: ["roles"] } })).toEqual([[], [ROLES.tailor], false]);
  expect((await post(stage, { content, allowed_mentions: { parse: ["users"], users: [PEOPLE.eva] } })).body.code).toBe(50035);
});

test("what nobody may: empty messages, channels out of sight, others' messages", async () => {
  await using stage = await startStage({ limits });
  expect(await post(stage, {})).toMatchObject({ status: 400, body: { message: "Cannot send an empty message", code: 50006 } });
  expect(await post(stage, { content: "x" }, `/channels/${CHANNELS.officers}/messages`)).toMatchObject({ status: 403, body: { code: 50001 } });
  expect(await post(stage, { content: "x" }, "/channels/1200000000000000999/messages")).toMatchObject({ status: 404, body: { code: 10003 } });
  const evas = await stage.eva.send(CHANNELS.general, "mine");
  expect(await stage.raw("PATCH", `${GENERAL}/${evas}`, { content: "yours" })).toMatchObject({ status: 403, body: { code: 50005 } });
  expect((await stage.raw("DELETE", `${GENERAL}/${evas}`)).status).toBe(204);
  expect(await stage.raw("DELETE", `${GENERAL}/${evas}`)).toMatchObject({ status: 404, body: { code: 10008 } });
});

test("history is paged from the newest", async () => {
  await using stage = await startStage({ limits });
  const ids: string[] = [];
  for (let count = 0; count < 6; count += 1) ids.push(String((await post(stage, { content: String(count) })).body["id"]));
  const page = async (query: string) => {
    const list = (await stage.raw("GET", `${GENERAL}?${query}`)).body as unknown as RawBody[];
    return list.map(({ content }) => content).join("");
  };
  expect(await page("limit=2")).toBe("54");
  expect(await page(`before=${ids[4]}&limit=2`)).toBe("32");
  expect(await page(`after=${ids[1]}&limit=2`)).toBe("32");
  expect(await page(`around=${ids[3]}&limit=3`)).toBe("432");
  expect((await stage.raw("GET", `${GENERAL}?limit=101`)).body.code).toBe(50035);
});

test("files come as a form and can be fetched where the message says", async () => {
  await using stage = await startStage();
  const channel = stage.client.channels.cache.get(CHANNELS.general);
  if (!channel?.isSendable()) throw new Error("no channel");
  const sent = await channel.send({ content: "a file", files: [{ attachment: Buffer.from("some text"), name: "list one.txt", description: "the list" }] });
  const attachment = sent.attachments.first();
  expect(attachment).toMatchObject({ name: "list_one.txt", size: 9, description: "the list" });
  expect(await (await fetch(attachment?.url ?? "")).text()).toBe("some text");
});

test("an edit of an old message is limited", async () => {
  const clock = new ManualClock();
  await using stage = await startStage({ clock, limits, oldMessageEditsPerHour: 2 });
  const id = String((await post(stage, { content: "0" })).body["id"]);
  clock.advance(2 * 3_600_000);
  const edit = (content: string) => stage.raw("PATCH", `${GENERAL}/${id}`, { content });
  expect((await edit("1")).status).toBe(200);
  expect((await edit("2")).status).toBe(200);
  const refused = await edit("3");
  expect(refused).toMatchObject({ status: 429, body: { code: 30046, retry_after: 3600, global: false } });
  expect(refused.headers.get("retry-after")).toBe("3600");
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

test("a reply brings what it answers, as it is now; what is gone cannot be answered unless the bot says so", async () => {
  await using stage = await startStage({ limits });
  const first = String((await post(stage, { content: "first" })).body["id"]);
  const answer = await post(stage, { content: "second", message_reference: { message_id: first } });
  expect(answer.body).toMatchObject({ type: 19, referenced_message: { id: first, content: "first" } });
  const one = `${GENERAL}/${String(answer.body["id"])}`;
  await stage.raw("PATCH", `${GENERAL}/${first}`, { content: "changed" });
  expect((await stage.raw("GET", one)).body).toMatchObject({ referenced_message: { content: "changed" } });
  await stage.raw("DELETE", `${GENERAL}/${first}`);
  expect((await stage.raw("GET", one)).body["referenced_message"]).toBeNull();
  const gone = await post(stage, { content: "third", message_reference: { message_id: first } });
  expect(gone).toMatchObject({ status: 400, body: { code: 50035, errors: { message_reference: { _errors: [{ code: "REPLIES_UNKNOWN_MESSAGE" }] } } } });
  const anyway = await post(stage, { content: "third", message_reference: { message_id: first, fail_if_not_exists: false } });
  expect(anyway.body["type"]).toBe(0);
});

test("a message has one thread", async () => {
  await using stage = await startStage({ limits });
  const path = `${GENERAL}/${String((await post(stage, { content: "root" })).body["id"])}/threads`;
  expect((await post(stage, { name: "one" }, path)).status).toBe(201);
  expect(await post(stage, { name: "two" }, path)).toMatchObject({ status: 400, body: { code: 160004 } });
});
