import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calls } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { type NewRequestDesk, openNewRequestDesk } from "../../testing/new-request-desk.ts";
import { customIdsOf, textOf } from "../../testing/view-text.ts";
import type { Call, Reply } from "../contract.ts";
import { DRAFT_KEPT_MS } from "./drafts.ts";
import { newRequestTexts } from "./texts.ts";

const as = await calls(newRequestTexts);

const draftIdOf = (customId: string): string => customId.split(":")[1] ?? "";

describe.each(ENGINES)("drafts on %s", (engine) => {
  let desk: NewRequestDesk;
  let ada: Call;
  let guilds = 0;
  beforeAll(async () => {
    desk = await openNewRequestDesk(engine);
  });
  beforeEach(() => {
    ada = as("1001", { guildId: `guild ${++guilds}` });
  });
  afterAll(() => desk.drop());

  const drafts = () => desk.store.read.selectFrom("request_drafts").selectAll().where("guild_id", "=", ada.guildId).execute();
  const open = async (): Promise<string> => customIdsOf(await desk.driver.run(ada, "request", { item: "crusader", quantity: 1 }))[0] ?? "";
  const send = (id: string): Promise<Reply | null> => desk.driver.submit(ada, id, { "character-name": "Mira", note: "" });

  it("makes one request of a modal that comes in 10 times at one moment", async () => {
    const id = await open();
    const replies = await Promise.all(Array.from({ length: 10 }, () => send(id)));
    expect(replies.filter((reply) => textOf(reply).includes("✅ Request #1"))).toHaveLength(1);
    expect(replies.filter((reply) => textOf(reply).includes("already sent this one"))).toHaveLength(9);
    expect((await desk.reads.listMine(ada.guildId, ada.userId, null, 0, 5)).total).toBe(1);
    expect(await desk.characters.list(ada.guildId, ada.userId)).toHaveLength(1);
  });

  it("lets one of 10 presses on one state through", async () => {
    const wrong = await desk.driver.submit(ada, await open(), { "character-name": "M" });
    const more = ["more-1", "more-5"].map((move) => customIdsOf(wrong).find((id) => id.endsWith(move)) ?? "");
    const replies = await Promise.all(Array.from({ length: 10 }, (_, n) => desk.driver.press(ada, more[n % 2] ?? "")));
    expect(new Set(replies.map((reply) => textOf(reply))).size).toBe(1);
    expect(textOf(replies[0] ?? null)).toMatch(/\*\*Quantity\*\* [26]\b/);
    expect((await drafts()).map(({ version }) => version)).toEqual([3]);
  });

  it("marks what was sent, in the request's own transaction", async () => {
    const id = await open();
    await send(id);
    const [draft] = await drafts();
    const { items } = await desk.reads.listMine(ada.guildId, ada.userId, null, 0, 5);
    expect(JSON.parse(draft?.state ?? "{}")).toMatchObject({ step: "sent", requestId: items[0]?.id });
    expect(items[0]?.draftId).toBe(draft?.id);
  });

  it("forgets drafts that nobody touched for 7 days when the guild opens another one, and no others", async () => {
    const old = await open();
    desk.wait(DRAFT_KEPT_MS);
    const second = await open();
    expect(await drafts()).toHaveLength(2);
    desk.wait(1);
    const third = await open();
    expect((await drafts()).map(({ id }) => id).toSorted()).toEqual([draftIdOf(second), draftIdOf(third)]);
    expect(textOf(await send(old))).toContain("### This draft is gone");
    expect(textOf(await send(second))).toContain("✅ Request #1");
  });

  it("keeps another guild's drafts apart", async () => {
    const id = await open();
    const elsewhere = as("1001", { guildId: "elsewhere" });
    expect(textOf(await desk.driver.submit(elsewhere, id, { "character-name": "Mira" }))).toContain("This draft is gone");
    expect(await drafts()).toHaveLength(1);
  });

  it("takes a draft of a shape that it does not know for gone", async () => {
    const id = await open();
    await desk.store.inTransaction((db) => db.updateTable("request_drafts").set({ state: '{"shape":0}' }).where("guild_id", "=", ada.guildId).execute());
    expect(textOf(await send(id))).toContain("This draft is gone");
  });
});
