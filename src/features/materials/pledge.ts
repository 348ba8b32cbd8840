import type { CraftingRequest } from "../requests/request.ts";
import { materialStands } from "../requests/material-stand.ts";
import type { PledgeChange, Pledger } from "./events.ts";

/** What one person has pledged of one material. */
export interface Pledge extends Pledger {
  readonly material: string;
  readonly amount: number;
  /** Milliseconds since 1970. */
  readonly pledgedAt: number;
}

/** Somebody pledged more than was missing. */
export interface Cut {
  readonly material: string;
  readonly wanted: number;
  readonly amount: number;
}

/** The sums by material, as a request keeps them. */
export function sumsOf(pledges: readonly Pledge[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { material, amount } of pledges) sums.set(material, (sums.get(material) ?? 0) + amount);
  return Object.fromEntries(sums);
}

/** What somebody may pledge of each material: all that is missing, and what they have pledged already. */
export function roomFor(request: CraftingRequest, pledges: readonly Pledge[], userId: string): ReadonlyMap<string, number> {
  const others = { ...request, pledged: sumsOf(pledges.filter((pledge) => pledge.userId !== userId)) };
  return new Map(materialStands(others).map(({ name, missing }) => [name, missing]));
}

/** What changes when somebody wants to have pledged these amounts, and nothing of the request's other materials. */
export function changesFor(request: CraftingRequest, pledges: readonly Pledge[], { userId, locale }: Pledger, wanted: ReadonlyMap<string, number>): { readonly changes: readonly PledgeChange[]; readonly cuts: readonly Cut[] } {
  const changes: PledgeChange[] = [];
  const cuts: Cut[] = [];
  for (const [material, room] of roomFor(request, pledges, userId)) {
    const before = pledges.find((pledge) => pledge.userId === userId && pledge.material === material)?.amount ?? 0;
    const asked = wanted.get(material) ?? 0;
    const after = Math.min(asked, room);
    if (after < asked) cuts.push({ material, wanted: asked, amount: after });
    if (after !== before) changes.push({ userId, locale, material, before, after });
  }
  return { changes, cuts };
}

/** What must be cut so that no material has more brought and pledged than is needed: the latest pledges first. */
export function overflowOf({ materials }: Pick<CraftingRequest, "materials">, pledges: readonly Pledge[]): readonly PledgeChange[] {
  const room = new Map(materials.map(({ name, needed, provided }) => [name, needed - provided]));
  const earliestFirst = pledges.toSorted((a, b) => a.pledgedAt - b.pledgedAt || (a.userId < b.userId ? -1 : 1));
  return earliestFirst.flatMap(({ userId, locale, material, amount }) => {
    const left = room.get(material) ?? 0;
    const after = Math.max(0, Math.min(amount, left));
    room.set(material, left - after);
    return after === amount ? [] : [{ userId, locale, material, before: amount, after }];
  });
}
