import { ApplicationCommandOptionType } from "discord-api-types/v10";
import type { Feature } from "../contract.ts";
import { onPress, onSubmit } from "../on-press.ts";
import type { Recipe } from "../recipes/recipe.ts";
import { described, slashCommand } from "../slash-command.ts";
import { LIMITS, shorten } from "../view-kit.ts";
import { learnButton, listButton, listModal, pageButton, removeSelect, requestButton, whoSelect } from "./custom-ids.ts";
import { type KnownDeps, knownHandlers } from "./handlers-known.ts";
import { type WhoDeps, whoHandlers } from "./handlers-who.ts";
import { knownRecipesSubscriptions } from "./subscriptions.ts";
import { knownRecipesMigrations } from "./tables.ts";
import { knownRecipesTexts } from "./texts.ts";

const TYPED_LENGTH = 100;

const item = (name: string, about: "recipes.add" | "recipes.remove" | "who.item") =>
  ({ type: ApplicationCommandOptionType.String, name, ...described(knownRecipesTexts, about), autocomplete: true, max_length: TYPED_LENGTH }) as const;

/** `/recipes`: what a crafter can make; `/who`: who can make an item. */
export function knownRecipesFeature(deps: KnownDeps & WhoDeps): Feature {
  const known = knownHandlers(deps);
  const who = whoHandlers(deps);
  return {
    name: "known-recipes",
    texts: knownRecipesTexts,
    migrations: knownRecipesMigrations,
    subscriptions: knownRecipesSubscriptions,
    commands: [
      {
        data: slashCommand(knownRecipesTexts, "recipes", "recipes.command", item("add", "recipes.add"), item("remove", "recipes.remove")),
        run: known.open,
        autocomplete: async (call, focused) => choicesOf(await known.offer(call, focused)),
      },
      {
        data: slashCommand(knownRecipesTexts, "who", "who.command", { ...item("item", "who.item"), required: true }),
        run: who.open,
        autocomplete: (call, { value }) => Promise.resolve(choicesOf(who.offer(call, value))),
      },
    ],
    components: [
      onPress(pageButton, (call, { page }) => known.leaf(call, page)),
      onPress(removeSelect, (call, { page }, ids) => known.takeOut(call, page, ids)),
      onPress(listButton, known.ask),
      onPress(learnButton, (call, { page, to }) => known.setLearning(call, page, to)),
      onPress(requestButton, (call, { recipeId }) => who.request(call, recipeId)),
      onPress(whoSelect, (call, _, [recipeId]) => who.choose(call, recipeId)),
    ],
    modals: [onSubmit(listModal, (call, _, fields) => known.addList(call, fields))],
  };
}

const choicesOf = (recipes: readonly Recipe[]) => recipes.map(({ id, name }) => ({ name: shorten(name, LIMITS.optionText), value: id }));
