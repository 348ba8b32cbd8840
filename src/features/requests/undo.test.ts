import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createIds } from "../../kernel/id.ts";
import { calls, GUILD, officer, rights } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { auditReads } from "../audit/read-model.ts";
import { statisticsSubscriptions } from "../statistics/subscriptions.ts";
import { statisticsMigrations } from "../statistics/tables.ts";
import { statisticsReads } from "../statistics/read-model.ts";
import { type CraftingRequest, type RequestAction, THE_DESK } from "./request.ts";

const OFFICER = "officer";
const enchanter = rights({ professions: ["enchanting"] });
/** All that an action may change, so that "as before" means all of it. */
const lifeOf = (request: CraftingRequest) => ({ ...request, version: 0, changedAt: 0 });

describe.each(ENGINES)("taking back one's own last action on %s", (engine) => {
  let desk: RequestDesk;
  let as: Awaited<ReturnType<typeof calls>>;
  let id: string;
  let drafts = 0;
  beforeAll(async () => {
    as = await calls();
    desk = await openRequestDesk(engine, { migrations: [statisticsMigrations], subscriptions: statisticsSubscriptions({ newId: createIds({ now: () => 1_800_000_000_000 }) }) });
  });
  beforeEach(async () => {
    const submitted = await desk.actions.submit(call(REQUESTER), aSubmission({ draftId: `draft ${++drafts}`, note: "at the bank", neededBy: 1_900_000_000_000 }));
    if (!submitted.ok) throw new Error(submitted.error);
    id = submitted.value.request.id;
  });
  afterAll(() => desk.drop());

  const call = (userId: string) => as(userId, { rights: userId === OFFICER ? officer : enchanter });
  const stored = async (): Promise<CraftingRequest> => {
    const request = await desk.reads.get(GUILD, id);
    if (!request) throw new Error("it is gone");
    return request;
  };
  const act = async (userId: string, action: RequestAction): Promise<void> => {
    const outcome = await desk.actions.act(call(userId), id, action);
    if (!outcome.ok) throw new Error(outcome.error.kind);
  };
  const undo = async (userId: string, version?: number) => {
    const outcome = await desk.actions.undo(call(userId), id, version ?? (await stored()).version);
    return outcome.ok ? outcome.value : outcome.error;
  };
  const counted = async () => (await statisticsReads(desk.store.read).sumByProfession(GUILD, "2000-01-01", "2100-01-01")).get("enchanting");

  it.each<[string, readonly (readonly [string, RequestAction])[]]>([
    ["a claim", [[CRAFTER, { kind: "claim" }]]],
    ["an assignment", [[OFFICER, { kind: "assign", crafterId: CRAFTER }]]],
    ["a reassignment", [[CRAFTER, { kind: "claim" }], [OFFICER, { kind: "assign", crafterId: "other" }]]],
    ["a start", [[CRAFTER, { kind: "claim" }], [CRAFTER, { kind: "start" }]]],
    ["a part", [[CRAFTER, { kind: "claim" }], [CRAFTER, { kind: "complete", count: 2 }]]],
    ["the last part", [[CRAFTER, { kind: "claim" }], [CRAFTER, { kind: "complete", count: 2 }], [CRAFTER, { kind: "complete", count: "all" }]]],
    ["a release", [[CRAFTER, { kind: "claim" }], [CRAFTER, { kind: "complete", count: 2 }], [CRAFTER, { kind: "release" }]]],
    ["a cancellation", [[CRAFTER, { kind: "claim" }], [REQUESTER, { kind: "cancel", reason: "no gold" }]]],
    ["a denial", [[CRAFTER, { kind: "claim" }], [OFFICER, { kind: "deny", reason: "no shards" }]]],
    ["a reopening", [[CRAFTER, { kind: "claim" }], [CRAFTER, { kind: "complete", count: "all" }], [REQUESTER, { kind: "receive" }], [OFFICER, { kind: "reopen", reason: "" }]]],
    ["an edit", [[REQUESTER, { kind: "edit", quantity: 9, note: "now at the inn", neededBy: null, materials: [{ name: "Large Brilliant Shard", needed: 36, provided: 36 }], materialsSource: "all" }]]],
    ["a renewal", [[CRAFTER, { kind: "claim" }], [CRAFTER, { kind: "renew" }]]],
    ["a handover", [[CRAFTER, { kind: "claim" }], [CRAFTER, { kind: "complete", count: "all" }], [REQUESTER, { kind: "receive" }]]],
  ])("of %s leaves all as it was before, and is counted and written down", async (_, steps) => {
    const [last, ...earlier] = steps.toReversed();
    if (!last) throw new Error("nothing to undo");
    for (const [who, action] of earlier.toReversed()) await act(who, action);
    const [before, countedBefore] = [await stored(), await counted()];
    await act(...last);
    expect(lifeOf(await stored())).not.toEqual(lifeOf(before));

    const restored = await undo(last[0]);
    expect(restored).toEqual(await stored());
    expect(lifeOf(await stored())).toEqual(lifeOf(before));
    expect((await stored()).version).toBe(before.version + 2);
    expect(await counted()).toEqual(countedBefore);
    expect((await auditReads(desk.store.read).listForRequest(GUILD, id)).at(-1)).toMatchObject({ action: "undo", actorId: last[0], version: before.version + 2 });
  });

  it("of a submission cancels it, for its number is taken", async () => {
    const countedBefore = await counted();
    expect(await undo(REQUESTER)).toMatchObject({ state: "cancelled", reason: "", version: 2 });
    expect((await counted())?.submitted).toBe((countedBefore?.submitted ?? 0) - 1);
    expect((await counted())?.cancelled).toBe(countedBefore?.cancelled);
  });

  it("is refused once somebody else has acted, and to who did not do it", async () => {
    await act(CRAFTER, { kind: "claim" });
    const before = await stored();
    expect(await undo(REQUESTER)).toEqual({ kind: "acted-since", by: CRAFTER });
    await act(OFFICER, { kind: "release" });
    expect(await undo(CRAFTER, before.version)).toEqual({ kind: "acted-since", by: OFFICER });
    expect(await stored()).toMatchObject({ state: "open", version: before.version + 1 });
  });

  it("is refused twice, and of what was not the last", async () => {
    await act(CRAFTER, { kind: "claim" });
    const { version } = await stored();
    await act(CRAFTER, { kind: "start" });
    expect(await undo(CRAFTER, version)).toEqual({ kind: "acted-since", by: CRAFTER });
    await undo(CRAFTER);
    expect(await undo(CRAFTER)).toEqual({ kind: "already-undone" });
    expect((await stored()).state).toBe("claimed");
  });

  it("is possible for a minute", async () => {
    await act(CRAFTER, { kind: "claim" });
    await desk.wait(55_000);
    const inTime = await undo(CRAFTER);
    expect(inTime).toMatchObject({ state: "open" });
    await act(CRAFTER, { kind: "claim" });
    await desk.wait(60_000);
    expect(await undo(CRAFTER)).toEqual({ kind: "too-late-to-undo" });
    expect((await stored()).state).toBe("claimed");
  });

  it("is refused once its time ran out by itself", async () => {
    await act(CRAFTER, { kind: "claim" });
    const { version } = await stored();
    await desk.wait(49 * 3_600_000);
    expect(await undo(CRAFTER, version)).toEqual({ kind: "acted-since", by: THE_DESK });
  });

  it("happens once when it is pressed many times", async () => {
    await act(CRAFTER, { kind: "claim" });
    const { version } = await stored();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => desk.actions.undo(call(CRAFTER), id, version)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stored()).toMatchObject({ state: "open", version: version + 1 });
  });

  it("is of one guild's requests", async () => {
    expect(await desk.actions.undo(as(REQUESTER, { guildId: "another guild" }), id, 1)).toEqual({ ok: false, error: { kind: "not-found" } });
  });
});
