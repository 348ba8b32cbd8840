import { ago, person } from "../phrases.ts";
import { type MaterialStand, materialStands } from "../requests/material-stand.ts";
import { itemIn, type CraftingRequest, leftOf } from "../requests/request.ts";
import { plain, shorten } from "../view-kit.ts";
import type { Viewer } from "./viewer.ts";

const ITEM_LIMIT = 70;

/** How much a row says, in characters and names. */
export interface RowLook {
  readonly item: number;
  readonly material: number;
  readonly materialsNamed: number;
}

const FULL: RowLook = { item: ITEM_LIMIT, material: 30, materialsNamed: 2 };

/** From the fullest to the shortest: where long names come together, rows say less. */
export const ROW_LOOKS: readonly RowLook[] = [
  FULL,
  { item: 40, material: 20, materialsNamed: 1 },
  { item: 40, material: 0, materialsNamed: 0 },
];

type Reader = Pick<Viewer, "say" | "userId">;

/** `Enchant Weapon - Crusader ×3`. */
export const itemOf = ({ say }: Pick<Reader, "say">, request: CraftingRequest, limit = ITEM_LIMIT): string => say("item", { item: shorten(itemIn(say, request), limit), quantity: request.quantity });

/** One request of the queue in two lines: what, how far and since when; for whom and what is missing. */
export function queueRow(reader: Reader, request: CraftingRequest, look = FULL): string {
  const { say } = reader;
  const { quantity, completed, createdAt, neededBy } = request;
  const head = say("rowHead", { number: request.number, item: itemOf(reader, request, look.item), state: stateOf(reader, request) });
  const left = completed > 0 ? [say("rowLeft", { left: leftOf(request), quantity })] : [];
  const about = [...holderOf(reader, request), say("rowFor", { character: plain(request.characterName), requester: person(request.requesterId) }), ...materialsOf(reader, request, look)];
  const date = neededBy === null ? [] : [say("rowNeeded", { at: ago(neededBy) })];
  return `${[head, ...left, ago(createdAt), ...date].join(" · ")}\n-# ${about.join(" · ")}`;
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
  if (crafterId !== userId) return say(state === "claimed" || state === "in_progress" ? `state.others-${state}` : `word.${state}`);
  return say(state === "claimed" ? "state.mine" : "state.working");
}

/** How its materials stand: numbers over all of them, then what is missing by name, where there is room for names. */
function materialsOf({ say }: Reader, request: CraftingRequest, look: RowLook): readonly string[] {
  const stands = materialStands(request);
  const sum = (of: (stand: MaterialStand) => number): number => stands.reduce((total, stand) => total + of(stand), 0);
  const [needed, brought, pledged] = [sum((stand) => stand.needed), sum((stand) => stand.brought), sum((stand) => stand.pledged)];
  if (needed === 0) return [];
  if (brought === needed) return [say("rowComplete")];
  const missing = stands.filter((stand) => stand.missing > 0);
  const named = missing.slice(0, look.materialsNamed).map((stand) => say("material", { count: stand.missing, name: shorten(stand.name, look.material) }));
  const more = missing.length - named.length;
  return [
    say("rowBrought", { brought, needed }),
    ...(pledged > 0 ? [say("rowPledged", { pledged })] : []),
    ...(missing.length === 0 ? [say("rowNoneMissing")] : named.length === 0 ? [] : [say("rowMissing", { materials: [...named, ...(more > 0 ? [say("moreMaterials", { count: more })] : [])].join(", ") })]),
  ];
}
