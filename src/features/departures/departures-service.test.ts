import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD, officer } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { requestReads } from "../requests/read-model.ts";
import { type Departures, departuresService } from "./departures-service.ts";
import { departuresFeature } from "./feature.ts";

const HOUR_MS = 3_600_000;

describe.each(ENGINES)("people who are looked up, on %s", (engine) => {
  let desk: RequestDesk;
  let departures: Departures;
  let requestId: string;
  let discord: { left: Set<string>; isDown: boolean; isThere: boolean; asked: string[] };
  let now: number;
  beforeEach(async () => {
    desk = await openRequestDesk(engine, { migrations: [departuresFeature.migrations ?? {}], subscriptions: departuresFeature.subscriptions ?? [] });
    discord = { left: new Set(), isDown: false, isThere: true, asked: [] };
    now = 0;
    departures = departuresService({
      inTransaction: desk.inTransaction,
      directory: {
        find(_, userId) {
          discord.asked.push(userId);
          if (discord.isDown) return Promise.reject(new Error("Discord is away"));
          return Promise.resolve(discord.left.has(userId) ? null : { roleIds: [], permissions: "0" });
        },
      },
      isThere: () => discord.isThere,
      isBusy: (db, guildId, userId) => requestReads(db).isBusy(guildId, userId),
      now: () => now,
    });
    const as = await calls();
    const sent = await desk.actions.submit(as(REQUESTER), aSubmission({ draftId: "draft 1" }));
    if (!sent.ok) throw new Error(sent.error);
    requestId = sent.value.request.id;
    await desk.actions.act(as(CRAFTER, { rights: officer }), requestId, { kind: "claim" });
  });
  afterEach(() => desk.drop());

  const state = async () => (await desk.reads.get(GUILD, requestId))?.state;
  /** Time goes by, for the store and for who looks people up. */
  async function after(hours: number): Promise<void> {
    await desk.wait(hours * HOUR_MS);
    now = await desk.inTransaction((tx) => Promise.resolve(tx.now));
    await departures.checkDue();
  }

  it("are asked for once a day while they have something under way, and then no longer", async () => {
    await after(1);
    expect(discord.asked).toEqual([]);
    await after(24);
    expect(discord.asked.toSorted()).toEqual([CRAFTER, REQUESTER].toSorted());
    await desk.actions.act((await calls())(REQUESTER), requestId, { kind: "cancel", reason: "" });
    await after(25);
    discord.asked = [];
    await after(25);
    expect(discord.asked).toEqual([]);
  });

  it("lose their claims at once, and their requests a day later", async () => {
    discord.left = new Set([CRAFTER, REQUESTER]);
    await after(25);
    expect(await state()).toBe("open");
    await after(23);
    expect(await state()).toBe("open");
    await after(2);
    expect(await state()).toBe("cancelled");
  });

  it.each(["isDown", "isThere"] as const)("are not taken for gone while nobody knows: %s", async (what) => {
    discord.left = new Set([CRAFTER, REQUESTER]);
    discord[what] = what === "isDown";
    await after(25);
    await after(10);
    expect(await state()).toBe("claimed");
    discord = { ...discord, isDown: false, isThere: true };
    await after(2);
    expect(await state()).toBe("open");
  });
});
