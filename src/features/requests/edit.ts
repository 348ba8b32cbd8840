import { err, ok, type Result } from "../../kernel/result.ts";
import { refusalOfMaterials } from "./material-rules.ts";
import type { Actor } from "./policy.ts";
import type { ActionRefusal } from "./request-port.ts";
import { type CraftingRequest, type MaterialLine, NOTE_LIMIT, QUANTITY_LIMIT, type RequestEdit } from "./request.ts";

/** The fields that an edit changes, or why it is refused. Who may, and in which state, is decided by policy.ts. */
export function edited(request: CraftingRequest, edit: RequestEdit, { rights }: Actor, now: number): Result<RequestEdit, ActionRefusal> {
  const { quantity, note, neededBy, materials, materialsSource } = edit;
  const least = request.completed + 1;
  if (!Number.isSafeInteger(quantity) || quantity < least || quantity > QUANTITY_LIMIT) return err({ kind: "bad-quantity", least, most: QUANTITY_LIMIT });
  if (Array.from(note).length > NOTE_LIMIT) return err({ kind: "note-too-long" });
  if (neededBy !== request.neededBy && neededBy !== null && neededBy <= now) return err({ kind: "date-past" });
  // What was asked of the guild stays so, whatever became of the person's role.
  const isKept = materialsSource === request.materialsSource;
  const refusal = refusalOfMaterials({ isCore: rights.isCore || isKept }, materialsSource, materials);
  if (refusal === "not-core") return err({ kind: "not-core" });
  if (refusal !== null || !haveSameNames(request.materials, materials)) return err({ kind: "bad-materials" });
  const next: RequestEdit = { quantity, note, neededBy, materials, materialsSource };
  return isSame(request, next) ? err({ kind: "nothing-changed" }) : ok(next);
}

/**
 * What another quantity needs. `needsOf` gives what the recipe says today, null without a recipe: it counts
 * only where it says of the old quantity what the request's snapshot does, for recipes change and requests do not.
 */
export function materialsFor(request: CraftingRequest, quantity: number, needsOf: (quantity: number) => ReadonlyMap<string, number> | null): readonly MaterialLine[] {
  if (quantity === request.quantity) return request.materials;
  const then = needsOf(request.quantity);
  const now = needsOf(quantity);
  const isRecipeSame = then !== null && request.materials.every(({ name, needed }) => then.get(name) === needed);
  return request.materials.map((line) => {
    const needed = (isRecipeSame ? now?.get(line.name) : undefined) ?? Math.ceil((line.needed * quantity) / request.quantity);
    return { name: line.name, needed, provided: request.materialsSource === "all" ? needed : Math.min(line.provided, needed) };
  });
}

const haveSameNames = (a: readonly MaterialLine[], b: readonly MaterialLine[]): boolean => a.length === b.length && a.every(({ name }, index) => b[index]?.name === name);

const isSame = (request: CraftingRequest, next: RequestEdit): boolean =>
  request.quantity === next.quantity &&
  request.note === next.note &&
  request.neededBy === next.neededBy &&
  request.materialsSource === next.materialsSource &&
  request.materials.every(({ needed, provided }, index) => next.materials[index]?.needed === needed && next.materials[index].provided === provided);
