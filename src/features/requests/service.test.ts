import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { subscribe } from "../contract.ts";
import type { RequestChanged } from "./events.ts";
import type { CraftingRequest, RequestAction } from "./request.ts";

let as: Awaited<ReturnType<typeof calls>>;
beforeAll(async () => {
  const make = await calls();
  as = (userId, given) => make(userId, { guildId, ...given });
});
/** A guild of its own for each test. */
let guildId = "";
let guilds = 0;
const requester = () => as(REQUESTER, { locale: "de" });

describe.each(ENGINES)("people and requests on %s", (engine) => {
  let desk: RequestDesk;
  let told: RequestChanged[];
  beforeAll(async () => {
    const listen = subscribe("request.changed", (_, event) => {
      told.push(event);
      return Promise.resolve();
    });
    desk = await openRequestDesk(engine, { subscriptions: [listen] });
  });
  beforeEach(() => {
    told = [];
    guildId = `guild ${++guilds}`;
  });
  afterAll(() => desk.drop());

  const enchanter = rights({ professions: ["enchanting"] });
  const submit = async (given = {}): Promise<CraftingRequest> => {
    const outcome = await desk.actions.submit(requester(), aSubmission(given));
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value.request;
  };
  const act = (userId: string, action: RequestAction, { id }: CraftingRequest, version?: number) =>
    desk.actions.act(as(userId, { rights: userId === "officer" ? officer : enchanter }), id, action, version);
  const total = async () => (await desk.reads.listMine(guildId, REQUESTER, null, 0, 1)).total;

  it("submits an open request, and tells the rooms", async () => {
    const outcome = await desk.actions.submit(requester(), aSubmission({ note: "for the raid" }));
    const [request] = told.map((event) => event.request);
    expect(outcome).toEqual({ ok: true, value: { isNew: true, request } });
    expect(request).toMatchObject({ number: 1, version: 1, state: "open", completed: 0, requesterId: REQUESTER, requesterLocale: "de", note: "for the raid" });
    expect(await desk.reads.get(guildId, request?.id ?? "")).toEqual(request);
    expect(told).toEqual([{ type: "request.changed", guildId, request, before: null, action: "submit", actorId: REQUESTER, completedNow: 0, reason: "" }]);
  });

  it("answers a second submission of a draft with the first's request, whatever it says", async () => {
    const first = await submit();
    const second = await desk.actions.submit(requester(), aSubmission({ quantity: 0, characterId: "deleted since" }));
    expect(second).toEqual({ ok: true, value: { request: first, isNew: false } });
    expect(told).toHaveLength(1);
    expect(await total()).toBe(1);
  });

  it("tells the rooms of several by profession, the order in which everybody takes what rooms share", async () => {
    const drafts = ["tailoring", "alchemy", "enchanting"].map((profession) => aSubmission({ draftId: profession, profession }));
    const made = await desk.actions.submitMany(requester(), drafts);
    expect(made.ok && made.value.map(({ request }) => [request.number, request.profession])).toEqual([[1, "tailoring"], [2, "alchemy"], [3, "enchanting"]]);
    expect(told.map(({ request }) => request.profession)).toEqual(["alchemy", "enchanting", "tailoring"]);
  });

  it("gives nobody another person's request for its draft", async () => {
    await submit();
    await expect(desk.actions.submit(as("stranger"), aSubmission())).rejects.toThrow(/belongs to another person/);
  });

  it("shows the character's name as it is now", async () => {
    expect(await submit({ characterName: "as it was when the modal opened" })).toMatchObject({ characterName: "Brannik" });
  });

  it.each([
    ["bad-quantity", { quantity: 1000 }],
    ["not-core", { materialsSource: "some" }],
    ["character-gone", { characterId: "nobody's" }],
  ] as const)("refuses %s, stores nothing and uses no number", async (refusal, wrong) => {
    expect(await desk.actions.submit(requester(), aSubmission(wrong))).toEqual({ ok: false, error: refusal });
    expect([told.length, await total()]).toEqual([0, 0]);
    expect((await submit({ draftId: "next" })).number).toBe(1);
  });

  it("refuses somebody else's character", async () => {
    expect(await desk.actions.submit(as("stranger"), aSubmission())).toEqual({ ok: false, error: "character-gone" });
  });

  it("carries a request from its claim to its end, telling each step", async () => {
    const request = await submit();
    await act(CRAFTER, { kind: "claim" }, request);
    await act(CRAFTER, { kind: "complete", count: 2 }, request);
    const done = await act(CRAFTER, { kind: "complete", count: "all" }, request);
    expect(done).toMatchObject({ ok: true, value: { state: "completed", completed: 5, version: 4, crafterId: CRAFTER, crafterLocale: "en-US" } });
    expect(told.map(({ action, before, request, actorId, completedNow }) => [action, before?.state, request.state, actorId, completedNow])).toEqual([
      ["submit", undefined, "open", REQUESTER, 0],
      ["claim", "open", "claimed", CRAFTER, 0],
      ["complete", "claimed", "in_progress", CRAFTER, 2],
      ["complete", "in_progress", "completed", CRAFTER, 3],
    ]);
    expect(await desk.reads.get(guildId, request.id)).toEqual(told.at(-1)?.request);
  });

  it("refuses without changing anything", async () => {
    const request = await submit();
    expect(await act(CRAFTER, { kind: "deny", reason: "no" }, request)).toEqual({ ok: false, error: { kind: "not-an-officer" } });
    expect(await act(CRAFTER, { kind: "claim" }, { ...request, id: "unknown" })).toEqual({ ok: false, error: { kind: "not-found" } });
    const abroad = as(CRAFTER, { rights: officer, guildId: "another guild" });
    expect(await desk.actions.act(abroad, request.id, { kind: "claim" })).toEqual({ ok: false, error: { kind: "not-found" } });
    expect(await desk.reads.get(guildId, request.id)).toEqual(request);
    expect(told).toHaveLength(1);
  });

  it("tells an outdated button what is in its way, else that something changed", async () => {
    const request = await submit();
    await act(CRAFTER, { kind: "claim" }, request, 1);
    expect(await act("other", { kind: "claim" }, request, 1)).toEqual({ ok: false, error: { kind: "already-claimed", by: CRAFTER } });
    expect(await act(CRAFTER, { kind: "release" }, request, 1)).toEqual({ ok: false, error: { kind: "changed-meanwhile" } });
    expect(await act(CRAFTER, { kind: "release" }, request, 2)).toMatchObject({ ok: true });
  });

  it("assigns only who is qualified, and asks only when an officer may assign", async () => {
    const request = await submit();
    desk.unqualified.add("tailor");
    const toTailor = { kind: "assign", crafterId: "tailor" } as const;
    expect(await act(CRAFTER, toTailor, request)).toEqual({ ok: false, error: { kind: "not-an-officer" } });
    expect(await act("officer", toTailor, request)).toEqual({ ok: false, error: { kind: "crafter-not-qualified", userId: "tailor" } });
    expect(await act("officer", { kind: "assign", crafterId: CRAFTER }, request)).toMatchObject({ ok: true, value: { state: "claimed", crafterId: CRAFTER } });
    expect(await act("officer", toTailor, { ...request, id: "unknown" })).toEqual({ ok: false, error: { kind: "not-found" } });
  });
});
