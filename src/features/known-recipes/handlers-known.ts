import type { Call, OptionValues, Reply } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import { isCrafter, mayCraft } from "../guild-settings/rights.ts";
import type { ModalFields } from "../modal-fields.ts";
import type { Notice } from "../notice.ts";
import { inline, role } from "../phrases.ts";
import type { Recipe } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import { firstOf, LIMITS } from "../view-kit.ts";
import { LIST_FIELD, knownView, listForm } from "./known-view.ts";
import type { KnownRecipesService, Marked } from "./known-recipes-service.ts";
import { readPastedList } from "./pasted-list.ts";
import type { KnownRecipesReads } from "./read-model.ts";
import { recipeOf } from "./recipe-of.ts";
import { knownRecipesTexts, type Say } from "./texts.ts";

export interface KnownDeps {
  readonly reads: Pick<KnownRecipesReads, "listKnown" | "isLearning">;
  readonly service: KnownRecipesService;
  readonly books: (settings: GuildSettings) => RecipeBook;
}

const TYPED_LIMIT = 100;
const NAME_LIMIT = 60;
/** So many are named in a sentence. */
const NAMED = 8;
/** So many are searched through for those of the person's professions. */
const SEARCHED = 200;

const sayTo = (call: Call): Say => call.translator.in(knownRecipesTexts);

/** `/recipes`: what a crafter can make. */
export function knownHandlers({ reads, service, books }: KnownDeps) {
  async function knownOf(call: Call): Promise<readonly Recipe[]> {
    const book = books(call.settings).spokenIn(call.translator.locale);
    const order = new Map(book.professions().map(({ id }, index) => [id, index]));
    const known = new Set(await reads.listKnown(call.guildId, call.userId));
    const recipes = [...known].flatMap((id) => book.get(id) ?? []);
    return recipes.toSorted((a, b) => (order.get(a.profession) ?? 0) - (order.get(b.profession) ?? 0) || a.name.localeCompare(b.name));
  }

  async function shown(kind: "show" | "update", call: Call, page: number, notice?: Notice): Promise<Reply> {
    const [recipes, isLearning] = await Promise.all([knownOf(call), reads.isLearning(call.guildId, call.userId)]);
    return { kind, view: knownView(sayTo(call), { recipes, professions: books(call.settings).spokenIn(call.translator.locale).professions(), rights: call.rights, isLearning }, page, notice) };
  }

  async function added(kind: "show" | "update", call: Call, recipes: readonly Recipe[], unknown: readonly string[]): Promise<Reply> {
    const marked = await service.add(call, recipes);
    return shown(kind, call, 0, { tone: marked.added.length > 0 ? "good" : "bad", sentence: addedText(sayTo(call), marked, unknown) });
  }

  return {
    open: (call: Call, options: OptionValues): Promise<Reply> =>
      forCrafters(call, async () => {
        const toAdd = options["add"];
        const toRemove = options["remove"];
        const book = books(call.settings).spokenIn(call.translator.locale);
        if (typeof toAdd === "string") {
          const recipe = recipeOf(book, firstOf(toAdd.trim(), TYPED_LIMIT));
          return added("show", call, recipe ? [recipe] : [], recipe ? [] : [toAdd]);
        }
        if (typeof toRemove === "string") return takeOutTyped(call, toRemove);
        return shown("show", call, 0);
      }),

    /** What can be added: of the person's professions, and not in the list. Or what can be taken out. */
    async offer(call: Call, { name, value }: { readonly name: string; readonly value: string }): Promise<readonly Recipe[]> {
      if (!isCrafter(call.rights)) return [];
      const found = books(call.settings).spokenIn(call.translator.locale).search(firstOf(value, TYPED_LIMIT), { limit: SEARCHED });
      const known = await knownOf(call);
      const ids = new Set(known.map(({ id }) => id));
      if (name === "add") return found.filter(({ id, profession }) => mayCraft(call.rights, profession) && !ids.has(id)).slice(0, LIMITS.options);
      const wanted = value.trim().toLowerCase();
      return known.filter((recipe) => recipe.name.toLowerCase().includes(wanted)).slice(0, LIMITS.options);
    },

    leaf: (call: Call, page: number): Promise<Reply> => forCrafters(call, () => shown("update", call, page)),

    takeOut: (call: Call, page: number, recipeIds: readonly string[]): Promise<Reply> => forCrafters(call, () => takeOut("update", call, page, recipeIds)),

    ask: (call: Call): Promise<Reply> => forCrafters(call, () => Promise.resolve({ kind: "modal", modal: listForm(sayTo(call)) })),

    addList: (call: Call, fields: ModalFields): Promise<Reply> =>
      forCrafters(call, () => {
        const { recipes, unknown } = readPastedList(books(call.settings).spokenIn(call.translator.locale), fields.text(LIST_FIELD));
        if (recipes.length === 0 && unknown.length === 0) return shown("update", call, 0, { tone: "bad", sentence: sayTo(call)("list.empty") });
        return added("update", call, recipes, unknown);
      }),

    setLearning: (call: Call, page: number, to: "on" | "off"): Promise<Reply> =>
      forCrafters(call, async () => {
        await service.setLearning(call, to === "on");
        return shown("update", call, page, { tone: "good", sentence: sayTo(call)(`learning.now-${to}`) });
      }),
  };

  async function takeOutTyped(call: Call, typed: string): Promise<Reply> {
    const recipe = recipeOf(books(call.settings).spokenIn(call.translator.locale), firstOf(typed.trim(), TYPED_LIMIT));
    const isKnown = recipe && (await reads.listKnown(call.guildId, call.userId)).includes(recipe.id);
    if (!isKnown) return shown("show", call, 0, { tone: "bad", sentence: sayTo(call)("remove.not-known", { typed: inline(typed, TYPED_LIMIT) }) });
    return takeOut("show", call, 0, [recipe.id]);
  }

  async function takeOut(kind: "show" | "update", call: Call, page: number, recipeIds: readonly string[]): Promise<Reply> {
    await service.remove(call, recipeIds);
    return shown(kind, call, page, { tone: "good", sentence: sayTo(call)("removed", { count: recipeIds.length }) });
  }
}

function forCrafters(call: Call, answer: () => Promise<Reply>): Promise<Reply> {
  if (isCrafter(call.rights)) return answer();
  const roles = Object.values(call.settings.roles.professions).flat();
  const say = sayTo(call);
  return Promise.resolve({ kind: "refuse", sentence: roles.length === 0 ? say("not-a-crafter-unset") : say("not-a-crafter", { roles: [...new Set(roles)].map(role).join(" ") }) });
}

const namesOf = (recipes: readonly Recipe[]): readonly string[] => recipes.map(({ name }) => inline(name, NAME_LIMIT));

function addedText(say: Say, { added, knownBefore, notTheirs }: Marked, unknown: readonly string[]): string {
  const lines = (key: "added" | "not-yours" | "not-found", names: readonly string[]): readonly string[] => {
    if (names.length === 0) return [];
    const items = names.slice(0, NAMED).join(", ");
    const more = names.length - NAMED;
    return [more > 0 ? say(`${key}-many`, { count: names.length, items, more }) : say(key, { count: names.length, items })];
  };
  return [
    ...lines("added", namesOf(added)),
    ...(knownBefore.length > 0 ? [say("known", { count: knownBefore.length })] : []),
    ...lines("not-yours", namesOf(notTheirs)),
    ...lines("not-found", unknown.map((line) => say("quoted", { text: inline(line, NAME_LIMIT) }))),
  ].join("\n");
}
