/** What somebody has chosen in the queue. Saved, so that buttons need carry no more than its id. */
import type { CraftingRequest } from "../requests/request.ts";

export const QUEUE_FILTERS = ["all", "open", "can", "mine", "claimed"] as const;
/** All that waits for the person, only what nobody has claimed, only what of it they have marked as known, only what they have claimed, or what anybody has; the last for officers. */
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** The filters of who is no officer. */
export const CRAFTER_FILTERS: readonly QueueFilter[] = ["all", "open", "can", "mine"];

/** Which part of the queue is shown. */
export interface QueuePlace {
  readonly filter: QueueFilter;
  /** A profession's id; empty for all of the person's. */
  readonly profession: string;
  /** From 0. */
  readonly page: number;
}

/** So many can be chosen at once. */
export const SELECTION_LIMIT = 200;

export const QUEUE_START: QueuePlace = { filter: "all", profession: "", page: 0 };

/** A request as it was when it was chosen. */
export interface Chosen {
  readonly requestId: string;
  readonly version: number;
}

export interface Selection {
  readonly id: string;
  readonly guildId: string;
  readonly userId: string;
  /** Where to go back to. */
  readonly place: QueuePlace;
  readonly chosen: readonly Chosen[];
  /** What was typed of how many are done, where something was wrong with it; else empty. */
  readonly typed: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A selection as its view shows it: the requests as they are now. */
export interface ShownSelection {
  readonly id: string;
  readonly requests: readonly CraftingRequest[];
}

export interface Selections {
  /** Saves what somebody chose. What was chosen over a day ago in this guild is removed with it. */
  save(owner: { readonly guildId: string; readonly userId: string }, place: QueuePlace, chosen: readonly Chosen[], typed?: string): Promise<Selection>;
  /** Null when there is none, it is too old, or it is somebody else's. */
  find(owner: { readonly guildId: string; readonly userId: string; readonly now: number }, id: string): Promise<Selection | null>;
}
