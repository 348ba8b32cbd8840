import type { View } from "../contract.ts";
import { ago, dateAndTime, quotation } from "../phrases.ts";
import { detailsButton, undoButton } from "../requests/custom-ids.ts";
import { itemIn, type CraftingRequest, type MaterialLine, NOTE_LIMIT } from "../requests/request.ts";
import { button, card, COLOURS, plain, row, shorten, text } from "../view-kit.ts";
import { anotherButton, startButton } from "./custom-ids.ts";
import type { Clamped } from "./form.ts";
import { professionName, type Showing, withIcon } from "./showing.ts";
import type { Say } from "./texts.ts";

const NAME_LIMIT = 80;
const MATERIAL_LINES = 15;
const CLAMPED_LINES = 3;

export interface Sent {
  /** False when it had been sent before. */
  readonly isNew: boolean;
  /** Nobody has the profession's role here, so that it waits for officers. */
  readonly isForOfficers: boolean;
  readonly clamped: readonly Clamped[];
}

/** What became of a draft: the request with what is brought and what is missing. */
export function sentView(showing: Showing, request: CraftingRequest, { isNew, isForOfficers, clamped }: Sent): View {
  const { say } = showing;
  const values = { number: request.number, item: shorten(itemIn(say, request), NAME_LIMIT), quantity: request.quantity };
  const profession = withIcon(showing, request.profession, professionName(showing, request.profession));
  const who = { character: plain(request.characterName), profession };
  return card(
    COLOURS.good,
    text([say(isNew ? "sent.heading" : "sent.already-heading", values), isNew ? say(isForOfficers ? "sent.for-officers" : "sent.for", who) : say("sent.already")].join("\n")),
    text([materialsText(say, request), ...clamped.slice(0, CLAMPED_LINES).map((each) => clampedLine(say, each))].join("\n")),
    ...(request.neededBy === null ? [] : [text(say("sent.needed-by", { date: dateAndTime(request.neededBy), relative: ago(request.neededBy) }))]),
    ...(request.note === "" ? [] : [text(say("sent.note", { note: quotation(request.note, NOTE_LIMIT) }))]),
    text(say("sent.hint")),
    row(
      button("primary", say("sent.details"), detailsButton.encode({ guildId: request.guildId, requestId: request.id, mark: "" })),
      button("secondary", say("sent.another-for", { character: request.characterName }), anotherButton.encode({ characterId: request.characterId })),
      button("secondary", say("sent.another"), startButton.encode({})),
      ...(isNew ? [button("secondary", say("sent.undo"), undoButton.encode({ guildId: request.guildId, requestId: request.id, version: request.version }))] : []),
    ),
  );
}

function materialsText(say: Say, { materials }: CraftingRequest): string {
  if (materials.length === 0) return say("sent.none");
  const lines = materials.slice(0, MATERIAL_LINES).map((line) => materialLine(say, line));
  const more = materials.length - lines.length;
  return [sourceText(say, materials), ...lines, ...(more > 0 ? [say("sent.more", { count: more })] : [])].join("\n");
}

function sourceText(say: Say, materials: readonly MaterialLine[]): string {
  const provided = materials.reduce((sum, line) => sum + line.provided, 0);
  const needed = materials.reduce((sum, line) => sum + line.needed, 0);
  if (provided === needed) return say("sent.all");
  return provided === 0 ? say("sent.guild") : say("sent.some", { provided, needed });
}

const materialLine = (say: Say, { name, needed, provided }: MaterialLine): string =>
  say(provided >= needed ? "sent.brought" : "sent.partly", { material: shorten(name, NAME_LIMIT), needed, provided, missing: needed - provided });

const clampedLine = (say: Say, { name, typed, needed }: Clamped): string => say("sent.clamped", { material: shorten(name, NAME_LIMIT), typed, needed });
