import type { View } from "../contract.ts";
import { ago, channel, inline, person } from "../phrases.ts";
import { claimButton, detailsButton } from "../requests/custom-ids.ts";
import { type CraftingRequest, isActive, type MaterialLine } from "../requests/request.ts";
import { COLOUR_OF } from "../state-colours.ts";
import { button, card, COLOURS, plain, row, shorten, text } from "../view-kit.ts";
import type { Say } from "./texts.ts";

const ITEM_LIMIT = 80;
const MATERIAL_LIMIT = 40;
const MATERIALS_NAMED = 5;
const NOTE_LIMIT = 200;

export interface CardSurroundings {
  readonly say: Say;
  /** With its emoji; null when no pack in use has it. */
  readonly professionName: string | null;
  /** The outbox row's id. */
  readonly mark: string;
}

/** One request as everybody on the board sees it. What is private, such as why it was denied, stays in its details. */
export function cardView({ say, professionName, mark }: CardSurroundings, request: CraftingRequest): View {
  const { guildId, id: requestId, number, itemName, quantity, materials, note } = request;
  const address = { guildId, requestId, mark };
  const lines = [
    say("heading", { item: shorten(itemName, ITEM_LIMIT), quantity }),
    stateLine(say, request),
    say("forWhom", { character: plain(request.characterName), requester: person(request.requesterId) }),
    ...(isActive(request) ? materialsLine(say, materials) : []),
    ...(isActive(request) && note !== "" ? [say("note", { note: inline(note, NOTE_LIMIT) })] : []),
  ];
  const at = ago(request.createdAt);
  const about = professionName === null ? say("about", { number, at }) : say("aboutProfession", { number, profession: professionName, at });
  const claim = request.state === "open" ? [button("success", say("claim"), claimButton.encode(address))] : [];
  return card(COLOUR_OF[request.state], text(lines.join("\n")), text(about), row(...claim, button("secondary", say("details"), detailsButton.encode(address))));
}

/** What was a card and no longer changes with its request. `boardChannelId`: where the board is now; null when it is nowhere. */
export function formerCardView({ say, mark }: CardSurroundings, request: CraftingRequest, boardChannelId: string | null): View {
  const { guildId, id: requestId, itemName, quantity } = request;
  const lines = [
    say("heading", { item: shorten(itemName, ITEM_LIMIT), quantity }),
    boardChannelId === null ? say("switchedOff") : say("moved", { channel: channel(boardChannelId) }),
  ];
  return card(COLOURS.quiet, text(lines.join("\n")), row(button("secondary", say("details"), detailsButton.encode({ guildId, requestId, mark }))));
}

function stateLine(say: Say, { state, completed, quantity, crafterId }: CraftingRequest): string {
  if (state === "open" && completed > 0) return say("state.open-partly", { completed, quantity });
  return say(`state.${state}`, { completed, quantity, crafter: crafterId === null ? "—" : person(crafterId) });
}

function materialsLine(say: Say, materials: readonly MaterialLine[]): readonly string[] {
  if (materials.length === 0) return [];
  const missing = materials.filter(({ needed, provided }) => provided < needed);
  if (missing.length === 0) return [say("allBrought")];
  const named = missing.slice(0, MATERIALS_NAMED).map(({ name, needed, provided }) => say("material", { count: needed - provided, name: shorten(name, MATERIAL_LIMIT) }));
  const more = missing.length - named.length;
  return [say("missing", { materials: [...named, ...(more > 0 ? [say("moreMaterials", { count: more })] : [])].join(", ") })];
}
