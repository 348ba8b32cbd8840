import type { View } from "../contract.ts";
import { person } from "../phrases.ts";
import { detailsButton } from "../requests/custom-ids.ts";
import { itemIn, type CraftingRequest } from "../requests/request.ts";
import { COLOUR_OF } from "../state-colours.ts";
import { button, card, row, shorten, text } from "../view-kit.ts";
import { isOver } from "./request-thread.ts";
import type { Say } from "./texts.ts";

const ITEM_LIMIT = 60;

/** What Discord lists the thread as. */
export function threadName(say: Say, request: CraftingRequest): string {
  const { number, quantity } = request;
  return say(isOver(request) ? "nameOver" : "name", { number, item: shorten(itemIn(say, request), ITEM_LIMIT), quantity });
}

/** What stands first in a request's thread: what it is about, and how it stands now. */
export function threadView(say: Say, mark: string, request: CraftingRequest): View {
  const { guildId, id: requestId, state, number, quantity } = request;
  return card(
    COLOUR_OF[state],
    text(say("heading", { number, item: shorten(itemIn(say, request), ITEM_LIMIT), quantity })),
    text(howItStands(say, request)),
    row(button("secondary", say("details"), detailsButton.encode({ guildId, requestId, mark }))),
  );
}

function howItStands(say: Say, { state, requesterId, crafterId, completed, quantity }: CraftingRequest): string {
  const requester = person(requesterId);
  if (state === "cancelled" || state === "denied") return say(`alone.${state}`, { requester });
  return state === "open" || crafterId === null ? say("alone.open", { requester }) : say(`state.${state}`, { requester, crafter: person(crafterId), completed, quantity });
}
