import type { Recipe, RecipeList } from "./recipe.ts";
import { sharedBytes, sharedNumbers } from "./shared-memory.ts";

/** Recipes in memory that threads share: each as JSON, one behind the other, and where each begins; the last number is where all end. */
export interface SealedRecipes {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  /** The languages in which any has a name. */
  readonly locales: readonly string[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const localesIn = (recipes: Iterable<Recipe>): readonly string[] => [...new Set(Array.from(recipes, ({ names }) => Object.keys(names ?? {})).flat())];

/** The languages in which any of the recipes has a name. */
export const localesOf = (recipes: RecipeList): readonly string[] => (recipes instanceof OpenedRecipes ? recipes.sealed.locales : localesIn(recipes));

export function sealRecipes(recipes: RecipeList): SealedRecipes {
  const pieces = Array.from(recipes, (recipe) => encoder.encode(JSON.stringify(recipe)));
  const starts = [0];
  let end = 0;
  for (const piece of pieces) {
    end += piece.length;
    starts.push(end);
  }
  const bytes = sharedBytes(end);
  for (const [at, piece] of pieces.entries()) bytes.set(piece, starts[at]);
  return { bytes, starts: sharedNumbers(starts), locales: localesOf(recipes) };
}

/** Sealed recipes to read. One takes some 2 µs, each time that it is asked for. */
export class OpenedRecipes implements RecipeList {
  readonly sealed: SealedRecipes;
  readonly length: number;

  constructor(sealed: SealedRecipes) {
    this.sealed = sealed;
    this.length = sealed.starts.length - 1;
  }

  at(index: number): Recipe | undefined {
    const { bytes, starts } = this.sealed;
    const [from, to] = [starts[index], starts[index + 1]];
    if (from === undefined || to === undefined) return undefined;
    return JSON.parse(decoder.decode(bytes.subarray(from, to))) as Recipe;
  }

  slice(from: number, to = this.length): readonly Recipe[] {
    return Array.from({ length: Math.max(0, Math.min(to, this.length) - from) }, (_, at) => this.at(from + at)).filter((recipe) => recipe !== undefined);
  }

  *[Symbol.iterator](): Iterator<Recipe> {
    for (let index = 0; index < this.length; index++) {
      const recipe = this.at(index);
      if (recipe) yield recipe;
    }
  }
}
