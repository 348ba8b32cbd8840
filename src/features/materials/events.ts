import type { CraftingRequest } from "../requests/request.ts";

/** Somebody who pledges, and in which of Discord's locales they are told things. */
export interface Pledger {
  readonly userId: string;
  readonly locale: string;
}

/** How much of a material somebody pledged before and afterwards. */
export interface PledgeChange extends Pledger {
  readonly material: string;
  readonly before: number;
  readonly after: number;
}

/** Somebody pledged, changed or withdrew a pledge, or what was pledged no longer fitted; told in the transaction that wrote it. */
export interface PledgesChanged {
  readonly guildId: string;
  /** With what is pledged now. */
  readonly request: CraftingRequest;
  /** Who did it. Their own pledge, or an edit that left less room for others'. */
  readonly actorId: string;
  /** At least one. */
  readonly changes: readonly PledgeChange[];
}

/** A request came to its end, and what was pledged to it with it. */
export interface PledgesEnded {
  readonly guildId: string;
  readonly request: CraftingRequest;
  /** Who did it. */
  readonly actorId: string;
  /** Who had pledged something, each once. */
  readonly pledgers: readonly Pledger[];
}

declare module "../contract.ts" {
  interface DomainEvents {
    "pledges.changed": PledgesChanged;
    "pledges.ended": PledgesEnded;
  }
}
