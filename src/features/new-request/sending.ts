/** What makes requests of drafts: of a filled-in form alone, or of a whole basket. */
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Character } from "../characters/character.ts";
import type { Call, ComponentRoute, Reply } from "../contract.ts";
import { onPress } from "../on-press.ts";
import type { Recipe } from "../recipes/recipe.ts";
import type { Submission, SubmitRefusal } from "../requests/request-port.ts";
import { sendButton } from "./custom-ids.ts";
import type { NewRequestDeps } from "./deps.ts";
import type { Flow, Going } from "./flow.ts";
import { checkForm, type Filled } from "./form.ts";
import type { Problem } from "./problem.ts";
import { sentView } from "./sent-view.ts";
import { togetherView } from "./together-view.ts";

/** Sends one item by itself. */
export async function send(deps: NewRequestDeps, { call, draft, ...showing }: Going, recipe: Recipe, filled: Filled, character: Character): Promise<Result<Reply, Problem>> {
  const submitted = await deps.actions.submit(call, submissionOf({ draftId: draft.id, basketId: null }, recipe, filled, character));
  if (!submitted.ok) return err(refusedWith(call, submitted.error));
  const { request, isNew } = submitted.value;
  const isForOfficers = (call.settings.roles.professions[request.profession] ?? []).length === 0;
  return ok({ kind: "update", view: sentView(showing, request, { isNew, isForOfficers, clamped: isNew ? filled.clamped : [] }), stay: "completion" });
}

/** Sends all of a basket, or says what keeps it from being sent, with everything in it as it was. */
export const sendRoute = (flow: Flow, deps: NewRequestDeps): ComponentRoute =>
  onPress(sendButton, async (call, target) => {
    const going = await flow.find(call, target);
    if (!going.ok) return going.error;
    const { draft, isOutdated } = going.value;
    if (isOutdated || draft.state.step !== "basket") return flow.show(going.value, draft);
    return sendBasket(flow, deps, going.value);
  });

async function sendBasket(flow: Flow, deps: NewRequestDeps, going: Going): Promise<Reply> {
  const { call, draft } = going;
  const { characterId } = draft.state.basket;
  const refuse = (problems: readonly Problem[], keptCharacterId = characterId): Promise<Reply> => flow.move(going, { kind: "refuse-basket", problems, characterId: keptCharacterId });
  const character = (await flow.charactersFor(going, draft.state)).find(({ id }) => id === characterId);
  if (!character) return refuse([{ kind: "basket-character-gone" }], null);
  const submissions = submissionsOf(going, character);
  if (!submissions.ok) return refuse(submissions.error);
  const submitted = await deps.actions.submitMany(call, submissions.value);
  if (!submitted.ok) return refuse([refusedWith(call, submitted.error)]);
  const [first, ...others] = submitted.value;
  if (!first) throw new Error(`the basket of draft ${draft.id} is empty`);
  const isNew = submitted.value.some((one) => one.isNew);
  const isForOfficers = (call.settings.roles.professions[first.request.profession] ?? []).length === 0;
  const view = others.length > 0 ? togetherView(going, [first.request, ...others.map(({ request }) => request)], isNew) : sentView(going, first.request, { isNew, isForOfficers, clamped: [] });
  return { kind: "update", view, stay: "completion" };
}

/** Every line is read anew: recipes, rights and the date may have changed since it was put there. */
function submissionsOf({ call, book, draft }: Going, character: Character): Result<readonly Submission[], readonly Problem[]> {
  const problems: Problem[] = [];
  const submissions: Submission[] = [];
  for (const [index, line] of draft.state.basket.lines.entries()) {
    const recipe = book.get(line.recipeId);
    const asking = { characters: [character], mayAskGuild: call.rights.isCore, locale: call.translator.locale, now: call.now };
    const filled = recipe === undefined ? null : checkForm(line.form, line, { recipe, ...asking });
    if (recipe === undefined || !filled?.ok) problems.push({ kind: "line-wrong", item: recipe?.name ?? `${index + 1}.` });
    else submissions.push(submissionOf({ draftId: line.id, basketId: draft.id }, recipe, filled.value, character));
  }
  return problems.length > 0 ? err(problems) : ok(submissions);
}

const submissionOf = (ids: Pick<Submission, "draftId" | "basketId">, recipe: Recipe, filled: Filled, character: Character): Submission => ({
  ...ids,
  characterId: character.id,
  characterName: character.name,
  recipeId: recipe.id,
  itemName: recipe.ownName ?? recipe.name,
  itemNames: recipe.names ?? {},
  profession: recipe.profession,
  category: recipe.category,
  quantity: filled.quantity,
  materialsSource: filled.source,
  materials: filled.materials,
  note: filled.note,
  neededBy: filled.neededBy,
});

function refusedWith({ settings }: Call, refusal: SubmitRefusal): Problem {
  const most = refusal === "too-many-open" ? settings.openRequestsPerPerson : settings.submissionsPerMinute;
  return { kind: "submit-refused", refusal, most };
}
