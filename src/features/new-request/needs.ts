import type { Recipe } from "../recipes/recipe.ts";
import type { Amount } from "../../kernel/typed-amounts.ts";

/** What a quantity of an item takes in all. One craft may make several; a begun craft takes its whole materials. */
export function needsOf({ materials, produces }: Recipe, quantity: number): readonly Amount[] {
  const crafts = Math.ceil(quantity / produces);
  const totals = new Map<string, number>();
  for (const { name, quantity } of materials) totals.set(name, (totals.get(name) ?? 0) + quantity * crafts);
  return Array.from(totals, ([name, amount]) => ({ name, amount }));
}
