/** What other rooms may ask of the audit trail. */
import type { RequestActionKind, RequestState } from "../requests/request.ts";

/** One thing that somebody did to a request. Written with it, never changed afterwards. */
export interface AuditEntry {
  readonly id: string;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actorId: string;
  readonly action: RequestActionKind | "submit";
  /** Null when it was submitted. */
  readonly from: RequestState | null;
  readonly to: RequestState;
  /** How many were crafted by a `complete`; 0 otherwise. */
  readonly count: number;
  /** As it is stored, see requests/reason.ts; empty when none was given. */
  readonly reason: string;
  /** Who crafted it at that moment: afterwards where there is one, else before (a release, a denial). */
  readonly crafterId: string | null;
}

export interface AuditReads {
  /** All that happened to a request, oldest first. */
  listForRequest(guildId: string, requestId: string): Promise<readonly AuditEntry[]>;
}
