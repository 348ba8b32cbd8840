import type { Pack } from "./recipe.ts";

/** The ids of packs that have a recipe's or a profession's id in common with another. It reads every recipe. */
export function contestedIn(packs: readonly Pack[]): ReadonlySet<string> {
  const holders = new Map<string, Set<string>>();
  const hold = (key: string, pack: Pack): unknown => holders.set(key, (holders.get(key) ?? new Set()).add(pack.id));
  for (const pack of packs) {
    for (const { id } of pack.recipes) hold(`recipe ${id}`, pack);
    for (const { id } of pack.professions) hold(`profession ${id}`, pack);
  }
  return new Set([...holders.values()].filter(({ size }) => size > 1).flatMap((several) => [...several]));
}

/** The packs that were chosen (null: all), in one order for choices that make the same book: packs are told apart by their order only where they are contested. */
export function inOrderThatMatters(packs: readonly Pack[], contested: ReadonlySet<string>, packIds: readonly string[] | null): readonly Pack[] {
  const named = packIds === null ? packs : packIds.flatMap((id) => packs.find((pack) => pack.id === id) ?? []);
  // Of one that is named twice, the later place counts.
  const distinct = [...new Set(named.toReversed())].toReversed();
  return [...packs.filter((pack) => !contested.has(pack.id) && distinct.includes(pack)), ...distinct.filter((pack) => contested.has(pack.id))];
}
