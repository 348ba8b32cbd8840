/** The short forms in which a request appears everywhere in this room. */
import { ago, inline, person } from "../phrases.ts";
import { plain, shorten } from "../view-kit.ts";
import { type MaterialStand, materialStands } from "./material-stand.ts";
import { readReason } from "./reason.ts";
import type { BasketSpan } from "./request-port.ts";
import { itemIn, type CraftingRequest } from "./request.ts";
import type { RequestsKey, Say } from "./texts.ts";

const ITEM_LIMIT = 80;

/** `🛠 In progress · 2 of 5 made`. */
export function stateBadge(say: Say, { state, completed, quantity }: CraftingRequest): string {
  if (state === "open" && completed > 0) return say("state.open-partly", { completed, quantity });
  return say(`state.${state}`, { completed, quantity });
}

/** `Enchant Weapon - Crusader ×3`. */
export const itemWithQuantity = (say: Say, request: CraftingRequest): string => say("item", { item: shorten(itemIn(say, request), ITEM_LIMIT), quantity: request.quantity });

/** Two lines of a list: what and its state; for whom, by whom, since when and with which others. */
export function summaryLine(say: Say, request: CraftingRequest, basket?: BasketSpan): string {
  const head = say("lineHead", { number: request.number, item: itemWithQuantity(say, request), state: stateBadge(say, request) });
  const about = [
    say("lineFor", { character: plain(request.characterName) }),
    ...(request.crafterId === null ? [] : [say("lineCrafter", { crafter: person(request.crafterId) })]),
    say("lineChanged", { at: ago(request.changedAt) }),
    ...(basket === undefined || basket.first === basket.last ? [] : [say("lineBasket", { first: basket.first, last: basket.last })]),
  ];
  return `${head}\n-# ${about.join(" · ")}`;
}

const MATERIAL_LINES = 15;
const MATERIAL_LIMIT = 60;

/** Who brings what: a sentence, then a line for each material. */
export function materialsText(say: Say, request: CraftingRequest): string {
  const stands = materialStands(request);
  if (stands.length === 0) return say("noMaterials");
  const sum = (of: (stand: MaterialStand) => number): number => stands.reduce((total, stand) => total + of(stand), 0);
  const totals = { provided: sum(({ brought }) => brought), pledged: sum(({ pledged }) => pledged), needed: sum(({ needed }) => needed) };
  const lines = stands.slice(0, MATERIAL_LINES).map((stand) => materialLine(say, stand));
  const more = stands.length > MATERIAL_LINES ? [say("moreMaterials", { count: stands.length - MATERIAL_LINES })] : [];
  return [say(sourceKey(request, totals), totals), ...lines, ...more].join("\n");
}

function sourceKey({ materialsSource }: CraftingRequest, { provided, pledged, needed }: { readonly provided: number; readonly pledged: number; readonly needed: number }): RequestsKey {
  if (provided >= needed) return "materials.all";
  if (pledged > 0) return "materials.pledged";
  return materialsSource === "guild" && provided === 0 ? "materials.guild" : "materials.some";
}

function materialLine(say: Say, { name, needed, brought, pledged, missing }: MaterialStand): string {
  const values = { material: shorten(name, MATERIAL_LIMIT), provided: brought, needed, pledged, missing };
  if (brought >= needed) return say("materialBrought", values);
  if (pledged > 0) return say(missing === 0 ? "materialPledged" : "materialPledgedPartly", values);
  return say(missing === 0 ? "materialEnough" : "materialMissing", values);
}

const REASON_SHOWN = 500;

/** Why it ended, in one line; empty when no reason was given. */
export function reasonText(say: Say, stored: string, limit = REASON_SHOWN): string {
  const reason = readReason(stored);
  switch (reason.kind) {
    case "none":
      return "";
    case "typed":
      return inline(reason.text, limit);
    case "character-deleted":
      return say("reason.character-deleted", { character: plain(reason.characterName) });
    case "left":
      return say("reason.left");
  }
}
