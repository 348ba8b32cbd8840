import { ago, person } from "../phrases.ts";
import { type CraftingRequest, leftOf } from "../requests/request.ts";
import { plain, shorten } from "../view-kit.ts";
import { STATE_WORDS } from "./texts.ts";
import type { Viewer } from "./viewer.ts";

const ITEM_LIMIT = 70;
const MATERIAL_LIMIT = 30;
const MATERIALS_NAMED = 2;

type Reader = Pick<Viewer, "say" | "userId">;

/** `Enchant Weapon - Crusader ×3`. */
export const itemOf = ({ say }: Pick<Reader, "say">, { itemName, quantity }: CraftingRequest): string => say("item", { item: shorten(itemName, ITEM_LIMIT), quantity });

/** One request of the queue in two lines: what, how far and since when; for whom and what is missing. */
export function queueRow(reader: Reader, request: CraftingRequest): string {
  const { say } = reader;
  const { quantity, completed, createdAt } = request;
  const head = say("rowHead", { number: request.number, item: itemOf(reader, request), state: stateOf(reader, request) });
  const left = completed > 0 ? [say("rowLeft", { left: leftOf(request), quantity })] : [];
  const about = [...holderOf(reader, request), say("rowFor", { character: plain(request.characterName), requester: person(request.requesterId) }), ...missingOf(reader, request)];
  return `${[head, ...left, ago(createdAt)].join(" · ")}\n-# ${about.join(" · ")}`;
}

/** Who has it, when it is somebody else, and since when nothing moved. */
function holderOf({ say, userId }: Reader, { crafterId, changedAt }: CraftingRequest): readonly string[] {
  return crafterId === null || crafterId === userId ? [] : [say("rowWith", { crafter: person(crafterId), since: ago(changedAt) })];
}

/** What it says of the same in a select, where there is no markdown. */
export function optionTexts(reader: Reader, request: CraftingRequest): { readonly label: string; readonly description: string } {
  const { say } = reader;
  const left = say("rowLeft", { left: leftOf(request), quantity: request.quantity });
  return { label: `#${request.number} ${itemOf(reader, request)}`, description: [stateOf(reader, request), request.characterName, left].join(" · ") };
}

function stateOf({ say, userId }: Reader, { state, crafterId }: CraftingRequest): string {
  if (state === "open") return say("state.open");
  if (crafterId !== userId) return say(state === "claimed" || state === "in_progress" ? `state.others-${state}` : STATE_WORDS[state]);
  return say(state === "claimed" ? "state.mine" : "state.working");
}

function missingOf({ say }: Reader, { materials }: CraftingRequest): readonly string[] {
  if (materials.length === 0) return [];
  const missing = materials.filter(({ needed, provided }) => provided < needed);
  if (missing.length === 0) return [say("rowComplete")];
  const named = missing.slice(0, MATERIALS_NAMED).map(({ name, needed, provided }) => say("material", { count: needed - provided, name: shorten(name, MATERIAL_LIMIT) }));
  const more = missing.length - named.length;
  return [say("rowMissing", { materials: [...named, ...(more > 0 ? [say("moreMaterials", { count: more })] : [])].join(", ") })];
}
