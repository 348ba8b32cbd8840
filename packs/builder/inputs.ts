import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const materials = z.record(z.string(), z.int().min(1));
const spell = z.strictObject({
  spell: z.int(),
  name: z.string(),
  skill: z.int().optional(),
  produces: z.int().optional(),
  materials,
  source: z.url(),
});

/** Something made or done under a spell's own name: an enchant, a transmute. */
export type Spell = z.output<typeof spell>;

const correctionsSchema = z.strictObject({
  items: z.array(z.strictObject({ item: z.int(), name: z.string().optional(), quality: z.string().optional() })),
  recipes: z.array(z.strictObject({ item: z.int(), name: z.string(), materials })),
});

const read = <S extends z.ZodType>(file: string, schema: S): z.output<S> =>
  schema.parse(parse(readFileSync(new URL(file, import.meta.url), "utf8")));

/** The hand-made lists beside this file; each says in its header how it was checked. */
export const readInputs = () => ({
  enchants: read("enchants.yaml", z.array(spell)),
  transmutes: read("transmutes.yaml", z.array(spell)),
  vanillaItems: read("vanilla-items.yaml", z.record(z.string(), z.array(z.int()))),
  corrections: read("corrections.yaml", correctionsSchema),
});
