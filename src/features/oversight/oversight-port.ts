/** What officers' views ask of requests and of how they are put into words; fulfilled where the rooms are wired. */
import type { AuditEntry, SettingChangeEntry } from "../audit/audit-port.ts";
import type { Call, Reply } from "../contract.ts";
import type { Page } from "../paging.ts";
import type { CraftingRequest } from "../requests/request.ts";

/** How much there is of one profession that is not at its end. */
export interface ProfessionLoad {
  readonly profession: string;
  readonly open: number;
  /** Claimed or in progress. */
  readonly claimed: number;
  /** When the oldest open one was asked; null when none is open. In milliseconds since 1970. */
  readonly oldestOpenAt: number | null;
}

/** What one crafter has claimed and not finished. */
export interface CrafterLoad {
  readonly crafterId: string;
  readonly requestIds: readonly string[];
  /** How many items are still to be crafted. */
  readonly left: number;
}

export interface Workload {
  listProfessions(guildId: string): Promise<readonly ProfessionLoad[]>;
  /** Who has most first. */
  listCrafters(guildId: string, page: number, pageSize: number): Promise<Page<CrafterLoad>>;
}

/** What is looked for: all of the words, and of one person when one is named. */
export interface Search {
  /** Folded as by kernel/fold.ts. */
  readonly words: readonly string[];
  /** Who asked for it or crafts it. */
  readonly personId: string | null;
}

export interface Found {
  readonly items: readonly CraftingRequest[];
  /** The number before which there is more; null when this is all. */
  readonly next: number | null;
}

export interface RequestSearch {
  /** The newest that match, below this number where one is given. */
  search(guildId: string, wanted: Search, below: number | null, limit: number): Promise<Found>;
}

/** How other rooms say what they know, in the words of whoever asks. */
export interface Wording {
  /** A request in two lines. */
  summary(call: Call, request: CraftingRequest): string;
  /** The same where there is no markdown. */
  choice(call: Call, request: CraftingRequest): string;
  /** Who did what. */
  event(call: Call, entry: AuditEntry): string;
  /** What an officer changed in the settings: which one, and each answer. */
  setting(call: Call, entry: SettingChangeEntry): { readonly name: string; readonly before: string; readonly after: string };
  /** One request as a new message. */
  showDetails(call: Call, requestId: string): Promise<Reply>;
}
