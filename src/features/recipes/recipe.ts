import type { Amount } from "../../kernel/typed-amounts.ts";

/** One material of a recipe. `quantity` is what one craft takes, whatever it produces. */
export interface Material {
  /** The same material has the same id in every recipe; a material that is crafted has its recipe's id. */
  readonly id: string;
  readonly name: string;
  readonly quantity: number;
}

/** Something that a crafter makes, or a service such as an enchant on a member's own gear. */
export interface Recipe {
  /** Stable over releases: lower-case letters, digits and dashes, at most 40 characters. */
  readonly id: string;
  readonly name: string;
  /** Its name in other languages, by Discord's locale. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** The pack's own name, where `name` is that of a person's language. */
  readonly ownName?: string | undefined;
  /** A profession's id. */
  readonly profession: string;
  /** What a member looks for: "Boots", "Bags", "Flasks". */
  readonly category: string;
  /** The game's own word: "Common", "Epic". */
  readonly quality?: string | undefined;
  /** How many one craft makes. */
  readonly produces: number;
  readonly materials: readonly Material[];
  /** The skill that the profession must have. */
  readonly skill?: number | undefined;
  /** Where a person can check it. */
  readonly source: string;
}

export interface Profession {
  readonly id: string;
  readonly name: string;
  /** An emoji. */
  readonly icon?: string | undefined;
}

/** A profession's name after its emoji; its id when no pack in use has it. */
export function professionTitle(professions: readonly Profession[], id: string): string {
  const found = professions.find((profession) => profession.id === id);
  if (!found) return id;
  return found.icon === undefined ? found.name : `${found.icon} ${found.name}`;
}

/** What a quantity of an item takes in all. One craft may make several; a begun craft takes its whole materials. */
export function needsOf({ materials, produces }: Pick<Recipe, "materials" | "produces">, quantity: number): readonly Amount[] {
  const crafts = Math.ceil(quantity / produces);
  const totals = new Map<string, number>();
  for (const { name, quantity } of materials) totals.set(name, (totals.get(name) ?? 0) + quantity * crafts);
  return Array.from(totals, ([name, amount]) => ({ name, amount }));
}

/** Where a pack's facts are from. */
export interface PackSource {
  readonly name: string;
  readonly url: string;
  readonly licence: string;
}

/** Recipes in an order. An array is one; where there are many, each is made when it is asked for. */
export interface RecipeList extends Iterable<Recipe> {
  readonly length: number;
  at(index: number): Recipe | undefined;
  slice(from: number, to?: number): readonly Recipe[];
}

/** A game's professions and recipes as data. */
export interface Pack {
  readonly id: string;
  readonly name: string;
  readonly game: string;
  readonly version: string;
  readonly professions: readonly Profession[];
  readonly sources: readonly PackSource[];
  readonly recipes: RecipeList;
}

/** A pack as it was read. */
export interface WrittenPack extends Pack {
  readonly recipes: readonly Recipe[];
}

/** A name in a person's language, else in that language as it is spoken elsewhere; undefined where there is none. `locale`: Discord's. */
export function nameIn(names: Readonly<Record<string, string>> | undefined, locale: string): string | undefined {
  if (names === undefined) return undefined;
  const language = locale.split("-", 1)[0] ?? locale;
  return names[locale] ?? names[language] ?? Object.entries(names).find(([one]) => one.split("-", 1)[0] === language)?.[1];
}

/** A recipe with its name in a language, where it has one. `locale`: Discord's. */
export function translated(recipe: Recipe, locale: string): Recipe {
  const name = nameIn(recipe.names, locale);
  return name === undefined || name === recipe.name ? recipe : { ...recipe, name, ownName: recipe.name };
}
