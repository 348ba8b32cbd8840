import type { CraftingRequest, RequestActionKind } from "./request.ts";

/** A request was submitted or changed; told in the transaction that wrote it. */
export interface RequestChanged {
  readonly guildId: string;
  readonly request: CraftingRequest;
  /** Null when it was submitted. */
  readonly before: CraftingRequest | null;
  readonly action: RequestActionKind | "submit";
  /** Who did it. */
  readonly actorId: string;
  /** How many were completed by this action; 0 otherwise. */
  readonly completedNow: number;
  /** Why, as reason.ts stores it; empty when nobody said. */
  readonly reason: string;
}

declare module "../contract.ts" {
  interface DomainEvents {
    "request.changed": RequestChanged;
  }
}
