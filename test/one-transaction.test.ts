import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Migrations } from "../src/database/migrator.ts";
import type { Db } from "../src/database/schema.ts";
import { auditReads } from "../src/features/audit/read-model.ts";
import { subscribe } from "../src/features/contract.ts";
import { statisticsSubscriptions } from "../src/features/statistics/subscriptions.ts";
import { statisticsMigrations } from "../src/features/statistics/tables.ts";
import { statisticsReads } from "../src/features/statistics/read-model.ts";
import { systemClock } from "../src/kernel/clock.ts";
import { createIds } from "../src/kernel/id.ts";
import { calls, officer } from "../src/testing/call.ts";
import { ENGINES } from "../src/testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../src/testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../src/testing/requests.ts";

/** A room that writes a row for each change, last of all, and breaks when it is told to. */
const messages: Migrations = {
  "2026-01-01-messages": { up: (db: Kysely<unknown>) => db.schema.createTable("messages").addColumn("guild_id", "text").addColumn("action", "text").execute() },
};
const addMessage = (db: Db, guildId: string, action: string) => sql`insert into messages (guild_id, action) values (${guildId}, ${action})`.execute(db);

let as: Awaited<ReturnType<typeof calls>>;
let guildId = "";
let guilds = 0;
const each = (word: string) => Array.from({ length: 20 }, () => word);

describe.each(ENGINES)("a request, its audit event, its count and its message on %s", (engine) => {
  let desk: RequestDesk;
  let breaks: boolean;
  beforeAll(async () => {
    as = await calls();
    const rooms = [{ migrations: statisticsMigrations, subscriptions: statisticsSubscriptions({ newId: createIds(systemClock) }) }];
    const last = subscribe("request.changed", async (tx, { guildId, action }) => {
      await addMessage(tx.db, guildId, action);
      if (breaks) throw new Error("the last room breaks");
    });
    desk = await openRequestDesk(engine, {
      migrations: [...rooms.map(({ migrations }) => migrations), messages],
      subscriptions: [...rooms.flatMap(({ subscriptions }) => subscriptions), last],
    });
  });
  beforeEach(() => {
    breaks = false;
    guildId = `guild ${++guilds}`;
  });
  afterAll(() => desk.drop());

  const submit = (draftId = "draft-1") => desk.actions.submit(as(REQUESTER, { guildId }), aSubmission({ draftId }));
  const claim = (id: string) => desk.actions.act(as(CRAFTER, { guildId, rights: officer }), id, { kind: "claim" });
  /** What each room has committed in this guild. */
  const committed = async () => {
    const { items } = await desk.reads.listMine(guildId, REQUESTER, null, 0, 50);
    const trails = await Promise.all(items.map(({ id }) => auditReads(desk.store.read).listForRequest(guildId, id)));
    const counts = (await statisticsReads(desk.store.read).sumByProfession(guildId, "2000-01-01", "2100-01-01")).get("enchanting");
    const { rows } = await sql<{ action: string }>`select action from messages where guild_id = ${guildId} order by action`.execute(desk.store.read);
    return {
      requests: items.map(({ state, version }) => `${state} ${version}`),
      audit: trails.flat().map(({ action }) => action).toSorted(),
      counted: [counts?.submitted ?? 0, counts?.claimed ?? 0],
      messages: rows.map(({ action }) => action),
    };
  };

  it("are there together", async () => {
    const outcome = await submit();
    await claim(outcome.ok ? outcome.value.request.id : "");
    expect(await committed()).toEqual({ requests: ["claimed 2"], audit: ["claim", "submit"], counted: [1, 1], messages: ["claim", "submit"] });
  });

  it("are none of them there when the last room breaks", async () => {
    breaks = true;
    await expect(submit()).rejects.toThrow("the last room breaks");
    expect(await committed()).toEqual({ requests: [], audit: [], counted: [0, 0], messages: [] });
    breaks = false;
    expect(await submit()).toMatchObject({ ok: true, value: { isNew: true, request: { number: 1 } } });
  });

  it("stay as they were when an action breaks", async () => {
    const outcome = await submit();
    const before = await committed();
    breaks = true;
    await expect(claim(outcome.ok ? outcome.value.request.id : "")).rejects.toThrow("the last room breaks");
    expect(await committed()).toEqual(before);
  });

  it("agree after many at one moment, of which some lose and some come twice", async () => {
    const submitted = await Promise.all(Array.from({ length: 30 }, (_, n) => submit(`draft ${n % 20}`)));
    const ids = [...new Set(submitted.flatMap((one) => (one.ok ? [one.value.request.id] : [])))];
    expect(ids).toHaveLength(20);
    const claims = await Promise.all([...ids, ...ids].map(claim));
    expect(claims.filter((one) => one.ok)).toHaveLength(20);
    expect(await committed()).toEqual({ requests: each("claimed 2"), audit: [...each("claim"), ...each("submit")], counted: [20, 20], messages: [...each("claim"), ...each("submit")] });
  });
});
