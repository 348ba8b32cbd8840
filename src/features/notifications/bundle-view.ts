import type { View } from "../contract.ts";
import { person } from "../phrases.ts";
import { itemIn, type CraftingRequest } from "../requests/request.ts";
import { button, card, COLOURS, plain, row, shorten, text } from "../view-kit.ts";
import { renewButton } from "../requests/custom-ids.ts";
import { bundleButton } from "./custom-ids.ts";
import type { News } from "./news.ts";
import { type Surroundings, textsOf, whyTyped, whyOf } from "./notification-view.ts";
import type { Say } from "./texts.ts";

/** One piece of news with what it is about. */
export interface Entry {
  readonly request: CraftingRequest;
  readonly news: News;
  readonly isUndone: boolean;
}

/** Why several things are told at once. */
export type BundleKind = "together" | "quiet" | "digest";

/** More than these of one kind by one person are told by number. */
const LINES = 8;
/** In characters: with heading and footer it stays under Discord's limit of 4,000. */
const BODY_LIMIT = 3_600;
const ITEM_LIMIT = 30;
const ITEMS_NAMED = 20;

/** Several things that happened, told to one person in one message. */
export function bundleView(around: Surroundings, guildId: string, kind: BundleKind, entries: readonly Entry[]): View {
  const { say, guildName, mark } = around;
  const groups = [...Map.groupBy(entries, ({ news, isUndone }) => `${news.kind} ${news.actorId} ${isUndone} ${whyTyped(news)}`).values()];
  const lines = groups.flatMap((group) => (group.length > LINES ? [groupLine(around, group)] : group.map((entry) => entryLine(around, entry))));
  const { shown, hidden } = fitting(lines);
  const from = guildName === null ? [] : [text(`-# ${plain(guildName)}`)];
  return card(
    COLOURS.neutral,
    text([`### ${say(`bundle.${kind}`, { count: entries.length })}`, ...shown, ...(hidden > 0 ? [say("bundle.more", { count: hidden })] : [])].join("\n")),
    ...from,
    ...renewRows(around, guildId, entries),
    row(button("secondary", say("bundle.mine"), bundleButton.encode({ guildId, mark }))),
  );
}

/** Rows of at most 5, so many that the message has no more than Discord's 40 components. */
const [A_ROW, RENEWED] = [5, 20];

/** A press for each claim that the message asks about. */
function renewRows({ say }: Surroundings, guildId: string, entries: readonly Entry[]): ReturnType<typeof row<ReturnType<typeof button>>>[] {
  const asked = new Map(entries.flatMap(({ news, request }) => (news.kind === "lease-ending" ? [[request.id, request.number] as const] : [])));
  const buttons = [...asked].slice(0, RENEWED).map(([requestId, number]) => button("primary", say("bundle.renew", { number }), renewButton.encode({ guildId, requestId })));
  return Array.from({ length: Math.ceil(buttons.length / A_ROW) }, (_, index) => row(...buttons.slice(index * A_ROW, (index + 1) * A_ROW)));
}

function entryLine({ say }: Surroundings, { request, news, isUndone }: Entry): string {
  const { body } = textsOf(say, request, news);
  const line = say("bundle.line", { number: request.number, sentence: body });
  return isUndone ? takenBack(say, line) : line;
}

const takenBack = (say: Say, line: string): string => say("bundle.undone", { line: line.split("\n").map((part) => `~~${part.replace(/^> /, "")}~~`).join("\n") });

function groupLine({ say }: Surroundings, group: readonly Entry[]): string {
  const [first] = group;
  if (!first) return "";
  const named = group.length <= ITEMS_NAMED;
  const requests = group.map(({ request }) => (named ? say("bundle.item", { number: request.number, item: shorten(itemIn(say, request), ITEM_LIMIT) }) : `#${request.number}`));
  const told = say("bundle.group", { label: say(`${first.news.kind}.label`, { actor: person(first.news.actorId) }), count: group.length, requests: requests.join(", ") });
  const line = `${told}${whyOf(say, first.news)}`;
  return first.isUndone ? takenBack(say, line) : line;
}

/** Whole lines, as many as fit. */
function fitting(lines: readonly string[]): { readonly shown: readonly string[]; readonly hidden: number } {
  let length = 0;
  const end = lines.findIndex((line) => (length += line.length + 1) > BODY_LIMIT);
  return end < 0 ? { shown: lines, hidden: 0 } : { shown: lines.slice(0, end), hidden: lines.length - end };
}
