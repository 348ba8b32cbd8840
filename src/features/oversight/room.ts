import type { AuditReads } from "../audit/audit-port.ts";
import type { Call, Reply } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { Page } from "../paging.ts";
import { type Profession, professionTitle } from "../recipes/recipe.ts";
import type { ListsFor, RequestActions, RequestReads } from "../requests/request-port.ts";
import type { CraftingRequest } from "../requests/request.ts";
import type { Line } from "./frame.ts";
import type { RequestSearch, Wording, Workload } from "./oversight-port.ts";
import { oversightTexts, type Say } from "./texts.ts";

/** What this room's handlers work with. */
export interface OversightRoom {
  readonly actions: Pick<RequestActions, "actMany">;
  readonly reads: Pick<RequestReads, "get" | "getMany" | "getByNumber" | "listQueue">;
  readonly lists: ListsFor;
  readonly workload: Workload;
  readonly search: RequestSearch;
  readonly audit: Pick<AuditReads, "listEvents" | "lastActs" | "lastTaken" | "listSettingChanges">;
  readonly words: Wording;
  readonly books: (settings: GuildSettings) => { professions(): readonly Profession[] };
}

export const sayTo = ({ translator }: Call): Say => translator.in(oversightTexts);

export const nameIn = ({ books }: OversightRoom, { settings }: Call) => (profession: string): string => professionTitle(books(settings).professions(), profession);

export const lineIn = ({ words }: OversightRoom, call: Call) => (request: CraftingRequest): Line => ({ id: request.id, summary: words.summary(call, request), choice: words.choice(call, request) });

export const linesOf = (room: OversightRoom, call: Call, page: Page<CraftingRequest>): Page<Line> => ({ ...page, items: page.items.map(lineIn(room, call)) });

/** Asks who it is each time, whatever was shown before. */
export async function forOfficers(call: Call, answer: () => Promise<Reply | null>): Promise<Reply | null> {
  return call.rights.isOfficer ? answer() : { kind: "refuse", sentence: sayTo(call)("refused.not-an-officer") };
}
