import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { calls, GUILD, officer, rights } from "../../testing/call.ts";
import { type MaterialsDesk, openMaterialsDesk } from "../../testing/materials-desk.ts";
import { aSubmission, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import type { AuditEntry } from "../audit/audit-port.ts";
import { auditReads } from "../audit/read-model.ts";
import { materialsFor } from "./edit.ts";
import { materialStands } from "./material-stand.ts";
import { AT_BIRTH, CHANGING, changesBetween, valuesAfter } from "./request-changes.ts";
import type { CraftingRequest, MaterialsSource, RequestAction } from "./request.ts";

/** A day is more than half of a claim. */
const WAITS_MS = [1_000, 70_000, 26 * 3_600_000, 8 * 24 * 3_600_000];
const enchanter = rights({ professions: ["enchanting"] });
const PEOPLE = { [REQUESTER]: rights({ isCore: true }), [CRAFTER]: enchanter, other: enchanter, officer, stranger: rights({ isMember: false }) } as const;

type Step =
  | { readonly kind: "act"; readonly action: RequestAction }
  | { readonly kind: "edit"; readonly quantity: number; readonly source: MaterialsSource; readonly brings: number }
  | { readonly kind: "pledge"; readonly amount: number }
  | { readonly kind: "undo" }
  | { readonly kind: "here" }
  | { readonly kind: "wait"; readonly ms: number };

const action = oneof(
  constantFrom<RequestAction>(
    { kind: "claim" },
    { kind: "assign", crafterId: "other" },
    { kind: "start" },
    { kind: "complete", count: "all" },
    { kind: "complete", count: "all" },
    { kind: "receive" },
    { kind: "release" },
    { kind: "renew" },
    { kind: "receive" },
    { kind: "cancel", reason: "" },
    { kind: "deny", reason: "no" },
    { kind: "reopen", reason: "" },
  ),
  integer({ min: -1, max: 6 }).map((count): RequestAction => ({ kind: "complete", count })),
);
const step = oneof(
  { weight: 8, arbitrary: action.map((one): Step => ({ kind: "act", action: one })) },
  { weight: 2, arbitrary: record({ quantity: integer({ min: -1, max: 12 }), source: constantFrom<MaterialsSource>("all", "some", "guild"), brings: integer({ min: -3, max: 60 }) }).map((edit): Step => ({ kind: "edit", ...edit })) },
  { weight: 2, arbitrary: integer({ min: 0, max: 40 }).map((amount): Step => ({ kind: "pledge", amount })) },
  { weight: 3, arbitrary: constantFrom<Step>({ kind: "undo" }, { kind: "undo" }, { kind: "here" }) },
  { weight: 1, arbitrary: constantFrom(...WAITS_MS).map((ms): Step => ({ kind: "wait", ms })) },
);
const life = array(record({ who: constantFrom(...Object.keys(PEOPLE)), step }), { minLength: 12, maxLength: 24, size: "max" });

const does = (who: string, one: RequestAction): { readonly who: string; readonly step: Step } => ({ who, step: { kind: "act", action: one } });
const aDay = { who: "officer", step: { kind: "wait", ms: WAITS_MS[2] ?? 0 } } as const;
/** Walked each time, so that all that can happen does, whatever chance brings. */
const EVERYTHING = [
  { who: REQUESTER, step: { kind: "edit", quantity: 6, source: "all", brings: 0 } },
  does(CRAFTER, { kind: "claim" }),
  does(CRAFTER, { kind: "start" }),
  does(CRAFTER, { kind: "release" }),
  does("officer", { kind: "assign", crafterId: "other" }),
  does("other", { kind: "renew" }),
  { who: "other", step: { kind: "undo" } },
  aDay,
  aDay,
  does(CRAFTER, { kind: "claim" }),
  does(CRAFTER, { kind: "complete", count: "all" }),
  does(REQUESTER, { kind: "receive" }),
  does("officer", { kind: "reopen", reason: "" }),
  does("officer", { kind: "deny", reason: "no" }),
  does("officer", { kind: "reopen", reason: "" }),
  does(REQUESTER, { kind: "cancel", reason: "" }),
] as const satisfies readonly { readonly who: string; readonly step: Step }[];

/** Each a sentence that must be true of a stored request and its trail, whatever people did. */
function promises(request: CraftingRequest, trail: readonly AuditEntry[]): Readonly<Record<string, boolean>> {
  const { state, quantity, completed, crafterId, leaseUntil, deliveredAt, materials } = request;
  const isTaken = state === "claimed" || state === "in_progress";
  const replayed = trail.reduce<object>((values, event) => ({ ...values, ...valuesAfter(event.changes) }), AT_BIRTH);
  return {
    "one holder of what is claimed, none of what is open or broken off": (crafterId !== null) === (isTaken || state === "completed"),
    "completed is at most the quantity, and all of it when it is completed": 0 <= completed && completed <= quantity && (completed === quantity) === (state === "completed"),
    "only a claim has a lease": leaseUntil === null || isTaken,
    "only what is completed is handed over": deliveredAt === null || state === "completed",
    "materials are never negative, nor more than needed": materials.every(({ needed, provided }) => 0 <= provided && provided <= needed && needed > 0),
    "nobody brings or pledges less than nothing, nor more than is needed": materialStands(request).every(({ needed, brought, pledged, missing }) => Math.min(brought, pledged, missing) >= 0 && brought + pledged <= needed),
    "every version has its event": trail.map(({ version }) => version).join() === Array.from({ length: request.version }, (_, index) => index + 1).join(),
    "each event begins where the one before it ended": trail.every(({ from }, index) => from === (trail[index - 1]?.to ?? null)),
    "the last event explains the state": trail.at(-1)?.to === state,
    "replaying the events gives the row": Object.keys(changesBetween(request, { ...request, ...replayed })).length === 0 && CHANGING.every((field) => field in replayed),
  };
}

let made: MaterialsDesk;
let desk: RequestDesk;
let as: Awaited<ReturnType<typeof calls>>;
beforeAll(async () => {
  as = await calls();
  made = await openMaterialsDesk("sqlite");
  desk = made.desk;
});
afterAll(() => made.drop());

let drafts = 0;
const seen = new Set<string>();

async function submit(): Promise<CraftingRequest> {
  const outcome = await desk.actions.submit(as(REQUESTER), aSubmission({ draftId: `draft ${++drafts}` }));
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value.request;
}

async function take(one: Step, call: ReturnType<typeof as>, request: CraftingRequest): Promise<void> {
  switch (one.kind) {
    case "act":
      return void (await desk.actions.act(call, request.id, one.action));
    case "edit": {
      // What a forged form might ask for as well as what ours does.
      const materials = materialsFor(request, Math.max(1, one.quantity), () => null).map((line) => ({ ...line, provided: one.source === "all" ? line.needed : one.source === "guild" ? 0 : one.brings }));
      return void (await desk.actions.act(call, request.id, { kind: "edit", quantity: one.quantity, note: "", neededBy: null, materials, materialsSource: one.source }));
    }
    case "pledge":
      return void (await made.materials.pledge(call, request.id, new Map([["Large Brilliant Shard", one.amount]])));
    case "undo":
      return void (await desk.actions.undo(call, request.id, request.version));
    case "here":
      return void (await desk.actions.sayHere(call, request.id));
    case "wait":
      return desk.wait(one.ms);
  }
}

it("keeps what holds for every stored request through whatever anybody does", async () => {
  await assert(
    asyncProperty(life, async (steps) => {
      let request = await submit();
      for (const { who, step: one } of steps) {
        const call = as(who, { rights: PEOPLE[who as keyof typeof PEOPLE] });
        await take(one, call, request);
        const next = await desk.reads.get(GUILD, request.id);
        if (!next) throw new Error("a request is never lost");
        const trail = await auditReads(desk.store.read).listForRequest(GUILD, request.id);
        const broken = Object.entries(promises(next, trail)).filter(([, holds]) => !holds);
        expect(broken.map(([promise]) => promise)).toEqual([]);
        if (next.version > request.version) seen.add(trail.at(-1)?.action ?? "");
        request = next;
      }
    }),
    { numRuns: 400, examples: [[[...EVERYTHING]]] },
  );
  // All that can happen has happened.
  expect([...seen].toSorted()).toEqual(["assign", "cancel", "claim", "complete", "deny", "edit", "expire", "receive", "release", "renew", "reopen", "start", "undo"]);
}, 120_000);
