import type { View } from "../contract.ts";
import { inline, person, role } from "../phrases.ts";
import type { Recipe } from "../recipes/recipe.ts";
import { button, card, COLOURS, LIMITS, option, row, separator, stringSelect, text } from "../view-kit.ts";
import { requestButton, whoSelect } from "./custom-ids.ts";
import type { Maker } from "./known-recipe.ts";
import type { Say } from "./texts.ts";

const NAME_LIMIT = 100;
/** A guild may have chosen this many roles for one profession, and more. */
const ROLES_SHOWN = 20;

/** Who can make a recipe. */
export interface Makers {
  readonly recipe: Recipe;
  readonly professionTitle: string;
  readonly makers: readonly Maker[];
  /** Whether there may be others. */
  readonly hasMore: boolean;
  readonly roleIds: readonly string[];
}

export const whoView = (say: Say, { recipe, professionTitle, makers, hasMore, roleIds }: Makers): View =>
  card(
    COLOURS.neutral,
    text(say("who.heading", { item: inline(recipe.name, NAME_LIMIT), profession: professionTitle })),
    text(
      makers.length === 0
        ? say("who.nobody")
        : [say("who.marked"), ...makers.map(({ userId, made }) => (made > 0 ? say("who.maker-made", { person: person(userId), count: made }) : say("who.maker", { person: person(userId) }))), ...(hasMore ? [say("who.more")] : [])].join("\n"),
    ),
    separator(),
    text(roleIds.length === 0 ? say("who.no-role") : say("who.role", { roles: roleIds.slice(0, ROLES_SHOWN).map(role).join(" ") })),
    row(button("primary", say("who.request"), requestButton.encode({ recipeId: recipe.id }))),
  );

/** Which of these was meant. */
export const whichView = (say: Say, typed: string, recipes: readonly Recipe[], professionName: (id: string) => string): View =>
  card(
    COLOURS.neutral,
    text(say("who.which", { typed: inline(typed, NAME_LIMIT) })),
    row(stringSelect(whoSelect.encode({}), recipes.slice(0, LIMITS.options).map(({ id, name, profession }) => option(name, id, { description: professionName(profession) })), { hint: say("who.choose") })),
  );
