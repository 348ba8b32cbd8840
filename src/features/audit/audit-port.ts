/** What other rooms may ask of the audit trail. */
import type { Page } from "../paging.ts";
import type { Changes } from "../requests/request-changes.ts";
import type { ChangeKind, RequestState } from "../requests/request.ts";

/** One thing that somebody did to a request. Written with it, never changed afterwards. */
export interface AuditEntry {
  readonly id: string;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actorId: string;
  readonly action: ChangeKind;
  /** The request's version that it led to. */
  readonly version: number;
  /** Null when it was submitted. */
  readonly from: RequestState | null;
  readonly to: RequestState;
  /** How many were crafted by a `complete`; 0 otherwise. */
  readonly count: number;
  /** As it is stored, see requests/reason.ts; empty when none was given. */
  readonly reason: string;
  /** Who crafted it at that moment: afterwards where there is one, else before (a release, a denial). */
  readonly crafterId: string | null;
  /** Each field that it changed, as it was and as it became; empty in what an earlier version wrote. */
  readonly changes: Changes;
}

/** One setting that an officer changed. */
export interface SettingChangeEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actorId: string;
  /** As in guild-settings/layers.ts, such as `roles.officer` or `claimLeaseHours`. */
  readonly key: string;
  /** The guild's own answer as JSON; null when it had or has none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Leaves out a part of the trail. */
export interface AuditFilter {
  readonly actorId?: string;
  readonly action?: ChangeKind;
  /** Milliseconds since 1970. */
  readonly since?: number;
}

export interface AuditReads {
  /** What was done to any request, newest first. */
  listEvents(guildId: string, filter: AuditFilter, page: number, pageSize: number): Promise<Page<AuditEntry>>;
  /** When each of these people last did anything to a request; who never did is left out. */
  lastActs(guildId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** When each of these requests was last claimed or assigned; others are left out. */
  lastTaken(guildId: string, requestIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** All that happened to a request, oldest first. */
  listForRequest(guildId: string, requestId: string): Promise<readonly AuditEntry[]>;
  /** The newest of it; null when there is none. */
  lastForRequest(guildId: string, requestId: string): Promise<AuditEntry | null>;
  /** What was changed in the settings, newest first. */
  listSettingChanges(guildId: string, page: number, pageSize: number): Promise<Page<SettingChangeEntry>>;
  /** Whether the action that led to this version was taken back. */
  wasUndone(guildId: string, requestId: string, version: number): Promise<boolean>;
}
