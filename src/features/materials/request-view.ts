import type { View } from "../contract.ts";
import { ago, person } from "../phrases.ts";
import { detailsButton, openButton } from "../requests/custom-ids.ts";
import { materialStands, type MaterialStand } from "../requests/material-stand.ts";
import { itemIn, type CraftingRequest, isActive } from "../requests/request.ts";
import { COLOUR_OF } from "../state-colours.ts";
import { button, container, plain, row, separator, shorten, text } from "../view-kit.ts";
import { pledgeButton } from "./custom-ids.ts";
import { wholeLines } from "./lines-view.ts";
import type { PledgeEvent } from "./materials-port.ts";
import type { Cut, Pledge } from "./pledge.ts";
import type { Say } from "./texts.ts";
import { withdrawButton } from "./view-ids.ts";

export const MATERIAL_LIMIT = 60;
const ITEM_LIMIT = 80;
/** Of Discord's 4,000 characters in all. */
const STANDS_LIMIT = 2000;
const PLEDGES_LIMIT = 700;
const NOTICE_LIMIT = 700;
const MATERIALS_NAMED = 3;

/** What is known of a request's pledges. */
export interface PledgesShown {
  readonly pledges: readonly Pledge[];
  /** The latest, newest first. */
  readonly events: readonly PledgeEvent[];
}

/** How each material of a request stands, per unit and in all, and who pledges what. `notice` is told above it; `as` says whether it stands in place of the request's details. */
export function requestMaterialsView(say: Say, userId: string, request: CraftingRequest, { pledges, events }: PledgesShown, as: "card" | "page", notice?: string): View {
  const { guildId, id: requestId, number, quantity } = request;
  const stands = materialStands(request);
  const heading = say("heading", { number, item: say("item", { item: shorten(itemIn(say, request), ITEM_LIMIT), quantity }) });
  const lines = wholeLines(stands.map((stand) => standLine(say, stand, quantity)), STANDS_LIMIT, (count) => say("moreStands", { count }));
  const isMine = pledges.some((pledge) => pledge.userId === userId);
  const mayPledge = isActive(request) && (isMine || stands.some(({ missing }) => missing > 0));
  const parts = [
    text(`${heading}\n${stands.length === 0 ? say("none") : lines}`),
    ...(isActive(request) && stands.length > 0 ? [separator(), text([pledgesText(say, pledges), ...events.map((event) => eventLine(say, event))].join("\n"))] : []),
    separator(),
    row(
      ...(mayPledge ? [button("primary", say(isMine ? "change" : "pledge"), pledgeButton.encode({ guildId, requestId, mark: "", from: "page" }))] : []),
      ...(isMine ? [button("danger", say("withdraw"), withdrawButton.encode({ guildId, requestId }))] : []),
      as === "page" ? button("secondary", say("back"), openButton.encode({ guildId, requestId })) : button("secondary", say("details"), detailsButton.encode({ guildId, requestId, mark: "" })),
    ),
  ];
  return { components: [...(notice === undefined ? [] : [text(notice)]), container(COLOUR_OF[request.state], ...parts)] };
}

const nameOf = (material: string): string => plain(shorten(material, MATERIAL_LIMIT));

function standLine(say: Say, { name, needed, brought, pledged, missing }: MaterialStand, quantity: number): string {
  const values = { material: nameOf(name), needed, brought, pledged, missing };
  // Of what is crafted several at a time, one takes no whole number.
  return needed % quantity === 0 ? say("standEach", { ...values, each: needed / quantity }) : say("stand", values);
}

function pledgesText(say: Say, pledges: readonly Pledge[]): string {
  if (pledges.length === 0) return say("nobodyPledged");
  const byPerson = Map.groupBy(pledges, ({ userId }) => userId);
  const lines = Array.from(byPerson, ([userId, own]) => say("pledgesOf", { person: person(userId), materials: listOf(say, own) }));
  return `${say("pledges")}\n${wholeLines(lines, PLEDGES_LIMIT, (count) => say("morePledges", { count }))}`;
}

/** Some are named. */
function listOf(say: Say, pledges: readonly Pick<Pledge, "material" | "amount">[], named = MATERIALS_NAMED): string {
  const shown = pledges.slice(0, named).map(({ material, amount }) => say("material", { count: amount, name: nameOf(material) }));
  const more = pledges.length - shown.length;
  return [...shown, ...(more > 0 ? [say("moreMaterials", { count: more })] : [])].join(", ");
}

function eventLine(say: Say, { userId, actorId, material, before, after, at }: PledgeEvent): string {
  const values = { person: person(userId), actor: person(actorId), material: nameOf(material), before, after, at: ago(at) };
  return say(actorId === userId ? "event" : "eventCut", values);
}

/** What came of somebody's pledge. */
export function pledgeNotice(say: Say, own: readonly Pledge[], cuts: readonly Cut[]): string {
  const did = own.length === 0 ? say("did.nothing") : say("did.pledged", { materials: listOf(say, own, 8) });
  const lines = cuts.map(({ material, wanted, amount }) => say("did.cut", { material: nameOf(material), wanted, amount }));
  return wholeLines([did, ...lines], NOTICE_LIMIT, (count) => say("moreStands", { count }));
}
