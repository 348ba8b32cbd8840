import type { Recipe } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import type { Say } from "./texts.ts";

/** What every view of this room is drawn with: a person's language, and what can be crafted in their guild. */
export interface Showing {
  readonly say: Say;
  readonly book: RecipeBook;
}

/** A profession's name; its id where the book no longer has it. */
export const professionName = ({ book }: Pick<Showing, "book">, id: string): string => book.profession(id)?.name ?? id;

/** As a spread for buttons and options: empty without an icon. */
export function emojiOf({ book }: Pick<Showing, "book">, professionId: string): { readonly emoji?: string } {
  const emoji = book.profession(professionId)?.icon;
  return emoji === undefined ? {} : { emoji };
}

/** The icon before a name, where there is one. */
export function withIcon(showing: Pick<Showing, "book">, professionId: string, name: string): string {
  const { emoji } = emojiOf(showing, professionId);
  return emoji === undefined ? name : `${emoji} ${name}`;
}

export const aboutOf = (showing: Showing, { profession, category }: Recipe): string =>
  showing.say("about", { profession: professionName(showing, profession), category });
