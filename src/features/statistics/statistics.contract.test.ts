import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../kernel/clock.ts";
import { createIds } from "../../kernel/id.ts";
import { calls, GUILD, officer } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { REQUESTER } from "../../testing/requests.ts";
import type { RequestAction } from "../requests/request.ts";
import { NOTHING } from "./counting.ts";
import { statisticsSubscriptions } from "./subscriptions.ts";
import { statisticsMigrations } from "./tables.ts";
import { statisticsReads } from "./read-model.ts";
import { dayOf } from "./statistics-port.ts";
import { addCounts } from "./store.ts";

let as: Awaited<ReturnType<typeof calls>>;
let drafts = 0;
/** The day of the desk's clock. */
const TODAY = dayOf(1_800_000_000_000);

describe.each(ENGINES)("the statistics on %s", (engine) => {
  let desk: RequestDesk;
  beforeAll(async () => {
    as = await calls();
    const [migrations, subscriptions] = [statisticsMigrations, statisticsSubscriptions({ newId: createIds(systemClock) })];
    desk = await openRequestDesk(engine, { migrations: [migrations], subscriptions });
  });
  afterAll(() => desk.drop());

  const play = async (guildId: string, profession: string, ...actions: RequestAction[]) => {
    const submitted = await desk.actions.submit(as(REQUESTER, { guildId }), aSubmission({ draftId: `draft ${++drafts}`, profession }));
    if (!submitted.ok) throw new Error(submitted.error);
    for (const action of actions) {
      const userId = action.kind === "cancel" ? REQUESTER : "officer";
      const outcome = await desk.actions.act(as(userId, { guildId, rights: officer }), submitted.value.request.id, action);
      if (!outcome.ok) throw new Error(outcome.error.kind);
    }
  };
  const sums = (guildId: string, from = TODAY, to = TODAY) => statisticsReads(desk.store.read).sumByProfession(guildId, from, to);

  it("counts what is done by profession, in its guild", async () => {
    await play(GUILD, "enchanting", { kind: "claim" }, { kind: "start" }, { kind: "complete", count: 2 }, { kind: "release" }, { kind: "assign", crafterId: "x" }, { kind: "complete", count: "all" }, { kind: "reopen", reason: "" });
    await play(GUILD, "enchanting", { kind: "cancel", reason: "" });
    await play(GUILD, "tailoring", { kind: "deny", reason: "no" });
    expect(await sums(GUILD)).toEqual(
      new Map([
        ["enchanting", { submitted: 2, claimed: 2, released: 1, completed: 1, items: 5, cancelled: 1, denied: 0 }],
        ["tailoring", { ...NOTHING, submitted: 1, denied: 1 }],
      ]),
    );
    expect(await sums("another guild")).toEqual(new Map());
  });

  it("counts every one of many at the same moment", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => play("busy", n % 2 ? "alchemy" : "tailoring", { kind: "claim" })));
    expect(await sums("busy")).toEqual(
      new Map([
        ["alchemy", { ...NOTHING, submitted: 20, claimed: 20 }],
        ["tailoring", { ...NOTHING, submitted: 20, claimed: 20 }],
      ]),
    );
  });

  it("sums over days, both ends included", async () => {
    await desk.store.inTransaction(async (db) => {
      for (const day of ["2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"]) await addCounts(db, "days", day, "alchemy", { ...NOTHING, items: 3, submitted: 1 });
    });
    expect((await sums("days", "2026-12-01", "2026-12-31")).get("alchemy")).toEqual({ ...NOTHING, items: 6, submitted: 2 });
    expect(await sums("days", "2026-12-02", "2026-12-30")).toEqual(new Map());
  });

  it("counts what each person asked for and crafted, and ranks them; what is taken back is taken off", async () => {
    const guildId = "people";
    await play(guildId, "enchanting", { kind: "assign", crafterId: "ada" }, { kind: "complete", count: "all" });
    await play(guildId, "tailoring", { kind: "assign", crafterId: "ben" }, { kind: "complete", count: 2 });
    const reads = statisticsReads(desk.store.read);
    expect(await reads.sumOf(guildId, REQUESTER, TODAY, TODAY)).toEqual({ submitted: 2, completed: 0, items: 0 });
    expect(await reads.sumOf(guildId, "nobody", TODAY, TODAY)).toEqual({ submitted: 0, completed: 0, items: 0 });
    expect(await reads.rankCrafters(guildId, TODAY, TODAY, 10)).toEqual([
      { userId: "ada", submitted: 0, completed: 1, items: 5 },
      { userId: "ben", submitted: 0, completed: 0, items: 2 },
    ]);
    expect(await reads.rankCrafters(guildId, TODAY, TODAY, 1)).toHaveLength(1);
    expect(await reads.listDays(guildId, TODAY, TODAY)).toEqual([{ day: TODAY, submitted: 2, completed: 1 }]);
    expect(await reads.listDaysOf(guildId, "ada", TODAY, TODAY)).toMatchObject([{ day: TODAY, completed: 1 }]);

    const [done] = (await desk.reads.listMine(guildId, REQUESTER, ["completed"], 0, 1)).items;
    if (!done) throw new Error("nothing is completed");
    expect((await desk.actions.undo(as("officer", { guildId, rights: officer }), done.id, done.version)).ok).toBe(true);
    expect(await reads.sumOf(guildId, "ada", TODAY, TODAY)).toEqual({ submitted: 0, completed: 0, items: 0 });
    expect((await reads.rankCrafters(guildId, TODAY, TODAY, 10)).map(({ userId }) => userId)).toEqual(["ben"]);
  });
});

it("cuts days in UTC", () => {
  expect([dayOf(Date.UTC(2026, 10, 24) - 1), dayOf(Date.UTC(2026, 10, 24))]).toEqual(["2026-11-23", "2026-11-24"]);
});
