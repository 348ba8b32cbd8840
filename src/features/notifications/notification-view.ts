import type { View } from "../contract.ts";
import { inline, person } from "../phrases.ts";
import { detailsButton } from "../requests/custom-ids.ts";
import { readReason, REASON_LIMIT } from "../requests/reason.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { button, card, COLOURS, plain, row, shorten, text } from "../view-kit.ts";
import type { News, NewsKind } from "./news.ts";
import type { Say } from "./texts.ts";

const ITEM_LIMIT = 80;

const COLOUR_OF: Readonly<Record<NewsKind, number>> = {
  claimed: COLOURS.waiting,
  assigned: COLOURS.waiting,
  progress: COLOURS.waiting,
  completed: COLOURS.good,
  released: COLOURS.neutral,
  cancelled: COLOURS.quiet,
  "character-gone": COLOURS.quiet,
  denied: COLOURS.bad,
  reopened: COLOURS.neutral,
  "given-to-you": COLOURS.neutral,
  "taken-from-you": COLOURS.quiet,
  "released-for-you": COLOURS.quiet,
  "your-craft-cancelled": COLOURS.bad,
  "your-craft-denied": COLOURS.bad,
  "your-craft-reopened": COLOURS.neutral,
};

/** What a notification shows besides its news. */
export interface Surroundings {
  readonly say: Say;
  /** Null when it is not known. */
  readonly guildName: string | null;
  /** The outbox row's id. */
  readonly mark: string;
}

/** One thing that happened to a request, told to one person in a direct message. */
export function notificationView({ say, guildName, mark }: Surroundings, request: CraftingRequest, news: News): View {
  const { number, quantity } = request;
  const reason = readReason(news.reason);
  const character = plain(reason.kind === "character-deleted" ? reason.characterName : request.characterName);
  const values = {
    item: say("item", { item: shorten(request.itemName, ITEM_LIMIT), quantity }),
    quantity,
    character,
    completed: news.completed,
    left: quantity - news.completed,
    count: news.completedNow,
    actor: person(news.actorId),
    crafter: person(news.crafterId === "" ? news.actorId : news.crafterId),
    requester: person(request.requesterId),
  };
  const about = guildName === null ? say("about", { number, character }) : say("aboutInGuild", { number, character, guild: plain(guildName) });
  const sentence = say(`${news.kind}.sentence`, values);
  const why = reason.kind === "typed" ? `\n${say("reason", { reason: inline(reason.text, REASON_LIMIT) })}` : "";
  return card(
    COLOUR_OF[news.kind],
    text(`### ${say(`${news.kind}.heading`, values)}\n${sentence}${why}`),
    text(`-# ${about}`),
    row(button("secondary", say("details"), detailsButton.encode({ guildId: request.guildId, requestId: request.id, mark }))),
  );
}
