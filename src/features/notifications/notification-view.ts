import type { View } from "../contract.ts";
import { ago, dateAndTime, inline, person } from "../phrases.ts";
import { detailsButton, hereButton, receiveButton, renewButton } from "../requests/custom-ids.ts";
import { materialStands } from "../requests/material-stand.ts";
import { readReason, REASON_LIMIT } from "../requests/reason.ts";
import { itemIn, type CraftingRequest } from "../requests/request.ts";
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
  "expired-for-you": COLOURS.quiet,
  "handed-over": COLOURS.good,
  "lease-ending": COLOURS.waiting,
  "needed-soon": COLOURS.waiting,
  "needed-soon-unclaimed": COLOURS.waiting,
  "somebody-here": COLOURS.waiting,
  "both-here": COLOURS.good,
  "pledges-changed": COLOURS.neutral,
  "pledge-cut": COLOURS.waiting,
  "pledge-ended": COLOURS.quiet,
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
export function notificationView(around: Surroundings, request: CraftingRequest, news: News): View {
  const { heading, body } = textsOf(around.say, request, news);
  return card(COLOUR_OF[news.kind], text(`### ${heading}\n${body}`), text(`-# ${aboutText(around, request, news)}`), row(...buttonsFor(around, request, news), details(around, request)));
}

/** What such a message says once the action that it told of was taken back. */
export function undoneView(around: Surroundings, request: CraftingRequest, news: News): View {
  const { say } = around;
  const { heading, body } = textsOf(say, request, news);
  const former = [heading, ...body.split("\n").map((line) => line.replace(/^> /, ""))].map((line) => `> -# ${line}`).join("\n");
  const sentence = say("undone.sentence", { actor: person(news.actorId) });
  return card(COLOURS.quiet, text(`### ${say("undone.heading")}\n${sentence}\n${former}`), text(`-# ${aboutText(around, request, news)}`), row(details(around, request)));
}

const details = ({ say, mark }: Surroundings, { guildId, id: requestId }: CraftingRequest) => button("secondary", say("details"), detailsButton.encode({ guildId, requestId, mark }));

/** One press where the answer is known. A shown button proves nothing: the transition authorises again. */
function buttonsFor({ say }: Surroundings, { guildId, id: requestId, requesterId }: CraftingRequest, { kind, to }: News) {
  const target = { guildId, requestId };
  const here = button("secondary", say("here"), hereButton.encode(target));
  const receive = button("success", say("receive"), receiveButton.encode(target));
  switch (kind) {
    case "lease-ending":
      return [button("primary", say("renew"), renewButton.encode(target))];
    case "completed":
      return [receive, here];
    case "somebody-here":
      return [here];
    case "both-here":
      return to === requesterId ? [receive] : [];
    default:
      return [];
  }
}

/** A reason names a character as it was when it was deleted. */
function characterOf({ characterName }: CraftingRequest, news: News): string {
  const reason = readReason(news.reason);
  return plain(reason.kind === "character-deleted" ? reason.characterName : characterName);
}

function aboutText({ say, guildName }: Surroundings, request: CraftingRequest, news: News): string {
  const about = { number: request.number, character: characterOf(request, news) };
  return guildName === null ? say("about", about) : say("aboutInGuild", { ...about, guild: plain(guildName) });
}

/** How its materials stand when the message is sent, over all of them. */
function materialsOf(request: CraftingRequest): Readonly<Record<"brought" | "pledged" | "missing", number>> {
  const sums = { brought: 0, pledged: 0, missing: 0 };
  for (const { brought, pledged, missing } of materialStands(request)) {
    sums.brought += brought;
    sums.pledged += pledged;
    sums.missing += missing;
  }
  return sums;
}

/** What somebody gave as the reason, else nothing. */
export function whyTyped(news: News): string {
  const reason = readReason(news.reason);
  return reason.kind === "typed" ? reason.text : "";
}

/** The reason as a quotation on a line of its own. */
export function whyOf(say: Say, news: News): string {
  const reason = whyTyped(news);
  return reason === "" ? "" : `\n${say("reason", { reason: inline(reason, REASON_LIMIT) })}`;
}

/** What it says, without what it is about. */
export function textsOf(say: Say, request: CraftingRequest, news: News): { readonly heading: string; readonly body: string } {
  const { quantity, leaseUntil, neededBy } = request;
  const values = {
    item: say("item", { item: shorten(itemIn(say, request), ITEM_LIMIT), quantity }),
    quantity,
    character: characterOf(request, news),
    completed: news.completed,
    left: quantity - news.completed,
    count: news.completedNow,
    actor: person(news.actorId),
    crafter: person(news.crafterId === "" ? news.actorId : news.crafterId),
    requester: person(request.requesterId),
    until: leaseUntil === null ? "" : ago(leaseUntil),
    ...materialsOf(request),
    date: neededBy === null ? "" : dateAndTime(neededBy),
  };
  return { heading: say(`${news.kind}.heading`, values), body: `${say(`${news.kind}.sentence`, values)}${whyOf(say, news)}` };
}
