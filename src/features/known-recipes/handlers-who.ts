import type { Call, OptionValues, Reply } from "../contract.ts";
import { mayCraft, rightsOf } from "../guild-settings/rights.ts";
import type { MemberDirectory } from "../guild-settings/settings-port.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { NewRequest } from "../new-request/new-request-port.ts";
import { inline } from "../phrases.ts";
import { professionTitle, type Recipe } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import { firstOf, LIMITS } from "../view-kit.ts";
import type { Maker } from "./known-recipe.ts";
import type { KnownRecipesReads } from "./read-model.ts";
import { recipeOf } from "./recipe-of.ts";
import { knownRecipesTexts } from "./texts.ts";
import { whichView, whoView } from "./who-view.ts";

export interface WhoDeps {
  readonly reads: Pick<KnownRecipesReads, "listMakers">;
  readonly books: (settings: GuildSettings) => RecipeBook;
  readonly directory: MemberDirectory;
  readonly newRequest: Pick<NewRequest, "startItem">;
}

/** So many are shown, and so many more are asked about, since Discord is asked for each whom it has not told of lately. */
const SHOWN = 10;
const ASKED = 20;
const TYPED_LIMIT = 100;

/** `/who`: who can make an item. */
export function whoHandlers({ reads, books, directory, newRequest }: WhoDeps) {
  async function show(call: Call, kind: "show" | "update", recipe: Recipe): Promise<Reply> {
    const book = books(call.settings).spokenIn(call.translator.locale);
    const asked = await reads.listMakers(call.guildId, recipe.id, ASKED);
    const makers = await standing(call, recipe, asked);
    return {
      kind,
      view: whoView(call.translator.in(knownRecipesTexts), {
        recipe,
        professionTitle: professionTitle(book.professions(), recipe.profession),
        makers: makers.slice(0, SHOWN),
        hasMore: makers.length > SHOWN || asked.length === ASKED,
        roleIds: call.settings.roles.professions[recipe.profession] ?? [],
      }),
    };
  }

  /** Those who are still in the guild and have a role for it. */
  async function standing({ guildId, settings }: Call, { profession }: Recipe, makers: readonly Maker[]): Promise<readonly Maker[]> {
    const found = await Promise.all(makers.map(({ userId }) => directory.find(guildId, userId)));
    return makers.filter((_, index) => {
      const who = found[index] ?? null;
      return who !== null && mayCraft(rightsOf(settings, who), profession);
    });
  }

  return {
    async open(call: Call, options: OptionValues): Promise<Reply> {
      const book = books(call.settings).spokenIn(call.translator.locale);
      const typed = firstOf(String(options["item"] ?? "").trim(), TYPED_LIMIT);
      const recipe = recipeOf(book, typed);
      if (recipe) return show(call, "show", recipe);
      const say = call.translator.in(knownRecipesTexts);
      const near = book.search(typed, { limit: LIMITS.options });
      if (near.length === 0) return { kind: "refuse", sentence: say("who.unknown", { typed: inline(typed, TYPED_LIMIT) }) };
      return { kind: "show", view: whichView(say, typed, near, (id) => professionTitle(book.professions(), id)) };
    },

    async choose(call: Call, recipeId: string | undefined): Promise<Reply | null> {
      const recipe = books(call.settings).spokenIn(call.translator.locale).get(recipeId ?? "");
      return recipe ? show(call, "update", recipe) : null;
    },

    offer: (call: Call, typed: string) => books(call.settings).spokenIn(call.translator.locale).search(firstOf(typed, TYPED_LIMIT), { limit: LIMITS.options }),

    request: (call: Call, recipeId: string): Promise<Reply> => newRequest.startItem(call, recipeId, null),
  };
}
