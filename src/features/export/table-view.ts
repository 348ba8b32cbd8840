import type { View } from "../contract.ts";
import { csvLines, csvOf } from "../csv.ts";
import { person } from "../phrases.ts";
import { type Profession } from "../recipes/recipe.ts";
import { materialStands } from "../requests/material-stand.ts";
import { readReason } from "../requests/reason.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { card, COLOURS, file, text } from "../view-kit.ts";
import type { Say } from "./texts.ts";

/** Whose requests these are, in words. */
export interface TableWords {
  readonly professions: readonly Profession[];
  /** What somebody is called here; null where that is not known. */
  readonly nameOf: (userId: string) => string | null;
}

type Cell = (request: CraftingRequest, say: Say, words: TableWords) => string | number;

/** The columns, in their order; each has its heading in texts.ts. */
const COLUMNS = {
  number: ({ number }) => number,
  item: ({ itemName }) => itemName,
  quantity: ({ quantity }) => quantity,
  completed: ({ completed }) => completed,
  profession: ({ profession }, _, { professions }) => professions.find(({ id }) => id === profession)?.name ?? profession,
  category: ({ category }) => category,
  state: ({ state }, say) => say(`state.${state}`),
  character: ({ characterName }) => characterName,
  requester: ({ requesterId }, _, words) => named(requesterId, words),
  crafter: ({ crafterId }, _, words) => (crafterId === null ? "" : named(crafterId, words)),
  materials: (request, say) => materialStands(request).map(({ name, ...counts }) => say("material", { material: name, ...counts })).join("\n"),
  note: ({ note }) => note,
  reason: ({ reason }, say) => reasonOf(reason, say),
  "needed-by": ({ neededBy }) => utc(neededBy),
  created: ({ createdAt }) => utc(createdAt),
  changed: ({ changedAt }) => utc(changedAt),
  delivered: ({ deliveredAt }) => utc(deliveredAt),
} as const satisfies Record<string, Cell>;

const CELLS: readonly Cell[] = Object.values(COLUMNS);
const HEADINGS = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[];

export const tableHead = (say: Say): string => csvOf(HEADINGS.map((column) => say(`column.${column}`)), []);

export const tableLines = (say: Say, words: TableWords, requests: readonly CraftingRequest[]): string =>
  csvLines(requests.map((request) => CELLS.map((cell) => cell(request, say, words))));

export function tableView(say: Say, table: string, count: number): View {
  const name = "requests.csv";
  return { ...card(COLOURS.good, text(`${say("done.heading", { count })}\n${say("done.about")}`), file(name)), files: [{ name, contentType: "text/csv", data: table }] };
}

/** A bare id would be a number to spreadsheets, which round it; names change, and two people may have the same. */
function named(userId: string, { nameOf }: TableWords): string {
  const name = nameOf(userId);
  return name === null ? person(userId) : `${name} ${person(userId)}`;
}

/** As spreadsheets read it, whatever the language. */
const utc = (at: number | null): string => (at === null ? "" : new Date(at).toISOString().slice(0, 19).replace("T", " "));

function reasonOf(stored: string, say: Say): string {
  const reason = readReason(stored);
  switch (reason.kind) {
    case "none":
      return "";
    case "typed":
      return reason.text;
    case "character-deleted":
      return say("characterDeleted", { character: reason.characterName });
    case "left":
      return say("left");
  }
}
