import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { calls, GUILD, officer, rights } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { subscribe } from "../contract.ts";
import { type CraftingRequest, type RequestAction, THE_DESK } from "./request.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = 1_800_000_000_000;
const enchanter = rights({ professions: ["enchanting"] });

describe.each(ENGINES)("what happens to requests by itself on %s", (engine) => {
  let desk: RequestDesk;
  let as: Awaited<ReturnType<typeof calls>>;
  /** As `action by whom`, or the notice's name. */
  let told: string[];
  beforeAll(async () => {
    as = await calls();
  });
  beforeEach(async () => {
    told = [];
    const hear = (line: string): Promise<void> => Promise.resolve(void told.push(line));
    desk = await openRequestDesk(engine, {
      subscriptions: [
        subscribe("request.changed", (_, { action, actorId }) => hear(`${action} by ${actorId}`)),
        subscribe("request.lease-ending", (_, { request }) => hear(`lease ending for ${request.crafterId ?? "nobody"}`)),
        subscribe("request.needed-soon", (_, { request }) => hear(`needed soon: ${request.state}`)),
        subscribe("request.somebody-here", (_, { userId, areBoth }) => hear(`${userId} is here${areBoth ? ", both are" : ""}`)),
      ],
    });
  });
  afterEach(() => desk.drop());

  const call = (userId: string, hours = 48) => as(userId, { rights: userId === "officer" ? officer : enchanter, settings: { ...unsetSettings(GUILD), claimLeaseHours: hours } });
  const submit = async (neededBy: number | null = null): Promise<CraftingRequest> => {
    const outcome = await desk.actions.submit(call(REQUESTER), aSubmission({ neededBy }));
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value.request;
  };
  const act = async (userId: string, { id }: CraftingRequest, action: RequestAction, hours?: number): Promise<CraftingRequest> => {
    const outcome = await desk.actions.act(call(userId, hours), id, action);
    if (!outcome.ok) throw new Error(outcome.error.kind);
    return outcome.value;
  };
  const stored = ({ id }: CraftingRequest) => desk.reads.get(GUILD, id);
  const since = (): readonly string[] => told.splice(0);

  it("asks the crafter a while before a claim ends, and takes it back in the end", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    since();
    await desk.wait(35 * HOUR_MS);
    expect(since()).toEqual([]);
    await desk.wait(HOUR_MS + 60_000);
    expect(since()).toEqual([`lease ending for ${CRAFTER}`]);
    await desk.wait(12 * HOUR_MS);
    expect(since()).toEqual([`expire by ${THE_DESK}`]);
    expect(await stored(request)).toMatchObject({ state: "open", crafterId: null, leaseUntil: null });
    await desk.wait(30 * DAY_MS);
    expect(since()).toEqual([]);
  });

  it.each<[string, RequestAction]>([
    ["a renewal", { kind: "renew" }],
    ["a start", { kind: "start" }],
    ["a part", { kind: "complete", count: 1 }],
  ])("lets a claim last on after %s", async (_, action) => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await desk.wait(40 * HOUR_MS);
    await act(CRAFTER, request, action);
    since();
    await desk.wait(30 * HOUR_MS);
    expect([(await stored(request))?.crafterId, since()]).toEqual([CRAFTER, []]);
    await desk.wait(7 * HOUR_MS);
    expect(since()).toEqual([`lease ending for ${CRAFTER}`]);
  });

  it("keeps what was made when a claim ends", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await act(CRAFTER, request, { kind: "complete", count: 2 });
    await desk.wait(49 * HOUR_MS);
    expect(await stored(request)).toMatchObject({ state: "open", completed: 2 });
  });

  it.each<[string, RequestAction, string]>([
    ["released", { kind: "release" }, CRAFTER],
    ["completed", { kind: "complete", count: "all" }, CRAFTER],
    ["denied", { kind: "deny", reason: "no" }, "officer"],
  ])("asks nothing of what is %s", async (_, action, who) => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await act(who, request, action);
    since();
    await desk.wait(3 * DAY_MS);
    expect(since()).toEqual([]);
  });

  it("ends no claim where claims last for ever", async () => {
    const request = await submit();
    expect((await act(CRAFTER, request, { kind: "claim" }, 0)).leaseUntil).toBeNull();
    await desk.wait(90 * DAY_MS);
    expect((await stored(request))?.state).toBe("claimed");
  });

  it("gives a claim that was taken back by undo its former end", async () => {
    const request = await submit();
    const claimed = await act(CRAFTER, request, { kind: "claim" });
    const released = await act(CRAFTER, request, { kind: "release" });
    await desk.actions.undo(call(CRAFTER), request.id, released.version);
    expect((await stored(request))?.leaseUntil).toBe(claimed.leaseUntil);
    await desk.wait(49 * HOUR_MS);
    expect(since().at(-1)).toBe(`expire by ${THE_DESK}`);
  });

  it("takes a handover for done after a week, unless it was confirmed", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await act(CRAFTER, request, { kind: "complete", count: "all" });
    since();
    await desk.wait(6 * DAY_MS);
    expect([(await stored(request))?.deliveredAt, since()]).toEqual([null, []]);
    await desk.wait(DAY_MS);
    expect(since()).toEqual([`receive by ${THE_DESK}`]);
    expect((await stored(request))?.deliveredAt).toBeGreaterThan(START + 7 * DAY_MS);
  });

  it("takes for done neither what was confirmed nor what was opened again", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await act(CRAFTER, request, { kind: "complete", count: "all" });
    await act(REQUESTER, request, { kind: "receive" });
    await act("officer", request, { kind: "reopen", reason: "" });
    since();
    await desk.wait(9 * DAY_MS);
    expect([(await stored(request))?.deliveredAt, since()]).toEqual([null, []]);
  });

  it("calls a date to mind a day before, whoever has it", async () => {
    const request = await submit(START + 5 * DAY_MS);
    since();
    await desk.wait(4 * DAY_MS - HOUR_MS);
    expect(since()).toEqual([]);
    await desk.wait(HOUR_MS);
    expect(since()).toEqual(["needed soon: open"]);
    await desk.wait(9 * DAY_MS);
    expect([since(), (await stored(request))?.state]).toEqual([[], "open"]);
  });

  it("calls no date to mind that was changed, is nearer than a day, or no longer matters", async () => {
    const request = await submit(START + 5 * DAY_MS);
    const { quantity, note, materials, materialsSource } = request;
    await act(REQUESTER, request, { kind: "edit", quantity, note, materials, materialsSource, neededBy: START + 9 * DAY_MS });
    since();
    await desk.wait(5 * DAY_MS);
    expect(since()).toEqual([]);
    await act(REQUESTER, request, { kind: "cancel", reason: "" });
    since();
    await desk.wait(9 * DAY_MS);
    expect(since()).toEqual([]);
  });

  it("brings the two together who hand over", async () => {
    const request = await submit();
    const here = async (userId: string) => {
      const outcome = await desk.actions.sayHere(call(userId), request.id);
      return outcome.ok ? outcome.value.areBoth : outcome.error.kind;
    };
    expect(await here(REQUESTER)).toBe("nothing-to-hand-over");
    await act(CRAFTER, request, { kind: "claim" });
    await act(CRAFTER, request, { kind: "complete", count: "all" });
    since();
    expect([await here("stranger"), await here(REQUESTER), await here(CRAFTER)]).toEqual(["not-in-it", false, true]);
    expect(since()).toEqual([`${REQUESTER} is here`, `${CRAFTER} is here, both are`]);
    // Who was there an hour ago may have left.
    await desk.wait(HOUR_MS);
    expect(await here(REQUESTER)).toBe(false);
    await act(REQUESTER, request, { kind: "receive" });
    expect(await here(CRAFTER)).toBe("nothing-to-hand-over");
  });
});
