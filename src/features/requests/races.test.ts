import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { REQUESTER } from "../../testing/requests.ts";
import { requestReads } from "./read-model.ts";
import type { CraftingRequest, RequestAction } from "./request.ts";

let as: Awaited<ReturnType<typeof calls>>;
beforeAll(async () => {
  const make = await calls();
  as = (userId, given) => make(userId, { guildId, ...given });
});
/** A guild of its own for each test. */
let guildId = "";
let guilds = 0;
const PEOPLE = Array.from({ length: 30 }, (_, n) => `crafter ${n}`);

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let first: Promise<T> | undefined;
  return () => (first ??= work());
}

describe.each(ENGINES)("many at one moment on %s", (engine) => {
  let desk: RequestDesk;
  beforeAll(async () => {
    desk = await openRequestDesk(engine);
  });
  beforeEach(() => {
    guildId = `guild ${++guilds}`;
  });
  afterAll(() => desk.drop());

  const submit = async (given = {}): Promise<CraftingRequest> => {
    const outcome = await desk.actions.submit(as(REQUESTER), aSubmission(given));
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value.request;
  };
  const all = (id: string, action: (n: number) => RequestAction, version?: number) =>
    Promise.all(PEOPLE.map((userId, n) => desk.actions.act(as(userId, { rights: officer }), id, action(n), version)));

  it.each([undefined, 1])("lets one of 30 claim, and tells the others who (from version %s)", async (version) => {
    const { id } = await submit();
    const outcomes = await all(id, () => ({ kind: "claim" }), version);
    const winners = PEOPLE.filter((_, n) => outcomes[n]?.ok);
    expect(winners).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok)).toEqual(Array.from({ length: 29 }, () => ({ ok: false, error: { kind: "already-claimed", by: winners[0] } })));
    expect(await desk.reads.get(guildId, id)).toMatchObject({ crafterId: winners[0], state: "claimed", version: 2 });
  });

  it("counts each of 30 partial completions that it accepts, and no other", async () => {
    const { id } = await submit({ quantity: 20 });
    await desk.actions.act(as("crafter 0", { rights: rights({ professions: ["enchanting"] }) }), id, { kind: "claim" });
    const outcomes = await all(id, () => ({ kind: "complete", count: 1 }));
    const accepted = outcomes.filter((one) => one.ok).length;
    const request = await desk.reads.get(guildId, id);
    expect([request?.completed, request?.version]).toEqual([accepted, 2 + accepted]);
    expect(accepted).toBe(20);
    expect(outcomes.flatMap((one) => (one.ok ? [] : [one.error]))).toEqual(Array.from({ length: 10 }, () => ({ kind: "wrong-state", state: "completed" })));
  });

  it("makes one request of a draft that comes in 10 times", async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => desk.actions.submit(as(REQUESTER), aSubmission())));
    const made = outcomes.flatMap((one) => (one.ok ? [one.value] : []));
    expect([made.length, made.filter(({ isNew }) => isNew).length]).toEqual([10, 1]);
    expect(new Set(made.map(({ request }) => request.id)).size).toBe(1);
    expect((await submit({ draftId: "next" })).number).toBe(2);
  });

  it("lists a claim once that is released while the list is read", async () => {
    const { id } = await submit();
    const crafter = as("crafter 0", { rights: officer });
    await desk.actions.act(crafter, id, { kind: "claim" });
    /** Once the own claims are read. */
    const released = once(() => desk.actions.act(crafter, id, { kind: "release" }));
    const reads = requestReads(desk.store.read.withPlugin({ transformQuery: ({ node }) => node, transformResult: async ({ result }) => (await released(), result) }));
    const page = await reads.listQueue(guildId, "crafter 0", null, 0, 10);
    expect([page.items.map((one) => one.id), (await desk.reads.get(guildId, id))?.state]).toEqual([[id], "open"]);
  });

  it("lets either a cancellation or a completion end a request, never both", async () => {
    const { id } = await submit();
    await desk.actions.act(as("crafter 0", { rights: officer }), id, { kind: "claim" });
    const [cancelled, completed] = await Promise.all([
      desk.actions.act(as(REQUESTER), id, { kind: "cancel", reason: "" }),
      desk.actions.act(as("crafter 0", { rights: officer }), id, { kind: "complete", count: "all" }),
    ]);
    const request = await desk.reads.get(guildId, id);
    expect([cancelled.ok, completed.ok].filter(Boolean)).toHaveLength(1);
    expect(request).toMatchObject({ version: 3, state: cancelled.ok ? "cancelled" : "completed" });
  });
});
