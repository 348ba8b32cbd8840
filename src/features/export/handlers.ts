import type { Call, ComponentRoute, Reply } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { MemberNames } from "../guild-settings/settings-port.ts";
import { onPress } from "../on-press.ts";
import type { Profession } from "../recipes/recipe.ts";
import { ACTIVE_STATES } from "../requests/request.ts";
import { exportButton, type ExportState } from "./custom-ids.ts";
import type { ExportedRequests, ExportFilter } from "./export-port.ts";
import { tableHead, tableLines, tableView, type TableWords } from "./table-view.ts";
import { exportTexts } from "./texts.ts";

/** What this room's handlers work with. */
export interface ExportRoom {
  readonly requests: ExportedRequests;
  readonly books: (settings: GuildSettings) => { professions(): readonly Profession[] };
  readonly names: Pick<MemberNames, "knownName">;
  /** How many bytes a file may have; what Discord takes in a server without boosts is 10 MiB (reference.mdx in its documentation). */
  readonly limit?: number;
}

const MB = 1024 * 1024;
const LIMIT = 8 * MB;
/** So many are read and written at a time, between which others have their turn. */
const PART = 250;
const DAY_MS = 86_400_000;
/** How far back somebody may ask for; beyond is all that there ever were, or as good as. */
export const MOST_DAYS = 3650;

export const exportRoutes = (room: ExportRoom): readonly ComponentRoute[] => [onPress(exportButton, (call, { state, profession, days }) => exportRequests(room, call, filterOf(call, state, profession, days)))];

export function filterOf({ now }: Call, state: ExportState, profession: string, days: number): ExportFilter {
  const states = state === "active" ? { states: ACTIVE_STATES } : state === "every" ? {} : { states: [state] };
  const back = Math.min(MOST_DAYS, Math.max(0, Math.trunc(days) || 0));
  return { ...states, ...(profession === "" ? {} : { profession }), ...(back === 0 ? {} : { since: now - back * DAY_MS }) };
}

/** A file with all that people understand of these requests, for officers. What does not fit into one is refused, with what would. */
export async function exportRequests({ requests, books, names, limit = LIMIT }: ExportRoom, call: Call, filter: ExportFilter): Promise<Reply> {
  const say = call.translator.in(exportTexts);
  if (!call.rights.isOfficer) return { kind: "refuse", sentence: say("refused.not-an-officer") };
  const words: TableWords = { professions: books(call.settings).professions(), nameOf: (userId) => names.knownName(call.guildId, userId) };
  const parts = [tableHead(say)];
  let size = 0;
  let count = 0;
  let last = 0;
  for (;;) {
    const next = await requests.listAfter(call.guildId, filter, last, PART);
    const lines = tableLines(say, words, next);
    size += Buffer.byteLength(lines);
    if (size > limit) return { kind: "refuse", sentence: say("refused.too-large", { limit: Math.max(1, Math.round(limit / MB)), number: last }) };
    parts.push(lines);
    count += next.length;
    last = next.at(-1)?.number ?? last;
    if (next.length < PART) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (count === 0) return { kind: "refuse", sentence: say("refused.nothing") };
  // It is there as long as somebody needs to download it, and the next view comes beside it.
  return { kind: "show", view: tableView(say, parts.join(""), count), stay: "form" };
}
