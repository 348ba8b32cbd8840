import { describe, expect, it } from "vitest";
import { aRequest, CRAFTER, REQUESTER } from "../../testing/requests.ts";
import type { RequestChanged } from "../requests/events.ts";
import { characterDeletedReason } from "../requests/reason.ts";
import { type CraftingRequest, THE_DESK } from "../requests/request.ts";
import { newsOf } from "./news.ts";
import { newsOfLeaseEnding, newsOfNeededSoon, newsOfSomebodyHere } from "./notices.ts";

const OFFICER = "100000000000000003";
const OTHER = "100000000000000004";

const open = aRequest();
const claimed = aRequest({ state: "claimed", crafterId: CRAFTER, crafterLocale: "fr", version: 2 });
const own = aRequest({ state: "claimed", crafterId: REQUESTER, crafterLocale: "de", version: 2 });
const ended = (state: "cancelled" | "denied", reason = ""): CraftingRequest => aRequest({ state, reason, version: 3 });

type Told = Pick<RequestChanged, "action" | "before" | "request" | "actorId"> & { readonly completedNow?: number };
const tell = (told: Told) => newsOf({ guildId: open.guildId, completedNow: 0, reason: told.request.reason, ...told });

const brief = (all: ReturnType<typeof newsOf>) => all.map(({ to, kind, locale }) => `${to} ${kind} ${locale}`);

describe("who is told what", () => {
  it.each<[string, Told, readonly string[]]>([
    ["a submission", { action: "submit", before: null, request: open, actorId: REQUESTER }, []],
    ["a claim", { action: "claim", before: open, request: claimed, actorId: CRAFTER }, [`${REQUESTER} claimed`]],
    ["a claim of one's own request", { action: "claim", before: open, request: own, actorId: REQUESTER }, []],
    ["a start", { action: "start", before: claimed, request: claimed, actorId: CRAFTER }, []],
    ["a part", { action: "complete", before: claimed, request: { ...claimed, state: "in_progress" }, actorId: CRAFTER, completedNow: 2 }, [`${REQUESTER} progress`]],
    ["the last part", { action: "complete", before: claimed, request: { ...claimed, state: "completed" }, actorId: CRAFTER, completedNow: 5 }, [`${REQUESTER} completed`]],
    ["a release", { action: "release", before: claimed, request: open, actorId: CRAFTER }, [`${REQUESTER} released`]],
    ["a release by an officer", { action: "release", before: claimed, request: open, actorId: OFFICER }, [`${REQUESTER} released`, `${CRAFTER} released-for-you`]],
    ["an assignment", { action: "assign", before: open, request: claimed, actorId: OFFICER }, [`${REQUESTER} assigned`, `${CRAFTER} given-to-you`]],
    ["an assignment to oneself", { action: "assign", before: open, request: claimed, actorId: CRAFTER }, [`${REQUESTER} claimed`]],
    ["an assignment to its requester", { action: "assign", before: open, request: own, actorId: OFFICER }, [`${REQUESTER} given-to-you`]],
    [
      "a reassignment",
      { action: "assign", before: claimed, request: { ...claimed, crafterId: OTHER }, actorId: OFFICER },
      [`${REQUESTER} assigned`, `${CRAFTER} taken-from-you`, `${OTHER} given-to-you`],
    ],
    ["a cancellation of an open one", { action: "cancel", before: open, request: ended("cancelled"), actorId: REQUESTER }, []],
    ["a cancellation of a claimed one", { action: "cancel", before: claimed, request: ended("cancelled"), actorId: REQUESTER }, [`${CRAFTER} your-craft-cancelled`]],
    ["a cancellation by somebody else", { action: "cancel", before: claimed, request: ended("cancelled"), actorId: OFFICER }, [`${REQUESTER} cancelled`, `${CRAFTER} your-craft-cancelled`]],
    [
      "a deletion of its character",
      { action: "cancel", before: claimed, request: ended("cancelled", characterDeletedReason("Thrall")), actorId: REQUESTER },
      [`${REQUESTER} character-gone`, `${CRAFTER} your-craft-cancelled`],
    ],
    ["a denial", { action: "deny", before: claimed, request: ended("denied", "no"), actorId: OFFICER }, [`${REQUESTER} denied`, `${CRAFTER} your-craft-denied`]],
    ["a denial by its crafter", { action: "deny", before: claimed, request: ended("denied", "no"), actorId: CRAFTER }, [`${REQUESTER} denied`]],
    ["a denial of one's own craft for oneself", { action: "deny", before: own, request: ended("denied", "no"), actorId: OFFICER }, [`${REQUESTER} denied`]],
    ["a reopening", { action: "reopen", before: ended("denied"), request: open, actorId: OFFICER }, [`${REQUESTER} reopened`]],
    ["a reopening of what was finished", { action: "reopen", before: { ...claimed, state: "completed", completed: 5 }, request: open, actorId: OFFICER }, [`${REQUESTER} reopened`, `${CRAFTER} your-craft-reopened`]],
    ["a claim whose time was over", { action: "expire", before: claimed, request: open, actorId: THE_DESK }, [`${REQUESTER} released`, `${CRAFTER} expired-for-you`]],
    ["an edit", { action: "edit", before: open, request: open, actorId: REQUESTER }, []],
    ["a renewal", { action: "renew", before: claimed, request: claimed, actorId: CRAFTER }, []],
    ["a handover", { action: "receive", before: { ...claimed, state: "completed" }, request: { ...claimed, state: "completed" }, actorId: REQUESTER }, [`${CRAFTER} handed-over`]],
    ["a handover that nobody spoke of", { action: "receive", before: { ...claimed, state: "completed" }, request: { ...claimed, state: "completed" }, actorId: THE_DESK }, []],
    ["an undo", { action: "undo", before: claimed, request: open, actorId: CRAFTER }, []],
  ])("%s", (_, told, expected) => {
    expect(tell(told).map(({ to, kind }) => `${to} ${kind}`)).toEqual(expected);
  });

  it("keeps what was so at that moment, in each one's language", () => {
    const request = ended("denied", "out of shards");
    expect(tell({ action: "deny", before: { ...claimed, completed: 2 }, request: { ...request, completed: 2, requesterLocale: "de" }, actorId: OFFICER })).toEqual([
      { kind: "denied", to: REQUESTER, locale: "de", actorId: OFFICER, crafterId: CRAFTER, completedNow: 0, completed: 2, reason: "out of shards", version: 3 },
      { kind: "your-craft-denied", to: CRAFTER, locale: "fr", actorId: OFFICER, crafterId: CRAFTER, completedNow: 0, completed: 2, reason: "out of shards", version: 3 },
    ]);
  });

  it("tells of what nobody did: a claim that ends, a date that comes near, somebody who waits", () => {
    const { guildId } = open;
    expect(brief(newsOfLeaseEnding({ guildId, request: claimed }))).toEqual([`${CRAFTER} lease-ending fr`]);
    expect(brief(newsOfNeededSoon({ guildId, request: claimed }))).toEqual([`${CRAFTER} needed-soon fr`]);
    expect(brief(newsOfNeededSoon({ guildId, request: open }))).toEqual([`${REQUESTER} needed-soon-unclaimed en-US`]);
    expect(brief(newsOfSomebodyHere({ guildId, request: claimed, userId: REQUESTER, areBoth: false }))).toEqual([`${CRAFTER} somebody-here fr`]);
    expect(brief(newsOfSomebodyHere({ guildId, request: claimed, userId: CRAFTER, areBoth: true }))).toEqual([`${REQUESTER} both-here en-US`, `${CRAFTER} both-here fr`]);
  });
});
