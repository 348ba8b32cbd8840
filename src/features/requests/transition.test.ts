import { describe, expect, it } from "vitest";
import { CRAFTER, REQUESTER, aRequest } from "../../testing/requests.ts";
import { officer, rights } from "../../testing/call.ts";
import { ACTION_KINDS, type Actor, allowedActions } from "./policy.ts";
import type { CraftingRequest, RequestAction, RequestActionKind, RequestState } from "./request.ts";
import { transition } from "./transition.ts";

const NOW = 1_800_000_500_000;
const enchanter = rights({ professions: ["enchanting"] });
const person = (userId: string, given = rights()): Actor => ({ userId, rights: given, locale: "de" });

/** Everybody who may press; the crafter lost the role since, the requester is nothing more. */
const ACTORS = {
  requester: person(REQUESTER),
  "its crafter": person(CRAFTER, rights()),
  "other crafter": person("other", enchanter),
  tailor: person("tailor", rights({ professions: ["tailoring"] })),
  stranger: person("stranger", rights({ isMember: false })),
  officer: person("officer", officer),
} as const;
type Who = keyof typeof ACTORS;

const STATES: Record<RequestState, CraftingRequest> = {
  open: aRequest({ completed: 2 }),
  claimed: aRequest({ state: "claimed", crafterId: CRAFTER, crafterLocale: "en-US", completed: 2 }),
  in_progress: aRequest({ state: "in_progress", crafterId: CRAFTER, crafterLocale: "en-US", completed: 2 }),
  completed: aRequest({ state: "completed", crafterId: CRAFTER, crafterLocale: "en-US", completed: 5 }),
  cancelled: aRequest({ state: "cancelled", reason: "changed my mind", completed: 2 }),
  denied: aRequest({ state: "denied", reason: "no materials", completed: 2 }),
};

const SAMPLE: Record<RequestActionKind, RequestAction> = {
  claim: { kind: "claim" },
  assign: { kind: "assign", crafterId: "assignee" },
  start: { kind: "start" },
  complete: { kind: "complete", count: "all" },
  release: { kind: "release" },
  cancel: { kind: "cancel", reason: "" },
  deny: { kind: "deny", reason: "no materials" },
  reopen: { kind: "reopen", reason: "" },
};

const EVERYONE: readonly Who[] = ["requester", "its crafter", "other crafter", "tailor", "stranger", "officer"];
const ALL: readonly RequestState[] = ["open", "claimed", "in_progress", "completed", "cancelled", "denied"];

/** The table of the life of a request, the other way round: who may, from where, to where. Nothing else is allowed. */
const LIFE: Record<RequestActionKind, { by: readonly Who[]; to: Partial<Record<RequestState, RequestState>> }> = {
  claim: { by: ["other crafter", "officer"], to: { open: "claimed" } },
  assign: { by: ["officer"], to: { open: "claimed", claimed: "claimed", in_progress: "claimed" } },
  start: { by: ["its crafter", "officer"], to: { claimed: "in_progress" } },
  complete: { by: ["its crafter", "officer"], to: { claimed: "completed", in_progress: "completed" } },
  release: { by: ["its crafter", "officer"], to: { claimed: "open", in_progress: "open" } },
  cancel: { by: ["requester"], to: { open: "cancelled", claimed: "cancelled", in_progress: "cancelled" } },
  deny: { by: ["officer"], to: { open: "denied", claimed: "denied", in_progress: "denied" } },
  reopen: { by: ["officer"], to: { completed: "open", cancelled: "open", denied: "open" } },
};

const EVERY = ACTION_KINDS.flatMap((action) => ALL.flatMap((state) => EVERYONE.map((who) => ({ action, state, who }))));

describe("who may do what, in each state", () => {
  it("has no holes", () => {
    expect(EVERY).toHaveLength(8 * 6 * 6);
    expect(ACTION_KINDS.toSorted()).toEqual(Object.keys(SAMPLE).toSorted());
  });

  it.each(EVERY)("$action of $state by $who", ({ action, state, who }) => {
    const { by, to } = LIFE[action];
    const expected = by.includes(who) ? to[state] : undefined;
    const before = STATES[state];
    const outcome = transition(before, SAMPLE[action], ACTORS[who], NOW);
    const { state: after, version, changedAt } = outcome.ok ? outcome.value : { ...before, state: undefined };
    expect({ after, version, changedAt }).toEqual(
      expected ? { after: expected, version: 2, changedAt: NOW } : { after: undefined, version: 1, changedAt: before.changedAt },
    );
    expect(allowedActions(before, ACTORS[who]).includes(action)).toBe(outcome.ok);
  });
});

const after = (request: CraftingRequest, action: RequestAction, who: Who = "officer"): CraftingRequest => {
  const outcome = transition(request, action, ACTORS[who], NOW);
  if (!outcome.ok) throw new Error(`refused: ${outcome.error.kind}`);
  return outcome.value;
};
const refused = (request: CraftingRequest, action: RequestAction, who: Who = "officer") => {
  const outcome = transition(request, action, ACTORS[who], NOW);
  return outcome.ok ? outcome.value : outcome.error;
};

describe("what a transition changes", () => {
  it("keeps who claimed it and their language", () => {
    expect(after(STATES.open, SAMPLE.claim, "other crafter")).toMatchObject({ crafterId: "other", crafterLocale: "de", completed: 2 });
  });

  it("knows an assignee's language only when officers assign themselves", () => {
    expect(after(STATES.claimed, SAMPLE.assign)).toMatchObject({ crafterId: "assignee", crafterLocale: null });
    expect(after(STATES.open, { kind: "assign", crafterId: "officer" })).toMatchObject({ crafterId: "officer", crafterLocale: "de" });
  });

  it("completes in parts and whole, also without starting, and keeps the crafter", () => {
    expect(after(STATES.claimed, { kind: "complete", count: 1 }, "its crafter")).toMatchObject({ state: "in_progress", completed: 3, crafterId: CRAFTER });
    expect(after(STATES.in_progress, { kind: "complete", count: 3 }, "its crafter")).toMatchObject({ state: "completed", completed: 5, crafterId: CRAFTER });
    expect(after(STATES.claimed, { kind: "complete", count: "all" })).toMatchObject({ state: "completed", completed: 5, crafterId: CRAFTER });
  });

  it("keeps what is crafted through a release, and forgets the crafter", () => {
    expect(after(STATES.in_progress, SAMPLE.release)).toMatchObject({ state: "open", completed: 2, crafterId: null, crafterLocale: null });
  });

  it("keeps the reason of an end, trimmed, and forgets the crafter", () => {
    expect(after(STATES.claimed, { kind: "deny", reason: "  no shards " })).toMatchObject({ reason: "no shards", crafterId: null, crafterLocale: null });
    expect(after(STATES.in_progress, { kind: "cancel", reason: "" }, "requester")).toMatchObject({ reason: "", crafterId: null });
  });

  it("reopens with counts that make sense again", () => {
    expect(after(STATES.completed, SAMPLE.reopen)).toMatchObject({ completed: 0, crafterId: null, crafterLocale: null });
    expect(after(STATES.denied, SAMPLE.reopen)).toMatchObject({ completed: 2, reason: "" });
    expect(after({ ...STATES.cancelled, completed: 5 }, SAMPLE.reopen)).toMatchObject({ completed: 0 });
  });
});

describe("refusals in words", () => {
  it("says who claimed it first", () => {
    expect(refused(STATES.claimed, SAMPLE.claim, "other crafter")).toEqual({ kind: "already-claimed", by: CRAFTER });
    expect(refused(STATES.in_progress, { kind: "assign", crafterId: CRAFTER })).toEqual({ kind: "already-claimed", by: CRAFTER });
    expect(refused(STATES.completed, SAMPLE.claim, "other crafter")).toEqual({ kind: "wrong-state", state: "completed" });
  });

  it("says whose it is", () => {
    expect(refused(STATES.claimed, SAMPLE.complete, "other crafter")).toEqual({ kind: "not-your-claim", by: CRAFTER });
    expect(refused(STATES.open, SAMPLE.start, "other crafter")).toEqual({ kind: "wrong-state", state: "open" });
    expect(refused(STATES.open, SAMPLE.cancel, "officer")).toEqual({ kind: "not-your-request" });
    expect(refused(STATES.open, SAMPLE.claim, "tailor")).toEqual({ kind: "not-a-crafter", profession: "enchanting" });
    expect(refused(STATES.open, SAMPLE.deny, "its crafter")).toEqual({ kind: "not-an-officer" });
  });

  it.each([0, -1, 4, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("says what is left when %d are completed of 3", (count) => {
    expect(refused(STATES.in_progress, { kind: "complete", count })).toEqual({ kind: "bad-count", left: 3 });
  });

  it.each(["", "  \n "])("wants a reason for a denial", (reason) => {
    expect(refused(STATES.open, { kind: "deny", reason })).toEqual({ kind: "reason-missing" });
  });
});
