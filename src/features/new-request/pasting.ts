/** A pasted list: what it names goes into the basket, what is unclear is asked. */
import type { Call, Reply } from "../contract.ts";
import type { ModalFields } from "../modal-fields.ts";
import { firstOf, LIMITS } from "../view-kit.ts";
import { BASKET_SIZE } from "./basket.ts";
import { characterOf } from "./character-of.ts";
import { type DraftAddress, FIELD } from "./custom-ids.ts";
import type { NewRequestDeps } from "./deps.ts";
import { EMPTY_FORM } from "./typed-form.ts";
import type { Flow } from "./flow.ts";
import { whoOf } from "./form.ts";
import { readDetailsForm } from "./modals.ts";
import { linesOf, readPastedList } from "./pasted-list.ts";
import type { Problem } from "./problem.ts";

export async function pasteList(flow: Flow, deps: NewRequestDeps, call: Call, target: DraftAddress, fields: ModalFields): Promise<Reply> {
  const going = await flow.find(call, target);
  if (!going.ok) return going.error;
  const { draft, book } = going.value;
  const { state } = draft;
  if (state.step !== "profession") return flow.show(going.value, draft);
  const text = firstOf(fields.text(FIELD.list), LIMITS.textInput);
  const refuse = (...problems: readonly Problem[]): Promise<Reply> => flow.move(going.value, { kind: "refuse-paste", text, problems });

  const typed = linesOf(text);
  const fit = BASKET_SIZE - state.basket.lines.length;
  if (typed.length === 0) return refuse({ kind: "list-empty" });
  if (typed.length > fit) return refuse({ kind: "list-too-long", count: typed.length, fit });
  const who = whoOf(readDetailsForm(fields), { characters: await flow.charactersFor(going.value, state) });
  if (!who.ok) return refuse(who.error);

  const read = readPastedList(typed, book);
  const form = { ...EMPTY_FORM, date: state.form.date };
  const lines = read.flatMap((line) => (line.kind === "known" ? [{ id: deps.newId(), recipeId: line.recipe.id, quantity: line.quantity, form }] : []));
  const unclear = read.flatMap((line) => (line.kind === "unclear" ? [{ id: deps.newId(), typed: line.typed, quantity: line.quantity }] : []));
  const problems = read.flatMap((line): readonly Problem[] => {
    if (line.kind === "unknown") return [{ kind: "unknown-line", line: line.line }];
    return line.kind === "bad-quantity" ? [{ kind: "bad-line", line: line.line }] : [];
  });
  if (lines.length + unclear.length === 0) return refuse(...problems);
  const character = await characterOf(deps, call, who.value);
  if (!character.ok) return refuse(character.error);
  return flow.move(going.value, { kind: "paste", lines, unclear, characterId: character.value.id, problems });
}
