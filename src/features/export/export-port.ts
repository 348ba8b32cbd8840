/** What this room asks of requests, fulfilled where the rooms are wired; and what others may ask of it. */
import type { Call, Reply } from "../contract.ts";
import type { CraftingRequest, RequestState } from "../requests/request.ts";

/** Which requests are exported. */
export interface ExportFilter {
  /** Every one without it. */
  readonly states?: readonly RequestState[];
  readonly profession?: string;
  /** Only those asked since then, in milliseconds since 1970. */
  readonly since?: number;
}

export interface ExportedRequests {
  /** The next of them by number, after this one. */
  listAfter(guildId: string, filter: ExportFilter, afterNumber: number, limit: number): Promise<readonly CraftingRequest[]>;
}

export interface Exports {
  /** A file with all that people understand of these requests, for officers; else a sentence. */
  exportRequests(call: Call, filter: ExportFilter): Promise<Reply>;
}
