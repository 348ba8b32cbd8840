/** `/request`: an item and a quantity lead straight to the details' modal; without an item, to the guided way. */
import { type APIApplicationCommandOptionChoice, ApplicationCommandOptionType } from "discord-api-types/v10";
import type { Call, Command, OptionValues, Reply } from "../contract.ts";
import type { Recipe } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import { described, slashCommand } from "../slash-command.ts";
import { DATE_LENGTH, readDate, writtenDate } from "../typed-date.ts";
import { firstOf, LIMITS, shorten } from "../view-kit.ts";
import { newState } from "./draft.ts";
import { EMPTY_FORM, type Form } from "./typed-form.ts";
import type { Flow, Visit } from "./flow.ts";
import { fold } from "../../kernel/fold.ts";
import { detailsForm, SEARCH_LENGTH } from "./modals.ts";
import { dateProblem, quoted } from "./problem-text.ts";
import { isQuantity, QUANTITY } from "./quantity.ts";
import { professionName } from "./showing.ts";
import { newRequestTexts } from "./texts.ts";

export function requestCommand(flow: Flow): Command {
  return {
    data: slashCommand(
      newRequestTexts,
      "request",
      "command",
      { type: ApplicationCommandOptionType.String, name: "item", ...described(newRequestTexts, "command.item"), autocomplete: true, max_length: SEARCH_LENGTH },
      { type: ApplicationCommandOptionType.Integer, name: "quantity", ...described(newRequestTexts, "command.quantity"), min_value: QUANTITY.min, max_value: QUANTITY.max },
      { type: ApplicationCommandOptionType.String, name: "needed-by", ...described(newRequestTexts, "command.needed-by"), max_length: DATE_LENGTH },
    ),
    run: (call, options) => run(flow, call, options),
    autocomplete: (call, { name, value }) => (name === "item" ? choicesFor(flow, call, value) : Promise.resolve([])),
  };
}

/** The guided way, in a new message. */
export const startGuided = (flow: Flow, call: Call): Promise<Reply> => run(flow, call, {});

/** The details of one item, as after `/request item:`. */
export const startItem = (flow: Flow, call: Call, recipeId: string, quantity: number | null): Promise<Reply> => run(flow, call, { item: recipeId, ...(quantity === null ? {} : { quantity }) });

async function run(flow: Flow, call: Call, options: OptionValues): Promise<Reply> {
  const visit = flow.enter(call);
  if (!visit.ok) return visit.error;
  const { say, book } = visit.value;
  const given = options["quantity"];
  const quantity = given === undefined ? null : Number(given);
  if (quantity !== null && !isQuantity(quantity)) return { kind: "refuse", sentence: say("refused.bad-quantity", { quantity: quoted(String(given)) }) };

  const date = firstOf(String(options["needed-by"] ?? "").trim(), DATE_LENGTH);
  const neededBy = date === "" ? null : readDate(date, call.translator.locale, call.now);
  if (neededBy?.ok === false) return { kind: "refuse", sentence: dateProblem(say, date, neededBy.error) };
  const form: Form = { ...EMPTY_FORM, date: neededBy === null ? "" : writtenDate(neededBy.value) };

  const typed = firstOf(String(options["item"] ?? "").trim(), SEARCH_LENGTH);
  if (typed === "") return show(flow, visit.value, { quantity, form });
  const recipe = book.get(typed) ?? namedExactly(book, typed);
  if (recipe) return openDetails(flow, visit.value, recipe, { quantity, form });
  if (book.search(typed, { limit: 1 }).length === 0) return { kind: "refuse", sentence: say("refused.unknown-item", { typed: quoted(typed) }) };
  return show(flow, visit.value, { step: "results", search: typed, quantity, form });
}

async function show(flow: Flow, visit: Visit, known: Parameters<typeof newState>[0]): Promise<Reply> {
  const draft = await flow.drafts.open(visit.call, newState(known));
  return { kind: "show", view: await flow.viewOf(visit, draft), stay: "form" };
}

async function openDetails(flow: Flow, visit: Visit, recipe: Recipe, known: { readonly quantity: number | null; readonly form: Form }): Promise<Reply> {
  const draft = await flow.drafts.open(visit.call, newState({ step: "details", recipeId: recipe.id, ...known }));
  const asking = await flow.askingFor({ ...visit, draft, isOutdated: false });
  return { kind: "modal", modal: detailsForm(visit.say, draft, asking) };
}

/** The one recipe of this name; several of one name are for the person to choose from. */
function namedExactly(book: RecipeBook, typed: string): Recipe | undefined {
  const named = book.search(typed, { limit: LIMITS.options }).filter(({ name }) => fold(name) === fold(typed));
  return named.length === 1 ? named[0] : undefined;
}

async function choicesFor(flow: Flow, call: Call, typed: string): Promise<readonly APIApplicationCommandOptionChoice<string>[]> {
  const visit = flow.enter(call);
  if (!visit.ok) return [];
  const recent = await flow.recentOf(visit.value);
  const found = visit.value.book.search(typed, { limit: LIMITS.options, preferred: recent.map(({ id }) => id) });
  return found.map((recipe) => ({ name: choiceName(visit.value, recipe), value: recipe.id }));
}

/** The profession always fits; a long item name gives way. */
function choiceName(visit: Visit, { name, profession }: Recipe): string {
  const known = shorten(professionName(visit, profession), LIMITS.optionText / 2);
  const room = LIMITS.optionText - visit.say("choice", { item: "", profession: known }).length;
  return visit.say("choice", { item: shorten(name, room), profession: known });
}
