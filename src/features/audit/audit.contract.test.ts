import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD, officer } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import type { RequestAction } from "../requests/request.ts";
import { auditReads } from "./read-model.ts";
import { addAuditEvent } from "./store.ts";

let as: Awaited<ReturnType<typeof calls>>;
let drafts = 0;

describe.each(ENGINES)("the audit trail on %s", (engine) => {
  let desk: RequestDesk;
  let requestId: string;
  beforeAll(async () => {
    as = await calls();
    desk = await openRequestDesk(engine);
  });
  beforeEach(async () => {
    const outcome = await desk.actions.submit(as(REQUESTER), aSubmission({ draftId: `draft ${++drafts}` }));
    requestId = outcome.ok ? outcome.value.request.id : outcome.error;
  });
  afterAll(() => desk.drop());

  const act = (action: RequestAction) => desk.actions.act(as("officer", { rights: officer }), requestId, action);
  const trail = () => auditReads(desk.store.read).listForRequest(GUILD, requestId);

  it("tells who did what, in order, with counts, reasons and crafters", async () => {
    await act({ kind: "assign", crafterId: CRAFTER });
    await act({ kind: "complete", count: 2 });
    await act({ kind: "release" });
    await act({ kind: "deny", reason: "no 'shards' 🔥" });
    await act({ kind: "reopen", reason: "" });
    const entries = await trail();
    expect(entries.map(({ actorId, action, from, to, count, reason, crafterId }) => [actorId, action, from, to, count, reason, crafterId])).toEqual([
      [REQUESTER, "submit", null, "open", 0, "", null],
      ["officer", "assign", "open", "claimed", 0, "", CRAFTER],
      ["officer", "complete", "claimed", "in_progress", 2, "", CRAFTER],
      ["officer", "release", "in_progress", "open", 0, "", CRAFTER],
      ["officer", "deny", "open", "denied", 0, "no 'shards' 🔥", null],
      ["officer", "reopen", "denied", "open", 0, "", null],
    ]);
    expect(entries.every((entry) => entry.requestId === requestId && entry.at > 1_800_000_000_000)).toBe(true);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(6);
  });

  it("writes nothing down for what is refused", async () => {
    await act({ kind: "reopen", reason: "" });
    await act({ kind: "complete", count: 99 });
    expect((await trail()).map(({ action }) => action)).toEqual(["submit"]);
  });

  it("is one request's, in one guild", async () => {
    const reads = auditReads(desk.store.read);
    expect([await reads.listForRequest("another guild", requestId), await reads.listForRequest(GUILD, "unknown")]).toEqual([[], []]);
  });

  it("takes one event for each version of a request, so that none is told twice", async () => {
    const [submitted] = await trail();
    if (!submitted) throw new Error("no event");
    const again = desk.store.inTransaction((db) => addAuditEvent(db, GUILD, { ...submitted, id: "another" }));
    await expect(again).rejects.toThrow(/unique/i);
    expect(await trail()).toEqual([submitted]);
  });
});
