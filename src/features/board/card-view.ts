import type { View } from "../contract.ts";
import { claimButton, detailsButton } from "../requests/custom-ids.ts";
import type { CraftingRequest, MaterialLine, RequestState } from "../requests/request.ts";
import { button, card, COLOURS, plain, row, shorten, text } from "../view-kit.ts";
import type { Say } from "./texts.ts";

const ITEM_LIMIT = 80;
const MATERIAL_LIMIT = 40;
const MATERIALS_NAMED = 5;
const NOTE_LIMIT = 200;

const LOOKS: Readonly<Record<RequestState, { readonly colour: number; readonly isActive: boolean }>> = {
  open: { colour: COLOURS.neutral, isActive: true },
  claimed: { colour: COLOURS.waiting, isActive: true },
  in_progress: { colour: COLOURS.waiting, isActive: true },
  completed: { colour: COLOURS.good, isActive: false },
  cancelled: { colour: COLOURS.quiet, isActive: false },
  denied: { colour: COLOURS.bad, isActive: false },
};

/** Whether something can still be done for it. */
export const isActive = ({ state }: CraftingRequest): boolean => LOOKS[state].isActive;

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
  const { colour } = LOOKS[request.state];
  const address = { guildId, requestId, mark };
  const lines = [
    say("heading", { item: shorten(itemName, ITEM_LIMIT), quantity }),
    stateLine(say, request),
    say("forWhom", { character: plain(request.characterName), requester: `<@${request.requesterId}>` }),
    ...(isActive(request) ? materialsLine(say, materials) : []),
    ...(isActive(request) && note !== "" ? [say("note", { note: plain(shorten(note.replaceAll(/\s*\n\s*/g, " "), NOTE_LIMIT)) })] : []),
  ];
  const at = `<t:${Math.floor(request.createdAt / 1000)}:R>`;
  const about = professionName === null ? say("about", { number, at }) : say("aboutProfession", { number, profession: professionName, at });
  const claim = request.state === "open" ? [button("success", say("claim"), claimButton.encode(address))] : [];
  return card(colour, text(lines.join("\n")), text(about), row(...claim, button("secondary", say("details"), detailsButton.encode(address))));
}

function stateLine(say: Say, { state, completed, quantity, crafterId }: CraftingRequest): string {
  if (state === "open" && completed > 0) return say("state.open-partly", { completed, quantity });
  return say(`state.${state}`, { completed, quantity, crafter: crafterId === null ? "—" : `<@${crafterId}>` });
}

function materialsLine(say: Say, materials: readonly MaterialLine[]): readonly string[] {
  if (materials.length === 0) return [];
  const missing = materials.filter(({ needed, provided }) => provided < needed);
  if (missing.length === 0) return [say("allBrought")];
  const named = missing.slice(0, MATERIALS_NAMED).map(({ name, needed, provided }) => say("material", { count: needed - provided, name: shorten(name, MATERIAL_LIMIT) }));
  const more = missing.length - named.length;
  return [say("missing", { materials: [...named, ...(more > 0 ? [say("moreMaterials", { count: more })] : [])].join(", ") })];
}
