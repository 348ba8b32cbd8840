import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calls, officer } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { type DomainEvent, subscribe } from "../contract.ts";
import type { RequestChanged } from "./events.ts";
import { readReason } from "./reason.ts";
import type { CraftingRequest, RequestAction } from "./request.ts";

let as: Awaited<ReturnType<typeof calls>>;
beforeAll(async () => {
  const make = await calls();
  as = (userId, given) => make(userId, { guildId, ...given });
});
/** A guild of its own for each test. */
let guildId = "";
let guilds = 0;
const deleted = () => ({ type: "character.deleted", guildId, characterId: "character-1", characterName: "Brannik", userId: REQUESTER }) as const;

describe.each(ENGINES)("what happens to requests with their character on %s", (engine) => {
  let desk: RequestDesk;
  let told: RequestChanged[];
  let breaks: boolean;
  beforeAll(async () => {
    const listen = subscribe("request.changed", (_, event) => {
      if (breaks) throw new Error("a room that breaks");
      told.push(event);
      return Promise.resolve();
    });
    desk = await openRequestDesk(engine, { subscriptions: [listen] });
  });
  beforeEach(() => {
    told = [];
    breaks = false;
    guildId = `guild ${++guilds}`;
  });
  afterAll(() => desk.drop());

  const submit = async (draftId: string, profession = "enchanting"): Promise<CraftingRequest> => {
    const outcome = await desk.actions.submit(as(REQUESTER), aSubmission({ draftId, profession }));
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value.request;
  };
  const act = (action: RequestAction, { id }: CraftingRequest) => desk.actions.act(as(CRAFTER, { rights: officer }), id, action);
  const raise = (event: DomainEvent) => desk.inTransaction((tx) => tx.raise(event));
  const state = async ({ id }: CraftingRequest) => (await desk.reads.get(guildId, id))?.state;

  it("cancels the active ones of a deleted character, with the reason, and tells who crafted", async () => {
    const [tailored, claimed, done] = [await submit("a", "tailoring"), await submit("b"), await submit("c")];
    await act({ kind: "claim" }, claimed);
    await act({ kind: "claim" }, done);
    await act({ kind: "complete", count: "all" }, done);
    told = [];
    await raise(deleted());
    expect([await state(tailored), await state(claimed), await state(done)]).toEqual(["cancelled", "cancelled", "completed"]);
    expect(told.map(({ request, before, action, actorId }) => [request.id, before?.crafterId, action, actorId])).toEqual([
      [claimed.id, CRAFTER, "cancel", REQUESTER],
      [tailored.id, null, "cancel", REQUESTER],
    ]);
    const request = await desk.reads.get(guildId, claimed.id);
    expect(request).toMatchObject({ version: 3, crafterId: null });
    expect(readReason(request?.reason ?? "")).toEqual({ kind: "character-deleted", characterName: "Brannik" });
  });

  it("cancels none when a room that is told of it breaks", async () => {
    const [one, other] = [await submit("a"), await submit("b", "tailoring")];
    breaks = true;
    await expect(raise(deleted())).rejects.toThrow("a room that breaks");
    expect([await state(one), await state(other)]).toEqual(["open", "open"]);
  });

  it("ends each request once when it is completed at the same moment", async () => {
    const requests = await Promise.all(Array.from({ length: 8 }, (_, n) => submit(`draft ${n}`, n % 2 ? "tailoring" : "enchanting")));
    for (const request of requests) await act({ kind: "claim" }, request);
    told = [];
    const [, ...completed] = await Promise.all([raise(deleted()), ...requests.map((request) => act({ kind: "complete", count: "all" }, request))]);
    const states = await Promise.all(requests.map(state));
    expect(states).toEqual(completed.map((outcome) => (outcome.ok ? "completed" : "cancelled")));
    expect(told.map(({ request }) => request.id).toSorted()).toEqual(requests.map(({ id }) => id).toSorted());
  });

  it("shows a character's new name, and takes it for no change by anybody", async () => {
    const request = await submit("a");
    await raise({ type: "character.renamed", guildId, characterId: "character-1", name: "Kira" });
    expect(await desk.reads.get(guildId, request.id)).toEqual({ ...request, characterName: "Kira" });
    expect(told).toHaveLength(1);
  });
});
