import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calls } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { REQUESTER } from "../../testing/requests.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";

const as = await calls();
/** A guild of its own for each test. */
let guildId = "";
let guilds = 0;
const limited = (openRequestsPerPerson: number, submissionsPerMinute: number) =>
  as(REQUESTER, { guildId, settings: { ...unsetSettings(guildId), openRequestsPerPerson, submissionsPerMinute } });
const drafts = (...ids: readonly string[]) => ids.map((draftId) => aSubmission({ draftId, basketId: "basket" }));

describe.each(ENGINES)("what one person may ask for on %s", (engine) => {
  let desk: RequestDesk;
  beforeAll(async () => {
    desk = await openRequestDesk(engine);
  });
  beforeEach(() => {
    guildId = `guild ${++guilds}`;
  });
  afterAll(() => desk.drop());
  const numbers = async () => (await desk.reads.listMine(guildId, REQUESTER, null, 0, 50)).items.map(({ number }) => number).toSorted((a, b) => a - b);

  it("makes all of a basket with numbers in a row, once however often it is sent", async () => {
    const call = limited(10, 10);
    const [first, second] = [await desk.actions.submitMany(call, drafts("a", "b", "c")), await desk.actions.submitMany(call, drafts("a", "b", "c"))];
    expect(first.ok && first.value.map(({ isNew, request }) => [isNew, request.number, request.basketId])).toEqual([[true, 1, "basket"], [true, 2, "basket"], [true, 3, "basket"]]);
    expect(second.ok && second.value.map(({ isNew, request }) => [isNew, request.number])).toEqual([[false, 1], [false, 2], [false, 3]]);
    expect(await numbers()).toEqual([1, 2, 3]);
    await desk.actions.submit(call, aSubmission({ draftId: "alone" }));
    expect(await desk.reads.spansOfBaskets(guildId, ["basket", "none"])).toEqual(new Map([["basket", { first: 1, last: 3 }]]));
  });

  it("makes none of a basket of which one is refused", async () => {
    const [good, bad] = drafts("a", "b");
    if (!good || !bad) throw new Error("no drafts");
    expect(await desk.actions.submitMany(limited(10, 10), [good, { ...bad, quantity: 0 }])).toEqual({ ok: false, error: "bad-quantity" });
    expect(await numbers()).toEqual([]);
  });

  it("refuses more open requests than the guild allows, and lets the next one in when one ends", async () => {
    const call = limited(2, 100);
    const made = await desk.actions.submitMany(call, drafts("a", "b"));
    expect(await desk.actions.submit(call, aSubmission({ draftId: "c" }))).toEqual({ ok: false, error: "too-many-open" });
    // What was sent before is answered as before.
    expect(await desk.actions.submit(call, aSubmission({ draftId: "a" }))).toMatchObject({ ok: true, value: { isNew: false } });
    await desk.actions.act(call, (made.ok && made.value[0]?.request.id) || "none", { kind: "cancel", reason: "" });
    expect(await desk.actions.submit(call, aSubmission({ draftId: "c" }))).toMatchObject({ ok: true, value: { isNew: true, request: { number: 3 } } });
  });

  it("refuses more within a minute than the guild allows, whatever became of them", async () => {
    const call = limited(100, 2);
    expect(await desk.actions.submitMany(call, drafts("a", "b", "c"))).toEqual({ ok: false, error: "too-many-lately" });
    expect(await numbers()).toEqual([]);
    await desk.actions.submitMany(call, drafts("a", "b"));
    expect(await desk.actions.submit(call, aSubmission({ draftId: "c" }))).toEqual({ ok: false, error: "too-many-lately" });
    await desk.wait(60_000);
    expect(await desk.actions.submit(call, aSubmission({ draftId: "c" }))).toMatchObject({ ok: true });
  });

  it("lets no more through when they come in at one moment", async () => {
    const outcomes = await Promise.all(["a", "b", "c", "d", "e", "f"].map((draftId) => desk.actions.submit(limited(3, 100), aSubmission({ draftId }))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await numbers()).toEqual([1, 2, 3]);
  });
});
