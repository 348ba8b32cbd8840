import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";

/** What the builder reads of an item; the package's own types leave out `createdBy`. */
const itemSchema = z.object({
  itemId: z.int(),
  name: z.string(),
  class: z.string(),
  subclass: z.string().default(""),
  slot: z.string().default(""),
  quality: z.string(),
  createdBy: z
    .array(
      z.object({
        category: z.string().optional(),
        requiredSkill: z.int().nullish(),
        amount: z.tuple([z.int(), z.int()]),
        reagents: z.array(z.object({ itemId: z.int(), amount: z.int() })),
      }),
    )
    .optional(),
});

export type Item = z.output<typeof itemSchema>;

/** A change to what the package says of an item. */
export interface ItemCorrection {
  readonly item: number;
  readonly name?: string | undefined;
  readonly quality?: string | undefined;
}

/** The items of wow-classic-items 2.0.1, with our corrections. */
export interface ItemData {
  /** @throws Error when there is no such item. */
  byId(itemId: number): Item;
  /** @throws Error when no item, or more than one, has exactly this name. */
  byName(name: string): Item;
}

export function readItems(corrections: readonly ItemCorrection[]): ItemData {
  const path = createRequire(import.meta.url).resolve("wow-classic-items/data/json/data.json");
  const items = new Map(z.array(itemSchema).parse(JSON.parse(readFileSync(path, "utf8"))).map((item) => [item.itemId, item]));
  const byId = (itemId: number): Item => {
    const item = items.get(itemId);
    if (!item) throw new Error(`wow-classic-items has no item ${itemId}.`);
    return item;
  };
  for (const { item, name, quality } of corrections) {
    const before = byId(item);
    items.set(item, { ...before, name: name ?? before.name, quality: quality ?? before.quality });
  }
  const named = Map.groupBy(items.values(), (item) => item.name);
  return {
    byId,
    byName: (name) => {
      const [item, ...more] = named.get(name) ?? [];
      if (!item) throw new Error(`wow-classic-items has no item named "${name}".`);
      if (more.length > 0) throw new Error(`"${name}" is the name of several items: ${[item, ...more].map(({ itemId }) => itemId).join(", ")}.`);
      return item;
    },
  };
}
