import type { View } from "../contract.ts";
import { pledgeButton } from "../materials/custom-ids.ts";
import { ago, channel, dateAndTime, inline, person } from "../phrases.ts";
import { claimButton, detailsButton } from "../requests/custom-ids.ts";
import { type MaterialStand, materialStands } from "../requests/material-stand.ts";
import { itemIn, type CraftingRequest, isActive } from "../requests/request.ts";
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
  /** What is needed until then is needed soon; milliseconds since 1970. */
  readonly soonUntil: number;
}

/** One request as everybody on the board sees it. What is private, such as why it was denied, stays in its details. */
export function cardView({ say, professionName, mark, soonUntil }: CardSurroundings, request: CraftingRequest): View {
  const { guildId, id: requestId, number, quantity, note } = request;
  const stands = materialStands(request);
  const address = { guildId, requestId, mark };
  const lines = [
    say("heading", { item: shorten(itemIn(say, request), ITEM_LIMIT), quantity }),
    stateLine(say, request),
    say("forWhom", { character: plain(request.characterName), requester: person(request.requesterId) }),
    ...dateLines(say, request, soonUntil),
    ...(isActive(request) ? materialsLines(say, stands) : []),
    ...(isActive(request) && note !== "" ? [say("note", { note: inline(note, NOTE_LIMIT) })] : []),
  ];
  const at = ago(request.createdAt);
  const about = professionName === null ? say("about", { number, at }) : say("aboutProfession", { number, profession: professionName, at });
  // Who has pledged changes it here as well, also when nothing is missing any more.
  const mayPledge = isActive(request) && stands.some(({ missing, pledged }) => missing > 0 || pledged > 0);
  const pledge = mayPledge ? [button("primary", say("pledge"), pledgeButton.encode({ guildId, requestId, mark, from: "card" }))] : [];
  const claim = request.state === "open" ? [button("success", say("claim"), claimButton.encode(address))] : [];
  return card(COLOUR_OF[request.state], text(lines.join("\n")), text(about), row(...claim, ...pledge, button("secondary", say("details"), detailsButton.encode(address))));
}

/** What was a card and no longer changes with its request. `boardChannelId`: where the board is now; null when it is nowhere. */
export function formerCardView({ say, mark }: CardSurroundings, request: CraftingRequest, boardChannelId: string | null): View {
  const { guildId, id: requestId, quantity } = request;
  const lines = [
    say("heading", { item: shorten(itemIn(say, request), ITEM_LIMIT), quantity }),
    boardChannelId === null ? say("switchedOff") : say("moved", { channel: channel(boardChannelId) }),
  ];
  return card(COLOURS.quiet, text(lines.join("\n")), row(button("secondary", say("details"), detailsButton.encode({ guildId, requestId, mark }))));
}

function dateLines(say: Say, request: CraftingRequest, soonUntil: number): readonly string[] {
  const { neededBy, state } = request;
  if (neededBy === null || !isActive(request)) return [];
  return [say(state === "open" && neededBy <= soonUntil ? "neededSoon" : "neededBy", { date: dateAndTime(neededBy), relative: ago(neededBy) })];
}

function stateLine(say: Say, { state, completed, quantity, crafterId }: CraftingRequest): string {
  if (state === "open" && completed > 0) return say("state.open-partly", { completed, quantity });
  return say(`state.${state}`, { completed, quantity, crafter: crafterId === null ? "—" : person(crafterId) });
}

function materialsLines(say: Say, stands: readonly MaterialStand[]): readonly string[] {
  const sum = (of: (stand: MaterialStand) => number): number => stands.reduce((total, stand) => total + of(stand), 0);
  const [needed, brought, pledged] = [sum((stand) => stand.needed), sum((stand) => stand.brought), sum((stand) => stand.pledged)];
  if (needed === 0) return [];
  if (brought === needed) return [say("allBrought")];
  const missing = stands.filter((stand) => stand.missing > 0);
  const named = missing.slice(0, MATERIALS_NAMED).map((stand) => say("material", { count: stand.missing, name: shorten(stand.name, MATERIAL_LIMIT) }));
  const more = missing.length - named.length;
  return [
    pledged > 0 ? say("broughtAndPledged", { brought, needed, pledged }) : say("brought", { brought, needed }),
    missing.length === 0 ? say("noneMissing") : say("missing", { materials: [...named, ...(more > 0 ? [say("moreMaterials", { count: more })] : [])].join(", ") }),
  ];
}
