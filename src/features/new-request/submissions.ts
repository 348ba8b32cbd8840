/** The modals of a draft. Sending the details makes the request. */
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Character } from "../characters/character.ts";
import type { Call, ModalRoute, Reply } from "../contract.ts";
import type { ModalFields } from "../modal-fields.ts";
import { onSubmit } from "../on-press.ts";
import { characterOf } from "./character-of.ts";
import { detailsModal, type DraftAddress, FIELD, quantityModal, searchModal } from "./custom-ids.ts";
import type { NewRequestDeps } from "./deps.ts";
import type { Flow, Going } from "./flow.ts";
import { type Asking, asksDate, checkForm, type Filled, withoutFilledIn } from "./form.ts";
import { readDetailsForm, SEARCH_LENGTH } from "./modals.ts";
import type { Problem } from "./problem.ts";
import type { SubmitRefusal } from "../requests/request-port.ts";
import { sentView } from "./sent-view.ts";
import { firstOf } from "../view-kit.ts";

export function modalRoutes(flow: Flow, deps: NewRequestDeps): readonly ModalRoute[] {
  async function submitDetails(call: Call, target: DraftAddress, fields: ModalFields): Promise<Reply> {
    const going = await flow.find(call, target);
    if (!going.ok) return going.error;
    if (going.value.draft.state.step !== "details") return flow.show(going.value, going.value.draft);
    const asking = await flow.askingFor(going.value);
    const { state } = going.value.draft;
    const typed = readDetailsForm(fields);
    // Named with the command, where the form had no room to ask.
    const form = asksDate(asking, state.quantity) ? typed : { ...typed, date: state.form.date };
    const keep = (problems: readonly Problem[]): Promise<Reply> =>
      flow.move(going.value, { kind: "fill-in", form: withoutFilledIn(form, asking, state.quantity), problems });

    const filled = checkForm(form, state, asking);
    if (!filled.ok) return keep(filled.error);
    if (going.value.isOutdated) return keep([{ kind: "changed-meanwhile" }]);
    const character = await characterOf(deps, call, filled.value.who);
    if (!character.ok) return keep([character.error]);
    const sent = await send(deps, going.value, asking, filled.value, character.value);
    return sent.ok ? sent.value : keep([sent.error]);
  }

  return [
    onSubmit(detailsModal, submitDetails),
    onSubmit(searchModal, (call, target, fields) => flow.step(call, target, () => ({ kind: "search", text: firstOf(fields.text(FIELD.search), SEARCH_LENGTH) }))),
    onSubmit(quantityModal, (call, target, fields) => flow.step(call, target, () => ({ kind: "type-quantity", typed: firstOf(fields.text(FIELD.quantity), SEARCH_LENGTH) }))),
  ];
}

async function send(deps: NewRequestDeps, { call, draft, ...showing }: Going, { recipe }: Asking, filled: Filled, character: Character): Promise<Result<Reply, Problem>> {
  const submitted = await deps.actions.submit(call, {
    draftId: draft.id,
    characterId: character.id,
    characterName: character.name,
    recipeId: recipe.id,
    itemName: recipe.name,
    profession: recipe.profession,
    category: recipe.category,
    quantity: filled.quantity,
    materialsSource: filled.source,
    materials: filled.materials,
    note: filled.note,
    neededBy: filled.neededBy,
    basketId: null,
  });
  if (!submitted.ok) return err(refusedWith(call, submitted.error));
  const { request, isNew } = submitted.value;
  const isForOfficers = (call.settings.roles.professions[request.profession] ?? []).length === 0;
  return ok({ kind: "update", view: sentView(showing, request, { isNew, isForOfficers, clamped: isNew ? filled.clamped : [] }), stay: "completion" });
}

function refusedWith({ settings }: Call, refusal: SubmitRefusal): Problem {
  const most = refusal === "too-many-open" ? settings.openRequestsPerPerson : settings.submissionsPerMinute;
  return { kind: "submit-refused", refusal, most };
}
