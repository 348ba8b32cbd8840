import { err, ok, type Result } from "../../kernel/result.ts";
import { parseAmounts } from "../../kernel/typed-amounts.ts";
import { wholeNumber } from "../../kernel/typed-number.ts";
import type { Call, ModalRoute, Reply } from "../contract.ts";
import type { ModalFields } from "../modal-fields.ts";
import { inline } from "../phrases.ts";
import { needsOf } from "../recipes/recipe.ts";
import { readDate, writtenDate } from "../typed-date.ts";
import { actAndShow, refuse } from "./act-reply.ts";
import { onSubmitAnywhere } from "../on-press.ts";
import { detailsView } from "./details-view.ts";
import { materialsFor } from "./edit.ts";
import { asksAmounts, broughtLines, EDIT_FIELDS } from "./edit-view.ts";
import { refusalOf } from "./policy.ts";
import { refusalSentence } from "./refusal-sentence.ts";
import { type CraftingRequest, type MaterialLine, QUANTITY_LIMIT, type RequestEdit } from "./request.ts";
import { type RequestsRoom, viewerOf } from "./room.ts";
import { editModal, type Target } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

export const editModals = (room: RequestsRoom): readonly ModalRoute[] => [onSubmitAnywhere(editModal, (call, target, fields) => edit(room, call, target, fields))];

/** Reads the form and changes the request by it; what cannot be read is told above the request as it is. */
async function edit(room: RequestsRoom, call: Call, target: Target, fields: ModalFields): Promise<Reply> {
  const viewer = viewerOf(room, call);
  const request = await room.reads.get(call.guildId, target.requestId);
  if (request === null) return { kind: "refuse", sentence: viewer.say("refused.not-found") };
  const refusal = refusalOf(request, "edit", viewer) ?? (request.version === target.version ? null : { kind: "changed-meanwhile" as const });
  if (refusal) return refuse(room, call, target.requestId, target.version, refusal);
  const read = readForm(room, call, viewer, request, fields);
  if (!read.ok) return { kind: "update", view: detailsView(viewer, request, viewer.say("warning", { sentence: read.error })) };
  return actAndShow(room, call, target, { kind: "edit", ...read.value });
}

function readForm({ books }: RequestsRoom, call: Call, viewer: Viewer, request: CraftingRequest, fields: ModalFields): Result<RequestEdit, string> {
  const quantity = wholeNumber(fields.text(EDIT_FIELDS.quantity));
  if (quantity === null) return err(refusalSentence(viewer, { kind: "bad-quantity", least: request.completed + 1, most: QUANTITY_LIMIT }));
  const neededBy = dateOf(call, viewer, request, fields.text(EDIT_FIELDS.date));
  if (!neededBy.ok) return neededBy;
  const recipe = books(call.settings).get(request.recipeId);
  const materials = materialsFor(request, quantity, (count) => (recipe ? new Map(needsOf(recipe, count).map(({ name, amount }) => [name, amount])) : null));
  const rest = { quantity, note: fields.text(EDIT_FIELDS.note), neededBy: neededBy.value };
  const typed = fields.text(EDIT_FIELDS.amounts);
  if (!asksAmounts(viewer, request) || isSameText(typed, broughtLines(request))) return ok({ ...rest, materials, materialsSource: request.materialsSource });

  const amounts = parseAmounts(typed, materials.map(({ name }) => name));
  if (!amounts.ok) return err(viewer.say("edit.bad-amounts", { example: inline(`${materials[0]?.name ?? ""}: 2`, TYPED_LIMIT) }));
  const brought = materials.map((line, index) => ({ ...line, provided: Math.min(line.needed, amounts.value[index]?.amount ?? 0) }));
  return ok({ ...rest, materials: brought, materialsSource: sourceOf(brought) });
}

const TYPED_LIMIT = 60;

/** Left as it was filled in, it stays to the millisecond, even when it is past by now. */
function dateOf({ now }: Call, { say, locale }: Viewer, { neededBy }: CraftingRequest, typed: string): Result<number | null, string> {
  if (typed.trim() === "") return ok(null);
  if (neededBy !== null && typed.trim() === writtenDate(neededBy)) return ok(neededBy);
  const read = readDate(typed, locale, now);
  if (read.ok) return read;
  const values = { typed: inline(typed, TYPED_LIMIT) };
  return err(read.error === "past" ? say("refused.date-past") : say(read.error === "too-far" ? "edit.far-date" : "edit.bad-date", values));
}

const isSameText = (a: string, b: string): boolean => a.replaceAll(/\s+/g, " ").trim() === b.replaceAll(/\s+/g, " ").trim();

/** "Some" that comes to all or nothing is called what it is. */
function sourceOf(materials: readonly MaterialLine[]): RequestEdit["materialsSource"] {
  if (materials.every(({ needed, provided }) => provided === needed)) return "all";
  return materials.every(({ provided }) => provided === 0) ? "guild" : "some";
}
