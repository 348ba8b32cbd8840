import { z } from "zod";

/** The longest name of a recipe, material, category or profession; Discord's limit of a choice's name and a select's label. */
export const LONGEST_NAME = 100;
/** The most of one material that a craft takes. */
export const LARGEST_QUANTITY = 9999;

type Told = { error: (issue: { readonly input?: unknown }) => string };

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/** One sentence for every way in which a value can be wrong: what it must be, and what it is. */
const mustBe = (what: string): Told => ({
  error: ({ input }) => (input === undefined ? `Missing: it must be ${what}.` : `It must be ${what}, not ${shown(input)}.`),
});

const count = (from: number, to: number) => {
  const told = mustBe(`a whole number from ${from} to ${to}`);
  return z.number(told).int(told).min(from, told).max(to, told);
};

const line = (longest: number) => {
  const told = mustBe(`a text of 1 to ${longest} characters on one line`);
  return z.string(told).trim().min(1, told).max(longest, told).regex(/^\P{Cc}*$/u, told);
};

/** Discord refuses a whole message for a button or option whose emoji is none. */
const EMOJI = mustBe("one emoji");
const emoji = z.string(EMOJI).regex(/^(?:\p{RGI_Emoji}|\p{Extended_Pictographic})$/v, EMOJI);

const ID = mustBe("an id of 1 to 40 lower-case letters, digits and dashes");
const id = z.string(ID).regex(/^[a-z0-9][a-z0-9-]{0,39}$/, ID);
const name = line(LONGEST_NAME);

/** An object that refuses fields which packs do not have, so that a misspelt one is not silently lost. */
const fields = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `Unknown field ${issue.keys.map((key) => `"${key}"`).join(", ")}; the fields here are ${Object.keys(shape).join(", ")}.`
        : mustBe(`a mapping with the fields ${Object.keys(shape).join(", ")}`).error(issue),
  });

const listOf = <T extends z.ZodType>(item: T, what: string, least: number, most: number) => {
  const told = mustBe(`a list of ${least} to ${most} ${what}`);
  return z.array(item, told).min(least, told).max(most, told);
};

const NAMES = mustBe("a mapping of languages, as Discord names them (de, pt-BR), to names");
const names = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2}|-\d{3})?$/), name, NAMES);

const material = fields({ id: id.optional(), name, quantity: count(1, LARGEST_QUANTITY) });

const recipe = fields({
  id,
  name,
  names: names.optional(),
  category: name,
  quality: name.optional(),
  skill: count(1, LARGEST_QUANTITY).optional(),
  produces: count(1, LARGEST_QUANTITY).default(1),
  materials: listOf(material, "materials", 0, 25),
  source: line(300),
});

/** `pack.yaml`: what the pack is and which professions it has; a select of Discord shows at most 25. */
export const packSchema = fields({
  id,
  name,
  game: name,
  version: line(40),
  professions: listOf(fields({ id, name, icon: emoji.optional() }), "professions", 1, 25),
  sources: listOf(fields({ name, url: line(300), licence: name }), "sources", 0, 25),
});

/** A recipe file: one profession and its recipes. */
export const recipeFileSchema = fields({ profession: id, recipes: listOf(recipe, "recipes", 0, 50_000) });

export type RecipeFile = z.output<typeof recipeFileSchema>;
