import { type LookupTable, tableOf } from "./lookup-table.ts";
import { type Pack, type Recipe, translated } from "./recipe.ts";
import { searchText } from "./search-text.ts";
import { sharedNumbers } from "./shared-memory.ts";
import { indexNames, type NamesData } from "./trigram-index.ts";

/** What a `RecipeBook` looks things up in. A recipe's position is its place by name. It can be handed to another thread in a moment. */
export interface BookData {
  /** Of each position two numbers: which pack, and which of its recipes. */
  readonly places: Uint32Array;
  /** Positions by recipe id. */
  readonly ids: LookupTable;
  /** The categories of each profession, both alphabetically, and from where to where in `shelved` their recipes are. */
  readonly sections: readonly { readonly profession: string; readonly category: string; readonly from: number; readonly to: number }[];
  /** Positions by section, in each by name. */
  readonly shelved: Uint32Array;
  /** What is searched for: every recipe's name by position, then the pack's own names of those that are translated. */
  readonly names: NamesData;
  /** The positions of those that are translated. */
  readonly twofold: Uint32Array;
}

interface Entry {
  readonly recipe: Recipe;
  readonly pack: number;
  readonly at: number;
}

const before = (isBefore: boolean): number => (isBefore ? -1 : 1);

/** Each name is made comparable once: there are many, and somebody may wait. */
function sortedByName(entries: Iterable<Entry>): readonly Entry[] {
  const named = Array.from(entries, (entry) => ({ entry, name: searchText(entry.recipe.name) }));
  named.sort((a, b) => before(a.name === b.name ? a.entry.recipe.id < b.entry.recipe.id : a.name < b.name));
  return named.map(({ entry }) => entry);
}

function entriesOf(packs: readonly Pack[], locale: string | null): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const [pack, { recipes }] of packs.entries()) {
    let at = 0;
    for (const recipe of recipes) {
      const spoken = locale === null ? recipe : translated(recipe, locale);
      entries.set(recipe.id, { recipe: spoken, pack, at: at++ });
    }
  }
  return sortedByName(entries.values());
}

function sectionsOf(sorted: readonly Entry[]): Pick<BookData, "sections" | "shelved"> {
  const shelved: number[] = [];
  const sections: BookData["sections"][number][] = [];
  const byProfession = Map.groupBy(sorted.keys(), (position) => sorted[position]?.recipe.profession ?? "");
  for (const profession of [...byProfession.keys()].toSorted()) {
    const byCategory = Map.groupBy(byProfession.get(profession) ?? [], (position) => sorted[position]?.recipe.category ?? "");
    for (const category of [...byCategory.keys()].toSorted()) {
      const from = shelved.length;
      for (const position of byCategory.get(category) ?? []) shelved.push(position);
      sections.push({ profession, category, from, to: shelved.length });
    }
  }
  return { sections, shelved: sharedNumbers(shelved) };
}

/**
 * Makes the data of a book of packs, where they have the same recipe id the later one's; 50,000 recipes take half a second.
 * `locale`: with the recipes' names in that language, Discord's; null: as the packs have them.
 */
export function compileBook(packs: readonly Pack[], locale: string | null = null): BookData {
  const sorted = entriesOf(packs, locale);
  const twofold = sorted.flatMap(({ recipe: { ownName } }, position) => (ownName === undefined ? [] : [{ ownName, position }]));
  return {
    places: sharedNumbers(sorted.flatMap(({ pack, at }) => [pack, at])),
    ids: tableOf(sorted.map(({ recipe }) => recipe.id)),
    ...sectionsOf(sorted),
    names: indexNames([...sorted.map(({ recipe }) => recipe.name), ...twofold.map(({ ownName }) => ownName)]),
    twofold: sharedNumbers(twofold.map(({ position }) => position)),
  };
}
