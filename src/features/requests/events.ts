import type { ChangeKind, CraftingRequest } from "./request.ts";

/** A request was submitted or changed; told in the transaction that wrote it. */
export interface RequestChanged {
  readonly guildId: string;
  readonly request: CraftingRequest;
  /** Null when it was submitted. */
  readonly before: CraftingRequest | null;
  readonly action: ChangeKind;
  /** Who did it; `THE_DESK` for what happened by itself. */
  readonly actorId: string;
  /** How many were completed by this action; 0 otherwise. */
  readonly completedNow: number;
  /** Why, as reason.ts stores it; empty when nobody said. */
  readonly reason: string;
  /** The same in each of several changes that one person made at once. */
  readonly together?: string;
  /** What an `undo` took back. */
  readonly undone?: UndoneAction;
}

/** An action that was taken back, as it was told when it was done. */
export interface UndoneAction {
  readonly action: ChangeKind;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The version that it had led to. */
  readonly version: number;
  readonly completedNow: number;
}

/** Something about a request that is told although nobody changed it; told in the transaction that finds it. */
export interface RequestNotice {
  readonly guildId: string;
  readonly request: CraftingRequest;
}

/** Somebody waits to hand over or to receive. */
export interface SomebodyHere extends RequestNotice {
  readonly userId: string;
  /** Whether the other one has said so too, lately. */
  readonly areBoth: boolean;
}

declare module "../contract.ts" {
  interface DomainEvents {
    "request.changed": RequestChanged;
    /** Its claim ends soon. */
    "request.lease-ending": RequestNotice;
    /** It is needed soon, and not completed. */
    "request.needed-soon": RequestNotice;
    "request.somebody-here": SomebodyHere;
  }
}
