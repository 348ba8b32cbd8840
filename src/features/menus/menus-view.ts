import type { APIComponentInContainer } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import type { Page } from "../paging.ts";
import { person } from "../phrases.ts";
import type { Recipe } from "../recipes/recipe.ts";
import { itemIn, type CraftingRequest } from "../requests/request.ts";
import { card, COLOURS, LIMITS, option, row, separator, shorten, stringSelect, text } from "../view-kit.ts";
import { itemSelect, openSelect } from "./custom-ids.ts";
import type { Say } from "./texts.ts";

const ITEM_LIMIT = 70;

/** What somebody waits for and what they craft: no more than the board shows to everybody. */
export function personView(say: Say, userId: string, requests: Page<CraftingRequest>, claims: Page<CraftingRequest>): View {
  const shown = [...new Map([...requests.items, ...claims.items].map((request) => [request.id, request])).values()].slice(0, LIMITS.options);
  const options = shown.map((request) => option(`#${request.number} ${itemIn(say, request)}`, request.id, { description: say(`state.${request.state}`) }));
  return card(
    COLOURS.neutral,
    text(say("person.heading", { person: person(userId) })),
    ...part(say, requests, "person.requests", "person.noRequests"),
    separator(),
    ...part(say, claims, "person.claims", "person.noClaims"),
    ...(options.length === 0 ? [] : [row(stringSelect(openSelect.encode({}), options, { hint: say("person.open") }))]),
  );
}

function part(say: Say, { items, total }: Page<CraftingRequest>, heading: "person.requests" | "person.claims", empty: "person.noRequests" | "person.noClaims"): APIComponentInContainer[] {
  if (total === 0) return [text(say(empty))];
  const lines = items.map((request) => say("person.line", { number: request.number, item: shorten(itemIn(say, request), ITEM_LIMIT), quantity: request.quantity, state: say(`state.${request.state}`) }));
  const more = total - items.length;
  return [text([say(heading, { count: total }), ...lines, ...(more > 0 ? [say("person.more", { count: more })] : [])].join("\n"))];
}

/** Which of the items that a message names is meant. */
export const itemsView = (say: Say, recipes: readonly Recipe[], professionName: (id: string) => string): View =>
  card(
    COLOURS.neutral,
    text(`${say("message.heading")}\n${say("message.about")}`),
    row(stringSelect(itemSelect.encode({}), recipes.slice(0, LIMITS.options).map(({ id, name, profession }) => option(name, id, { description: professionName(profession) })), { hint: say("message.choose") })),
  );
