/** The modals of a draft. Sending the details makes the request, or puts it into the basket. */
import type { Call, ModalRoute, Reply } from "../contract.ts";
import type { ModalFields } from "../modal-fields.ts";
import { onSubmit } from "../on-press.ts";
import { characterOf } from "./character-of.ts";
import { basketModal, detailsModal, type DraftAddress, FIELD, pasteModal, quantityModal, searchModal } from "./custom-ids.ts";
import type { NewRequestDeps } from "./deps.ts";
import type { Flow } from "./flow.ts";
import { asksDate, checkForm, withoutFilledIn } from "./form.ts";
import { type FilledInFor, readDetailsForm, SEARCH_LENGTH } from "./modals.ts";
import type { Problem } from "./problem.ts";
import { pasteList } from "./pasting.ts";
import { send } from "./sending.ts";
import { firstOf } from "../view-kit.ts";

export function modalRoutes(flow: Flow, deps: NewRequestDeps): readonly ModalRoute[] {
  async function submitDetails(call: Call, target: DraftAddress, fields: ModalFields, purpose: FilledInFor): Promise<Reply> {
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
    if (purpose === "basket" || state.basket.lines.length > 0) {
      // Whom all of it is for, the basket knows.
      const line = { id: state.basket.editing ?? deps.newId(), recipeId: asking.recipe.id, quantity: filled.value.quantity, form: { ...form, characterId: "", characterName: "" } };
      return flow.move(going.value, { kind: "put", line, characterId: character.value.id });
    }
    const sent = await send(deps, going.value, asking.recipe, filled.value, character.value);
    return sent.ok ? sent.value : keep([sent.error]);
  }

  return [
    onSubmit(detailsModal, (call, target, fields) => submitDetails(call, target, fields, "sending")),
    onSubmit(basketModal, (call, target, fields) => submitDetails(call, target, fields, "basket")),
    onSubmit(pasteModal, (call, target, fields) => pasteList(flow, deps, call, target, fields)),
    onSubmit(searchModal, (call, target, fields) => flow.step(call, target, () => ({ kind: "search", text: firstOf(fields.text(FIELD.search), SEARCH_LENGTH) }))),
    onSubmit(quantityModal, (call, target, fields) => flow.step(call, target, () => ({ kind: "type-quantity", typed: firstOf(fields.text(FIELD.quantity), SEARCH_LENGTH) }))),
  ];
}
