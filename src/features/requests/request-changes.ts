import type { CraftingRequest } from "./request.ts";

/** The fields of a request that what is done to it can change. */
export const CHANGING = [
  "state",
  "quantity",
  "completed",
  "materialsSource",
  "materials",
  "note",
  "neededBy",
  "crafterId",
  "crafterLocale",
  "leaseUntil",
  "deliveredAt",
  "reason",
] as const satisfies readonly (keyof CraftingRequest)[];

export type Changing = Pick<CraftingRequest, (typeof CHANGING)[number]>;

/** How every request begins, whatever was asked for. */
export const AT_BIRTH = {
  state: "open",
  completed: 0,
  neededBy: null,
  crafterId: null,
  crafterLocale: null,
  leaseUntil: null,
  deliveredAt: null,
  reason: "",
} as const satisfies Partial<Changing>;

/** What one event changed: each field as it was and as it became. Of a submission, which nothing was before, what does not begin so anyway. */
export type Changes = { readonly [K in keyof Changing]?: { readonly was?: Changing[K]; readonly is: Changing[K] } };

/** `before` is null for a submission. */
export function changesBetween(before: Changing | null, after: Changing): Changes {
  const former: Partial<Changing> = before ?? AT_BIRTH;
  const changed = CHANGING.filter((field) => !isSame(former[field], after[field]));
  return Object.fromEntries(changed.map((field) => [field, before === null ? { is: after[field] } : { was: before[field], is: after[field] }]));
}

/** The fields as they were before. */
export const valuesBefore = (changes: Changes): Partial<Changing> =>
  Object.fromEntries(Object.entries(changes).flatMap(([field, change]) => ("was" in change ? [[field, change.was]] : [])));

/** The fields as they became. */
export const valuesAfter = (changes: Changes): Partial<Changing> => Object.fromEntries(Object.entries(changes).map(([field, { is }]) => [field, is]));

/** A few of the fields are lists. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
