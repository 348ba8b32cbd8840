import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { type MaterialsDesk, openMaterialsDesk } from "../../testing/materials-desk.ts";
import { aSubmission } from "../../testing/request-desk.ts";
import { REQUESTER } from "../../testing/requests.ts";
import { materialStands } from "../requests/material-stand.ts";
import { isActive, type RequestAction } from "../requests/request.ts";
import { sumsOf } from "./pledge.ts";

const NAMES = ["Large Brilliant Shard", "Righteous Orb"] as const;
const PEOPLE = ["tobin", "mara", REQUESTER] as const;
const amount = integer({ min: 0, max: 30 });

type Step =
  | { readonly kind: "pledge"; readonly userId: string; readonly amounts: readonly [number, number] }
  | { readonly kind: "edit"; readonly quantity: number; readonly provided: number }
  | { readonly kind: "undo" }
  | { readonly kind: "act"; readonly action: RequestAction };

const ACTIONS: readonly RequestAction[] = [
  { kind: "claim" },
  { kind: "start" },
  { kind: "complete", count: 1 },
  { kind: "complete", count: "all" },
  { kind: "release" },
  { kind: "deny", reason: "no" },
  { kind: "reopen", reason: "" },
];
const steps = array(
  oneof(
    record({ kind: constantFrom("pledge" as const), userId: constantFrom(...PEOPLE), amounts: array(amount, { minLength: 2, maxLength: 2 }).map(([a = 0, b = 0]) => [a, b] as const) }),
    record({ kind: constantFrom("edit" as const), quantity: integer({ min: 1, max: 8 }), provided: amount }),
    record({ kind: constantFrom("undo" as const) }),
    constantFrom(...ACTIONS).map((action) => ({ kind: "act" as const, action })),
  ),
  { minLength: 5, maxLength: 25 },
);

let made: MaterialsDesk;
let as: Awaited<ReturnType<typeof calls>>;
beforeAll(async () => {
  made = await openMaterialsDesk("sqlite");
  as = await calls();
});
afterAll(() => made.drop());

let guilds = 0;

it("keeps what is brought, pledged and missing within what is needed, whatever people do in whatever order", { timeout: 60_000 }, async () => {
  await assert(
    asyncProperty(steps, async (list) => {
      const guildId = `guild ${++guilds}`;
      const materials = NAMES.map((name) => ({ name, needed: 20, provided: 5 }));
      const submitted = await made.desk.actions.submit(as(REQUESTER, { guildId, rights: rights({ isCore: true }) }), aSubmission({ materialsSource: "some", materials }));
      if (!submitted.ok) throw new Error(submitted.error);
      const { id } = submitted.value.request;
      for (const step of list) {
        await take(guildId, id, step);
        expect(await brokenPromises(guildId, id)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

async function take(guildId: string, id: string, step: Step): Promise<void> {
  switch (step.kind) {
    case "pledge":
      await made.materials.pledge(as(step.userId, { guildId }), id, new Map(NAMES.map((name, at) => [name, step.amounts[at] ?? 0])));
      return;
    case "act":
      await made.desk.actions.act(as("officer", { guildId, rights: officer }), id, step.action);
      return;
    case "edit": {
      const materials = NAMES.map((name) => ({ name, needed: 4 * step.quantity, provided: Math.min(4 * step.quantity, step.provided) }));
      const requester = as(REQUESTER, { guildId, rights: rights({ isCore: true }) });
      await made.desk.actions.act(requester, id, { kind: "edit", quantity: step.quantity, note: "", neededBy: null, materialsSource: "some", materials });
      return;
    }
    case "undo": {
      const request = await made.desk.reads.get(guildId, id);
      for (const userId of ["officer", REQUESTER]) await made.desk.actions.undo(as(userId, { guildId }), id, request?.version ?? 0);
    }
  }
}

/** Each is a sentence that must be true. */
async function brokenPromises(guildId: string, id: string): Promise<readonly string[]> {
  const request = await made.desk.reads.get(guildId, id);
  if (!request) throw new Error("the request is gone");
  const pledges = await made.materialsReads.listPledges(guildId, id);
  const totals = new Map((await made.materialsReads.totals(guildId, { professions: null })).map((total) => [total.name, total]));
  const stands = materialStands(request);
  const active = isActive(request);
  const promises = {
    "no number is below nothing": stands.every((stand) => Math.min(stand.needed, stand.brought, stand.pledged, stand.missing) >= 0),
    "no more is brought and pledged than is needed": stands.every(({ needed, brought, pledged }) => brought + pledged <= needed),
    "a pledge is of at least one": pledges.every((pledge) => pledge.amount >= 1),
    "a request knows what is pledged to it": NAMES.every((name) => (request.pledged[name] ?? 0) === (sumsOf(pledges)[name] ?? 0)),
    "nothing is pledged to what has ended": active || pledges.length === 0,
    "the totals are those of what is active": active
      ? stands.every(({ name, needed, brought, pledged, missing }) => {
          const total = totals.get(name);
          return brought === needed ? total === undefined : total?.needed === needed && total.brought === brought && total.pledged === pledged && total.missing === missing;
        })
      : totals.size === 0,
  };
  return Object.entries(promises).flatMap(([sentence, holds]) => (holds ? [] : [sentence]));
}
