import type { AuditEntry } from "../audit/audit-port.ts";
import type { View } from "../contract.ts";
import { pageOf } from "../paging.ts";
import { ago, person } from "../phrases.ts";
import { button, card, COLOURS, row, text } from "../view-kit.ts";
import { openButton } from "./custom-ids.ts";
import { itemWithQuantity, reasonText } from "./line-view.ts";
import { pagingButtons } from "./paging.ts";
import { type CraftingRequest, THE_DESK } from "./request.ts";
import { EVENTS, EVENTS_BY_ITSELF, type Say } from "./texts.ts";
import { historyButton } from "./view-ids.ts";
import type { Viewer } from "./viewer.ts";

const PAGE_SIZE = 10;
/** Ten of these fit one text. */
const REASON_SHOWN = 250;

/** `<@1> completed 2`: what somebody did, without when. */
export function eventText(say: Say, { action, actorId, crafterId, count, reason, changes }: AuditEntry): string {
  const changed = action === "edit" ? changesText(say, changes) : "";
  const key = changed !== "" ? "event.edit-details" : actorId === THE_DESK ? (EVENTS_BY_ITSELF[action] ?? EVENTS[action]) : EVENTS[action];
  const event = say(key, { changes: changed, actor: person(actorId), crafter: crafterId === null ? "" : person(crafterId), count });
  const why = reasonText(say, reason, REASON_SHOWN);
  return why === "" ? event : say("eventReason", { event, reason: why });
}

/** Which of the fields an edit changed. */
function changesText(say: Say, { quantity, note, neededBy, materials }: AuditEntry["changes"]): string {
  return [
    ...(quantity ? [say("event.edit-quantity", { was: quantity.was ?? "", is: quantity.is })] : []),
    ...(materials && !quantity ? [say("event.edit-materials")] : []),
    ...(neededBy ? [say("event.edit-date")] : []),
    ...(note ? [say("event.edit-note")] : []),
  ].join(", ");
}

/** A page of what happened to a request, newest last; `page` from 0, the last one when there are fewer. */
export function historyView({ say }: Viewer, request: CraftingRequest, entries: readonly AuditEntry[], page: number): View {
  const { guildId, id: requestId } = request;
  const shown = pageOf(entries, page, PAGE_SIZE);
  const lines = shown.items.map((entry) => `- ${say("history.line", { at: ago(entry.at), event: eventText(say, entry) })}`);
  const heading = say("history.heading", { number: request.number, item: itemWithQuantity(say, request) });
  const paging = pagingButtons(say, shown, (to, as) => historyButton.encode({ guildId, requestId, page: to, as }));
  return card(
    COLOURS.quiet,
    text([heading, ...(lines.length > 0 ? lines : [say("history.empty")]), ...paging.lines].join("\n")),
    row(button("secondary", say("back"), openButton.encode({ guildId, requestId })), ...paging.buttons),
  );
}
