import { assert, array, constantFrom, integer, oneof, property, record } from "fast-check";
import { expect, it } from "vitest";
import { officer, rights } from "../../testing/call.ts";
import { CRAFTER, REQUESTER, aRequest } from "../../testing/requests.ts";
import type { Actor } from "./policy.ts";
import type { CraftingRequest, RequestAction } from "./request.ts";
import { transition } from "./transition.ts";

const enchanter = rights({ professions: ["enchanting"] });
const actors: Actor[] = [
  { userId: REQUESTER, rights: rights(), locale: "en-US" },
  { userId: CRAFTER, rights: enchanter, locale: "en-US" },
  { userId: "other", rights: enchanter, locale: "de" },
  { userId: "officer", rights: officer, locale: "fr" },
];
const fixed: RequestAction[] = [
  { kind: "claim" },
  { kind: "assign", crafterId: CRAFTER },
  { kind: "assign", crafterId: "other" },
  { kind: "start" },
  { kind: "complete", count: "all" },
  { kind: "release" },
  { kind: "cancel", reason: "" },
  { kind: "deny", reason: "no" },
  { kind: "reopen", reason: "" },
  { kind: "receive" },
  { kind: "edit", quantity: 7, note: "", neededBy: null, materials: [{ name: "Large Brilliant Shard", needed: 28, provided: 28 }], materialsSource: "all" },
];
const steps = array(
  record({
    actor: constantFrom(...actors),
    action: oneof(constantFrom(...fixed), integer({ min: -2, max: 12 }).map((count): RequestAction => ({ kind: "complete", count }))),
  }),
  { minLength: 20, maxLength: 60 },
);

const ENDS: ReadonlySet<string> = new Set(["completed", "cancelled", "denied"]);
const TAKEN: ReadonlySet<string> = new Set(["claimed", "in_progress", "completed"]);

/** What holds after each action: each line is a sentence that must be true. */
const promises = (before: CraftingRequest, action: RequestAction, next: CraftingRequest) => ({
  "crafted is between 0 and the quantity": 0 <= next.completed && next.completed <= next.quantity,
  "completed is when nothing is left": (next.completed === next.quantity) === (next.state === "completed"),
  "the version grows by one": next.version === before.version + 1,
  "has a crafter when claimed, in progress or completed": (next.crafterId !== null) === TAKEN.has(next.state),
  "has a language only with a crafter": next.crafterLocale === null || next.crafterId !== null,
  "has a reason when denied": (next.reason !== "") === (next.state === "denied"),
  "an end is only left by reopening": !ENDS.has(before.state) || action.kind === "reopen" || action.kind === "receive",
  "only what is completed is delivered": next.deliveredAt === null || next.state === "completed",
});

it("keeps what holds for every request through any sequence of actions", () => {
  const seen = new Set<string>();
  assert(
    property(integer({ min: 1, max: 10 }), steps, (quantity, sequence) => {
      let request = aRequest({ quantity });
      for (const [turn, { actor, action }] of sequence.entries()) {
        const outcome = transition(request, action, actor, request.createdAt + turn);
        if (!outcome.ok) continue;
        const broken = Object.entries(promises(request, action, outcome.value)).filter(([, holds]) => !holds);
        expect(broken).toEqual([]);
        seen.add(`${action.kind} from ${request.state}`);
        request = outcome.value;
      }
    }),
    { numRuns: 1000 },
  );
  // All 20 edges of the life of a request were walked.
  expect(seen.size).toBe(20);
});
