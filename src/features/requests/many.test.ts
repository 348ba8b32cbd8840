import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, rights } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { subscribe } from "../contract.ts";
import type { RequestChanged } from "./events.ts";
import type { CraftingRequest } from "./request.ts";

const RIVAL = "100000000000000003";
const call = await calls();
const enchanter = rights({ professions: ["enchanting"] });
const [requester, crafter, rival] = [call(REQUESTER), call(CRAFTER, { rights: enchanter }), call(RIVAL, { rights: enchanter })];

const steps = (requests: readonly CraftingRequest[]) => requests.map(({ id, version }) => ({ requestId: id, version }));
const claims = (requests: readonly CraftingRequest[]) => steps(requests).map((step) => ({ ...step, action: { kind: "claim" } as const }));

describe.each(ENGINES)("many at once on %s", (engine) => {
  let desk: RequestDesk;
  let made: CraftingRequest[];
  let told: RequestChanged[];

  async function open(count: number): Promise<void> {
    made = [];
    for (let index = 0; index < count; index += 1) {
      const submitted = await desk.actions.submit(requester, aSubmission({ draftId: `draft-${index}`, quantity: 1 }));
      if (!submitted.ok) throw new Error(submitted.error);
      made.push(submitted.value.request);
    }
    told.length = 0;
  }
  const stored = () => Promise.all(made.map(({ id }) => desk.reads.get(requester.guildId, id)));

  beforeEach(async () => {
    told = [];
    desk = await openRequestDesk(engine, { subscriptions: [subscribe("request.changed", (_, event) => Promise.resolve(void told.push(event)))] });
  });
  afterEach(() => desk.drop());

  it("claims a hundred in one go, told as one, and takes all of it back", async () => {
    await open(100);
    const claimed = await desk.actions.actMany(crafter, claims(made));
    expect(claimed.every((result) => result.ok && result.value.crafterId === CRAFTER)).toBe(true);
    expect(told).toHaveLength(100);
    expect(new Set(told.map(({ together }) => together)).size).toBe(1);
    const undone = await desk.actions.undoMany(crafter, steps(claimed.flatMap((result) => (result.ok ? [result.value] : []))));
    expect(undone.every((result) => result.ok && result.value.state === "open")).toBe(true);
    expect((await stored()).map((request) => request?.crafterId)).toEqual(Array.from({ length: 100 }, () => null));
  });

  it("keeps nothing from being done for one that is refused, and says of each what came of it", async () => {
    await open(4);
    await desk.actions.act(rival, made[1]?.id ?? "", { kind: "claim" });
    const results = await desk.actions.actMany(crafter, [...claims(made), { requestId: "gone", version: 1, action: { kind: "claim" } }]);
    expect(results.map((result) => (result.ok ? result.value.number : result.error.kind))).toEqual([1, "already-claimed", 3, 4, "not-found"]);
    expect((await stored()).map((request) => request?.crafterId)).toEqual([CRAFTER, RIVAL, CRAFTER, CRAFTER]);
  });

  it("lets two people who take the same ones in another order have each exactly once", async () => {
    await open(40);
    const [first, second] = await Promise.all([desk.actions.actMany(crafter, claims(made)), desk.actions.actMany(rival, claims(made.toReversed()))]);
    const won = [...first, ...second].filter(({ ok }) => ok).length;
    expect(won).toBe(40);
    for (const request of await stored()) expect(request).toMatchObject({ state: "claimed", version: 2 });
  });
});
