/** What other rooms may ask of requests. `service.ts` and `read-model.ts` fulfil it. */
import type { Result } from "../../kernel/result.ts";
import type { Call } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { Page } from "../paging.ts";
import type { CraftingRequest, MaterialLine, MaterialsSource, RequestAction, RequestState } from "./request.ts";

/** A new request, complete but for what the store gives it. */
export interface Submission {
  readonly draftId: string;
  readonly characterId: string;
  readonly characterName: string;
  readonly recipeId: string;
  readonly itemName: string;
  readonly itemNames: Readonly<Record<string, string>>;
  readonly profession: string;
  readonly category: string;
  readonly quantity: number;
  readonly materialsSource: MaterialsSource;
  readonly materials: readonly MaterialLine[];
  readonly note: string;
  /** Milliseconds since 1970. */
  readonly neededBy: number | null;
  /** Of those that are submitted together. */
  readonly basketId: string | null;
}

export type SubmitRefusal = "not-a-member" | "not-core" | "bad-quantity" | "note-too-long" | "character-gone" | "bad-materials" | "date-past" | "too-many-open" | "too-many-lately";

/** Why an action is refused. `changed-meanwhile` and `already-claimed` say who was first. */
export type ActionRefusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "already-claimed"; readonly by: string }
  | { readonly kind: "changed-meanwhile" }
  | { readonly kind: "not-your-claim"; readonly by: string | null }
  | { readonly kind: "not-your-request" }
  | { readonly kind: "not-a-crafter"; readonly profession: string }
  | { readonly kind: "not-an-officer" }
  | { readonly kind: "wrong-state"; readonly state: RequestState }
  | { readonly kind: "bad-count"; readonly left: number }
  | { readonly kind: "reason-missing" }
  | { readonly kind: "crafter-not-qualified"; readonly userId: string }
  | { readonly kind: "already-received" }
  | { readonly kind: "no-lease" }
  | { readonly kind: "bad-quantity"; readonly least: number; readonly most: number }
  | { readonly kind: "note-too-long" }
  | { readonly kind: "date-past" }
  | { readonly kind: "not-core" }
  | { readonly kind: "bad-materials" }
  | { readonly kind: "nothing-changed" };

/** Why an action is not taken back. */
export type UndoRefusal =
  | { readonly kind: "not-found" }
  /** `by` is `THE_DESK` when it happened by itself. */
  | { readonly kind: "acted-since"; readonly by: string }
  | { readonly kind: "already-undone" }
  | { readonly kind: "too-late-to-undo" };

/** Why nobody is told that somebody is here. */
export type HereRefusal = { readonly kind: "not-found" } | { readonly kind: "not-in-it" } | { readonly kind: "nothing-to-hand-over" };

export interface Submitted {
  readonly request: CraftingRequest;
  /** False when this draft had been submitted before, and `request` is what it made then. */
  readonly isNew: boolean;
}

/** One of several actions. Refused `changed-meanwhile` when the request no longer has this version. */
export interface Step {
  readonly requestId: string;
  readonly version: number;
  readonly action: RequestAction;
}

export interface RequestActions {
  submit(call: Call, submission: Submission): Promise<Result<Submitted, SubmitRefusal>>;
  /** Makes them all in one transaction, or none. They are of one person, and answered in their order. */
  submitMany(call: Call, submissions: readonly Submission[]): Promise<Result<readonly Submitted[], SubmitRefusal>>;
  /** Refuses `changed-meanwhile` when `expectedVersion` is given and somebody acted since. */
  act(call: Call, requestId: string, action: RequestAction, expectedVersion?: number): Promise<Result<CraftingRequest, ActionRefusal>>;
  /**
   * Does all of them in one transaction, and gives what came of each in their order: one that is refused keeps
   * nothing else from being done.
   */
  actMany(call: Call, steps: readonly Step[]): Promise<readonly Result<CraftingRequest, ActionRefusal>[]>;
  /** Takes back the person's own last action, which led to this version, within a minute; a submission becomes a cancellation. */
  undo(call: Call, requestId: string, version: number): Promise<Result<CraftingRequest, UndoRefusal>>;
  /** The same for what was done at once, in one transaction. */
  undoMany(call: Call, steps: readonly { readonly requestId: string; readonly version: number }[]): Promise<readonly Result<CraftingRequest, UndoRefusal>[]>;
  /** Says that the requester or the crafter is there to hand over; `areBoth` when the other said so within half an hour. */
  sayHere(call: Call, requestId: string): Promise<Result<{ readonly request: CraftingRequest; readonly areBoth: boolean }, HereRefusal>>;
}

/** Leaves out a part of the queue. */
export interface QueueNarrowing {
  /** Only those that nobody has claimed, or only those that the person has claimed. */
  readonly only?: "open" | "mine";
  /** Only this profession's, own ones included. */
  readonly profession?: string;
}

export interface BasketSpan {
  readonly first: number;
  readonly last: number;
}

/** Lists of requests, a page at a time. */
export interface RequestLists {
  /** What a crafter can act on: open ones of these professions, and those that `userId` has claimed; own first, each part by when it is needed, then oldest first. `professions: null` means every one. */
  listQueue(guildId: string, userId: string, professions: readonly string[] | null, page: number, pageSize: number, narrowing?: QueueNarrowing): Promise<Page<CraftingRequest>>;
  /** Open ones of these recipes in these professions (null: every one), by when they are needed, then oldest first. */
  listOpenOf(guildId: string, professions: readonly string[] | null, recipeIds: readonly string[], page: number, pageSize: number): Promise<Page<CraftingRequest>>;
  /** What anybody has claimed and not finished, of one profession or of all, by when it is needed, then oldest first: for officers, who hand on what does not move. */
  listClaimed(guildId: string, page: number, pageSize: number, profession?: string): Promise<Page<CraftingRequest>>;
  /** A person's own, newest change first. */
  listMine(guildId: string, userId: string, states: readonly RequestState[] | null, page: number, pageSize: number): Promise<Page<CraftingRequest>>;
  countMine(guildId: string, userId: string): Promise<Readonly<Record<RequestState, number>>>;
  /** The numbers of what was submitted together, by basket; they follow each other. */
  spansOfBaskets(guildId: string, basketIds: readonly string[]): Promise<ReadonlyMap<string, BasketSpan>>;
}

/** The lists as a guild wants them: kept for a while, or read anew each time. */
export type ListsFor = (settings: GuildSettings) => RequestLists;

export interface RequestReads extends RequestLists {
  get(guildId: string, requestId: string): Promise<CraftingRequest | null>;
  /** Those of these ids that there are, in their order. */
  getMany(guildId: string, requestIds: readonly string[]): Promise<readonly CraftingRequest[]>;
  getByNumber(guildId: string, number: number): Promise<CraftingRequest | null>;
  /** Those of one character that are not at their end. */
  listActiveIdsOfCharacter(guildId: string, characterId: string): Promise<readonly string[]>;
  /** Recipe ids that this person requested, most recent first, each once. */
  listRecentRecipes(guildId: string, userId: string, limit: number): Promise<readonly string[]>;
}
