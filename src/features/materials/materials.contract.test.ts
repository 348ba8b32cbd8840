import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { type MaterialsDesk, openMaterialsDesk } from "../../testing/materials-desk.ts";
import { aSubmission } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { subscribe } from "../contract.ts";
import type { Submission } from "../requests/request-port.ts";
import type { CraftingRequest, MaterialLine, RequestAction } from "../requests/request.ts";
import type { PledgesChanged } from "./events.ts";

const SHARD = "Large Brilliant Shard";
const ORB = "Righteous Orb";
/** 12 shards and 10 orbs are missing. */
const MATERIALS: readonly MaterialLine[] = [
  { name: SHARD, needed: 20, provided: 8 },
  { name: ORB, needed: 10, provided: 0 },
];
const crafter = rights({ professions: ["enchanting"] });

let as: Awaited<ReturnType<typeof calls>>;
let guildId = "";
let guilds = 0;
let drafts = 0;
beforeAll(async () => {
  const make = await calls();
  as = (userId, given) => make(userId, { guildId, ...given });
});

describe.each(ENGINES)("pledges on %s", (engine) => {
  let made: MaterialsDesk;
  const told: PledgesChanged[] = [];
  beforeAll(async () => {
    made = await openMaterialsDesk(engine, { subscriptions: [subscribe("pledges.changed", (_, event) => Promise.resolve(void told.push(event)))] });
  });
  beforeEach(() => {
    guildId = `guild ${++guilds}`;
    told.length = 0;
  });
  afterAll(() => made.drop());

  async function submit(given: Partial<Submission> = {}): Promise<CraftingRequest> {
    const outcome = await made.desk.actions.submit(as(REQUESTER, { rights: rights({ isCore: true }) }), aSubmission({ materialsSource: "some", materials: MATERIALS, draftId: `draft ${++drafts}`, ...given }));
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value.request;
  }
  async function act(id: string, action: RequestAction, userId = CRAFTER, given = officer): Promise<void> {
    const outcome = await made.desk.actions.act(as(userId, { rights: given }), id, action);
    if (!outcome.ok) throw new Error(outcome.error.kind);
  }
  const pledge = (userId: string, id: string, amounts: Readonly<Record<string, number>>, given = rights()) => made.materials.pledge(as(userId, { rights: given }), id, new Map(Object.entries(amounts)));
  const held = async (id: string) => (await made.materialsReads.listPledges(guildId, id)).map(({ userId, material, amount }) => `${userId} ${material} ${amount}`);
  const pledgedOf = async (id: string) => (await made.desk.reads.get(guildId, id))?.pledged;
  const totals = async (narrowing: Partial<Parameters<typeof made.materialsReads.totals>[1]> = {}) =>
    Object.fromEntries((await made.materialsReads.totals(guildId, { professions: null, ...narrowing })).map(({ name, missing, requests }) => [name, [missing, requests]]));

  it("are anybody's, up to what is missing, and say what was cut", async () => {
    const { id } = await submit();
    expect(await pledge("tobin", id, { [SHARD]: 9, [ORB]: 2 })).toMatchObject({ ok: true, value: { cuts: [], request: { pledged: { [SHARD]: 9, [ORB]: 2 } } } });
    expect(await pledge("mara", id, { [SHARD]: 9 })).toMatchObject({ ok: true, value: { cuts: [{ material: SHARD, wanted: 9, amount: 3 }], own: [{ material: SHARD, amount: 3 }] } });
    expect(await held(id)).toEqual(expect.arrayContaining([`tobin ${SHARD} 9`, `tobin ${ORB} 2`, `mara ${SHARD} 3`]));
    expect(await pledgedOf(id)).toEqual({ [SHARD]: 12, [ORB]: 2 });
    expect(await totals()).toEqual({ [SHARD]: [0, 0], [ORB]: [8, 1] });
  });

  it("can be changed and withdrawn, and each change is written down", async () => {
    const { id } = await submit();
    await pledge("tobin", id, { [SHARD]: 5, [ORB]: 5 });
    await pledge("tobin", id, { [SHARD]: 7 });
    expect(await held(id)).toEqual([`tobin ${SHARD} 7`]);
    expect(await pledge("tobin", id, {})).toMatchObject({ ok: true, value: { own: [] } });
    expect([await held(id), await pledgedOf(id), (await totals())[SHARD]]).toEqual([[], {}, [12, 1]]);
    const events = await made.materialsReads.listEvents(guildId, id, 10);
    expect(events.map(({ material, before, after, actorId, userId }) => [material, before, after, actorId, userId])).toEqual([
      [SHARD, 7, 0, "tobin", "tobin"],
      [ORB, 5, 0, "tobin", "tobin"],
      [SHARD, 5, 7, "tobin", "tobin"],
      [ORB, 0, 5, "tobin", "tobin"],
      [SHARD, 0, 5, "tobin", "tobin"],
    ]);
    expect(told.map(({ actorId, changes }) => [actorId, changes.length])).toEqual([["tobin", 2], ["tobin", 2], ["tobin", 1]]);
  });

  it("change nothing, and tell nobody, when they are as before", async () => {
    const { id } = await submit();
    await pledge("tobin", id, { [SHARD]: 5 });
    await pledge("tobin", id, { [SHARD]: 5 });
    expect(told).toHaveLength(1);
    expect(await made.materialsReads.listEvents(guildId, id, 10)).toHaveLength(1);
  });

  it("leave the request's version, so that nobody's button is out of date by one", async () => {
    const { id, version } = await submit();
    await pledge("tobin", id, { [SHARD]: 5 });
    expect(await made.desk.actions.act(as(CRAFTER, { rights: crafter }), id, { kind: "claim" }, version)).toMatchObject({ ok: true, value: { pledged: { [SHARD]: 5 } } });
  });

  it("are refused to strangers, who may still take back what they pledged as members, and at the end", async () => {
    const { id } = await submit();
    const stranger = rights({ isMember: false });
    expect(await pledge("mara", id, { [SHARD]: 1 }, stranger)).toEqual({ ok: false, error: { kind: "not-a-member" } });
    await pledge("mara", id, { [SHARD]: 4 });
    expect(await pledge("mara", id, { [SHARD]: 5 }, stranger)).toEqual({ ok: false, error: { kind: "not-a-member" } });
    expect(await held(id)).toEqual([`mara ${SHARD} 4`]);
    expect(await pledge("mara", id, {}, stranger)).toMatchObject({ ok: true });
    expect(await pledge("mara", "nothing", { [SHARD]: 1 })).toEqual({ ok: false, error: { kind: "not-found" } });
    await act(id, { kind: "deny", reason: "no" });
    expect(await pledge("mara", id, { [SHARD]: 1 })).toEqual({ ok: false, error: { kind: "ended", state: "denied" } });
  });

  it("end with the request, and a reopened one is asked for anew", async () => {
    const { id } = await submit();
    await pledge("tobin", id, { [SHARD]: 5 });
    await act(id, { kind: "deny", reason: "no" });
    expect([await held(id), await pledgedOf(id), await totals()]).toEqual([[], {}, {}]);
    await act(id, { kind: "reopen", reason: "" });
    expect([await held(id), (await totals())[SHARD]]).toEqual([[], [12, 1]]);
    await pledge("tobin", id, { [SHARD]: 2 });
    expect(await held(id)).toEqual([`tobin ${SHARD} 2`]);
  });

  async function edit(id: string, materials: readonly MaterialLine[]): Promise<void> {
    const request = await made.desk.reads.get(guildId, id);
    if (!request) throw new Error("gone");
    const outcome = await made.desk.actions.act(as(REQUESTER, { rights: rights({ isCore: true }) }), id, { kind: "edit", quantity: request.quantity, note: "", neededBy: null, materialsSource: "some", materials });
    // Who edits is shown what is still pledged.
    expect(outcome).toMatchObject({ ok: true, value: { pledged: await pledgedOf(id) } });
  }

  it("hold again when an end is taken back, as far as they still fit", async () => {
    const { id } = await submit();
    await pledge("tobin", id, { [SHARD]: 5 });
    const outcome = await made.desk.actions.act(as(REQUESTER), id, { kind: "cancel", reason: "" });
    if (!outcome.ok) throw new Error(outcome.error.kind);
    expect([await held(id), await totals()]).toEqual([[], {}]);
    expect(await made.desk.actions.undo(as(REQUESTER), id, outcome.value.version)).toMatchObject({ ok: true, value: { pledged: { [SHARD]: 5 } } });
    expect([await held(id), await pledgedOf(id), (await totals())[SHARD]]).toEqual([[`tobin ${SHARD} 5`], { [SHARD]: 5 }, [7, 1]]);
  });

  it("are cut when less is missing, the latest first, and who lowered theirs keeps their place", async () => {
    const { id } = await submit();
    await pledge("tobin", id, { [SHARD]: 6 });
    await pledge("mara", id, { [SHARD]: 6 });
    await pledge("tobin", id, { [SHARD]: 5 });
    told.length = 0;
    await edit(id, [{ name: SHARD, needed: 20, provided: 13 }, { name: ORB, needed: 10, provided: 0 }]);
    expect(await held(id)).toEqual([`tobin ${SHARD} 5`, `mara ${SHARD} 2`]);
    expect(told).toMatchObject([{ actorId: REQUESTER, changes: [{ userId: "mara", material: SHARD, before: 6, after: 2 }] }]);
    expect([await pledgedOf(id), (await totals())[SHARD]]).toEqual([{ [SHARD]: 7 }, [0, 0]]);
    await edit(id, [{ name: SHARD, needed: 20, provided: 20 }, { name: ORB, needed: 10, provided: 10 }]);
    expect([await held(id), await pledgedOf(id), await totals()]).toEqual([[], {}, {}]);
  });

  it("of 30 at one moment fill what is missing and no more", async () => {
    const { id } = await submit();
    const outcomes = await Promise.all(Array.from({ length: 30 }, (_, n) => pledge(`person ${n}`, id, { [SHARD]: 1, [ORB]: 1 })));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await pledgedOf(id)).toEqual({ [SHARD]: 12, [ORB]: 10 });
    expect((await held(id)).length).toBe(22);
  });

  it("come to a request that is claimed in the same moment", async () => {
    const { id } = await submit();
    await Promise.all([act(id, { kind: "claim" }), pledge("tobin", id, { [SHARD]: 5 }), pledge("mara", id, { [ORB]: 5 })]);
    expect(await pledgedOf(id)).toEqual({ [SHARD]: 5, [ORB]: 5 });
    expect(await totals({ crafterId: CRAFTER })).toEqual({ [SHARD]: [7, 1], [ORB]: [5, 1] });
  });

  it("add up over requests by profession, character and crafter", async () => {
    const mine = await submit({ quantity: 5 });
    await submit({ profession: "tailoring", materials: [{ name: ORB, needed: 3, provided: 0 }] });
    const done = await submit();
    await act(mine.id, { kind: "claim" });
    await act(done.id, { kind: "claim" });
    await act(done.id, { kind: "complete", count: "all" });
    expect(await totals()).toEqual({ [SHARD]: [12, 1], [ORB]: [13, 2] });
    expect(await totals({ professions: ["tailoring"] })).toEqual({ [ORB]: [3, 1] });
    expect(await totals({ professions: [] })).toEqual({});
    expect(await totals({ crafterId: CRAFTER, professions: ["enchanting"] })).toEqual({ [SHARD]: [12, 1], [ORB]: [10, 1] });
    expect(await totals({ crafterId: "nobody" })).toEqual({});
    expect(await totals({ characterId: "character-1" })).toEqual({ [SHARD]: [12, 1], [ORB]: [13, 2] });
    await act(mine.id, { kind: "complete", count: 4 });
    expect((await totals({ crafterId: CRAFTER }))[SHARD]).toEqual([4, 1]);
    expect(await made.materialsReads.listNeedyCharacters(guildId, { professions: null }, 25)).toEqual([{ id: "character-1", name: "Brannik", missing: 9 }]);
  });

  it("show a character's new name", async () => {
    await submit();
    await made.desk.inTransaction((tx) => tx.raise({ type: "character.renamed", guildId, characterId: "character-1", name: "Brannika" }));
    expect(await made.materialsReads.listNeedyCharacters(guildId, { professions: null }, 25)).toMatchObject([{ name: "Brannika" }]);
  });
});
