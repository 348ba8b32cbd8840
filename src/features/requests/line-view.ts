/** The short forms in which a request appears everywhere in this room. */
import { ago, inline, person } from "../phrases.ts";
import { plain, shorten } from "../view-kit.ts";
import { readReason } from "./reason.ts";
import type { CraftingRequest, MaterialLine } from "./request.ts";
import type { Say } from "./texts.ts";

const ITEM_LIMIT = 80;

/** `🛠 In progress · 2 of 5 made`. */
export function stateBadge(say: Say, { state, completed, quantity }: CraftingRequest): string {
  if (state === "open" && completed > 0) return say("state.open-partly", { completed, quantity });
  return say(`state.${state}`, { completed, quantity });
}

/** `Enchant Weapon - Crusader ×3`. */
export const itemWithQuantity = (say: Say, { itemName, quantity }: CraftingRequest): string => say("item", { item: shorten(itemName, ITEM_LIMIT), quantity });

/** Two lines of a list: what and its state; for whom, by whom and since when. */
export function summaryLine(say: Say, request: CraftingRequest): string {
  const head = say("lineHead", { number: request.number, item: itemWithQuantity(say, request), state: stateBadge(say, request) });
  const about = [
    say("lineFor", { character: plain(request.characterName) }),
    ...(request.crafterId === null ? [] : [say("lineCrafter", { crafter: person(request.crafterId) })]),
    say("lineChanged", { at: ago(request.changedAt) }),
  ];
  return `${head}\n-# ${about.join(" · ")}`;
}

const MATERIAL_LINES = 15;
const MATERIAL_LIMIT = 60;

/** Who brings what: a sentence, then a line for each material. */
export function materialsText(say: Say, { materials, materialsSource }: CraftingRequest): string {
  if (materials.length === 0) return say("noMaterials");
  const sum = (of: (line: MaterialLine) => number): number => materials.reduce((total, line) => total + of(line), 0);
  const needed = sum((line) => line.needed);
  const provided = sum((line) => line.provided);
  const asked = materialsSource === "guild" && provided === 0;
  const source = provided >= needed ? say("materials.all") : asked ? say("materials.guild") : say("materials.some", { provided, needed });
  const lines = materials.slice(0, MATERIAL_LINES).map((line) => materialLine(say, line));
  const more = materials.length > MATERIAL_LINES ? [say("moreMaterials", { count: materials.length - MATERIAL_LINES })] : [];
  return [source, ...lines, ...more].join("\n");
}

function materialLine(say: Say, { name, needed, provided }: MaterialLine): string {
  const values = { material: shorten(name, MATERIAL_LIMIT), provided, needed, missing: needed - provided };
  return say(provided >= needed ? "materialBrought" : "materialMissing", values);
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
  }
}
