import { beforeAll, describe, expect, it } from "vitest";
import { createTranslators } from "../../i18n/translators.ts";
import { CRAFTER, REQUESTER, aRequest } from "../../testing/requests.ts";
import { officer, rights } from "../../testing/call.ts";
import { ACTION_KINDS, type Actor, allowedActions } from "./policy.ts";
import { refusalSentence } from "./refusal-sentence.ts";
import type { CraftingRequest, RequestAction, RequestActionKind, RequestState } from "./request.ts";
import { requestsTexts, type Say } from "./texts.ts";
import { expired, receivedInTime, transition } from "./transition.ts";

const NOW = 1_800_000_500_000;
const enchanter = rights({ professions: ["enchanting"] });
const person = (userId: string, given = rights()): Actor => ({ userId, rights: given, locale: "de" });

/** Every kind of person. The former crafter has it still, but no longer the role. */
const ACTORS = {
  requester: person(REQUESTER),
  "its crafter": person(CRAFTER, enchanter),
  "former crafter": person(CRAFTER, rights()),
  "other crafter": person("other", enchanter),
  member: person("member"),
  core: person("core", rights({ isCore: true })),
  stranger: person("stranger", rights({ isMember: false })),
  officer: person("officer", officer),
} as const;
type Who = keyof typeof ACTORS;

const theirs = { crafterId: CRAFTER, crafterLocale: "en-US", leaseUntil: NOW + 1_000 } as const;
const STATES: Record<RequestState, CraftingRequest> = {
  open: aRequest({ completed: 2 }),
  claimed: aRequest({ state: "claimed", ...theirs, completed: 2 }),
  in_progress: aRequest({ state: "in_progress", ...theirs, completed: 2 }),
  completed: aRequest({ state: "completed", ...theirs, leaseUntil: null, completed: 5 }),
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
  edit: { kind: "edit", quantity: 5, note: "by Friday", neededBy: null, materials: aRequest().materials, materialsSource: "all" },
  renew: { kind: "renew" },
  receive: { kind: "receive" },
};

const ALL: readonly RequestState[] = ["open", "claimed", "in_progress", "completed", "cancelled", "denied"];
const WHO: readonly Who[] = ["requester", "its crafter", "former crafter", "other crafter", "member", "core", "stranger", "officer"];
const HOLDERS: readonly Who[] = ["its crafter", "former crafter", "officer"];
const everyoneBut = (...some: readonly Who[]): readonly Who[] => WHO.filter((who) => !some.includes(who));

/** What comes of it in each of the six states: a small letter is the state that it leads to, anything else why not. */
const LETTERS: Readonly<Record<string, string>> = {
  o: "open",
  c: "claimed",
  i: "in_progress",
  d: "completed",
  x: "cancelled",
  n: "denied",
  R: "That takes the ✨ Enchanting role. An officer can give it to you.",
  F: `<@${CRAFTER}> was first and has claimed it.`,
  C: `<@${CRAFTER}> has claimed it; only they or an officer can do that.`,
  Q: "Only the person who asked for it can do that.",
  O: "Only officers can do that.",
};

const WRONG_STATE: Record<RequestState, string> = {
  open: "That is no longer possible: the request is open.",
  claimed: "That is no longer possible: the request is claimed.",
  in_progress: "That is no longer possible: the request is in progress.",
  completed: "That is no longer possible: the request is completed.",
  cancelled: "That is no longer possible: the request is cancelled.",
  denied: "That is no longer possible: the request is denied.",
};

/** The life of a request: each action, by whom, in states open, claimed, in progress, completed, cancelled, denied. A dot: no longer possible. */
const LIFE: Record<RequestActionKind, readonly (readonly [string, readonly Who[]])[]> = {
  claim: [["cFF...", ["its crafter", "other crafter", "officer"]], ["RRRRRR", everyoneBut("its crafter", "other crafter", "officer")]],
  assign: [["ccc...", ["officer"]], ["OOOOOO", everyoneBut("officer")]],
  start: [[".i....", HOLDERS], [".CC...", everyoneBut(...HOLDERS)]],
  complete: [[".dd...", HOLDERS], [".CC...", everyoneBut(...HOLDERS)]],
  release: [[".oo...", HOLDERS], [".CC...", everyoneBut(...HOLDERS)]],
  renew: [[".ci...", HOLDERS], [".CC...", everyoneBut(...HOLDERS)]],
  cancel: [["xxx...", ["requester"]], ["QQQQQQ", everyoneBut("requester")]],
  edit: [["o.....", ["requester"]], ["QQQQQQ", everyoneBut("requester")]],
  receive: [["...d..", ["requester", "officer"]], ["QQQQQQ", ["its crafter", "former crafter", "other crafter", "member", "core", "stranger"]]],
  deny: [["nnn...", ["officer"]], ["OOOOOO", everyoneBut("officer")]],
  reopen: [["...ooo", ["officer"]], ["OOOOOO", everyoneBut("officer")]],
};

const TABLE = ACTION_KINDS.flatMap((action) =>
  LIFE[action].flatMap(([row, people]) => people.flatMap((who) => ALL.map((state, column) => ({ action, state, who, expected: row[column] ?? "" })))),
);

describe("who may do what, in each state", () => {
  let say: Say;
  beforeAll(async () => {
    say = (await createTranslators([requestsTexts]))("en-US").in(requestsTexts);
  });
  const sentenceOf = (refusal: Parameters<typeof refusalSentence>[1]) => refusalSentence({ say, professionName: () => "✨ Enchanting" }, refusal, "enchanting");

  it("has no holes", () => {
    expect(new Set(TABLE.map(({ action, state, who }) => `${action} ${state} ${who}`)).size).toBe(11 * 6 * 8);
    expect(TABLE).toHaveLength(11 * 6 * 8);
    expect(ACTION_KINDS.toSorted()).toEqual(Object.keys(SAMPLE).toSorted());
  });

  it.each(TABLE)("$action of $state by $who", ({ action, state, who, expected }) => {
    const before = STATES[state];
    const outcome = transition(before, SAMPLE[action], ACTORS[who], NOW);
    const came = outcome.ok ? outcome.value.state : sentenceOf(outcome.error);
    expect(came).toBe(expected === "." ? WRONG_STATE[state] : LETTERS[expected]);
    expect(outcome.ok ? [outcome.value.version, outcome.value.changedAt] : []).toEqual(outcome.ok ? [2, NOW] : []);
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
    // Broken off while it was claimed, and with nothing made.
    expect(after(after(STATES.claimed, SAMPLE.deny), SAMPLE.reopen)).toMatchObject({ completed: 2, crafterId: null, leaseUntil: null, reason: "" });
    expect(after({ ...STATES.denied, completed: 0 }, SAMPLE.reopen)).toMatchObject({ completed: 0 });
  });
});

describe("the lease of a claim", () => {
  const HOUR_MS = 3_600_000;
  const leased = (request: CraftingRequest, action: RequestAction, who: Who = "officer") => {
    const outcome = transition(request, action, ACTORS[who], NOW, 48 * HOUR_MS);
    return outcome.ok ? outcome.value.leaseUntil : outcome.error;
  };

  it.each<[RequestState, RequestAction]>([
    ["open", SAMPLE.claim],
    ["claimed", SAMPLE.assign],
    ["claimed", SAMPLE.start],
    ["claimed", { kind: "complete", count: 1 }],
    ["in_progress", SAMPLE.renew],
  ])("of what is %s begins anew with %o", (state, action) => expect(leased(STATES[state], action)).toBe(NOW + 48 * HOUR_MS));

  it("ends with the claim", () => {
    expect([leased(STATES.claimed, SAMPLE.release), leased(STATES.claimed, SAMPLE.complete), leased(STATES.claimed, SAMPLE.deny), leased(STATES.claimed, SAMPLE.cancel, "requester")]).toEqual([null, null, null, null]);
  });

  it("is none where claims last for ever, and then there is nothing to renew", () => {
    expect(after(STATES.claimed, SAMPLE.start).leaseUntil).toBeNull();
    expect(refused({ ...STATES.claimed, leaseUntil: null }, SAMPLE.renew)).toEqual({ kind: "no-lease" });
  });

  it("takes a claim back whose time is over, and only then", () => {
    expect(expired(STATES.in_progress, NOW)).toBeNull();
    expect(expired(STATES.in_progress, NOW + 1_000)).toMatchObject({ state: "open", crafterId: null, crafterLocale: null, leaseUntil: null, completed: 2, version: 2 });
    expect([expired({ ...STATES.claimed, leaseUntil: null }, NOW), expired(STATES.completed, NOW + 1_000), expired(STATES.open, NOW + 1_000)]).toEqual([null, null, null]);
  });
});

describe("the handover", () => {
  it("is confirmed once", () => {
    const received = after(STATES.completed, SAMPLE.receive, "requester");
    expect(received).toMatchObject({ state: "completed", deliveredAt: NOW, crafterId: CRAFTER });
    expect(refused(received, SAMPLE.receive, "requester")).toEqual({ kind: "already-received" });
    expect(receivedInTime(received, NOW)).toBeNull();
    expect(receivedInTime(STATES.completed, NOW)).toMatchObject({ deliveredAt: NOW, version: 2 });
    expect(receivedInTime(STATES.claimed, NOW)).toBeNull();
  });

  it("is to come again when it is opened again", () => {
    expect(after({ ...STATES.completed, deliveredAt: NOW }, SAMPLE.reopen)).toMatchObject({ state: "open", completed: 0, deliveredAt: null });
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
    expect(refused(STATES.open, SAMPLE.claim, "member")).toEqual({ kind: "not-a-crafter", profession: "enchanting" });
    expect(refused(STATES.open, SAMPLE.deny, "its crafter")).toEqual({ kind: "not-an-officer" });
  });

  it.each([0, -1, 4, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("says what is left when %d are completed of 3", (count) => {
    expect(refused(STATES.in_progress, { kind: "complete", count })).toEqual({ kind: "bad-count", left: 3 });
  });

  it.each(["", "  \n "])("wants a reason for a denial", (reason) => {
    expect(refused(STATES.open, { kind: "deny", reason })).toEqual({ kind: "reason-missing" });
  });
});
