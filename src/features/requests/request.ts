import { nameIn } from "../recipes/recipe.ts";

/** The states a request can be in; what leads from one to another is in `transition.ts`. */
export type RequestState = "open" | "claimed" | "in_progress" | "completed" | "cancelled" | "denied";

export const REQUEST_STATES: readonly RequestState[] = ["open", "claimed", "in_progress", "completed", "cancelled", "denied"];

/** In which somebody has it. */
export const CLAIMED = ["claimed", "in_progress"] as const satisfies readonly RequestState[];

/** States in which something can still be done for it. */
export const ACTIVE_STATES = ["open", "claimed", "in_progress"] as const satisfies readonly RequestState[];

/** One material of a request: a snapshot of the recipe at submission, in totals for the whole quantity. */
export interface MaterialLine {
  readonly name: string;
  readonly needed: number;
  /** What the requester brings; between 0 and `needed`. */
  readonly provided: number;
}

/** Who brings the materials: the requester all, the requester some, or the guild. */
export type MaterialsSource = "all" | "some" | "guild";

/** A request for a craft, from its submission to its end. */
export interface CraftingRequest {
  readonly id: string;
  readonly guildId: string;
  /** `#123`: unique in its guild. */
  readonly number: number;
  /** The draft that became this request; a second submission of it gives this request again. */
  readonly draftId: string;
  readonly requesterId: string;
  /** Discord locale in which the requester is told things. */
  readonly requesterLocale: string;
  readonly characterId: string;
  readonly characterName: string;
  readonly recipeId: string;
  /** As its pack has it. */
  readonly itemName: string;
  /** The same in other languages, by Discord's locale, as far as the pack had them. */
  readonly itemNames: Readonly<Record<string, string>>;
  readonly profession: string;
  readonly category: string;
  readonly quantity: number;
  /** How many are crafted; at most `quantity`. */
  readonly completed: number;
  readonly materialsSource: MaterialsSource;
  readonly materials: readonly MaterialLine[];
  /** How many of each material people have pledged in all; the room of materials writes it, and no action changes it. */
  readonly pledged: Readonly<Record<string, number>>;
  readonly note: string;
  readonly state: RequestState;
  readonly crafterId: string | null;
  readonly crafterLocale: string | null;
  /** Why it was denied or cancelled; empty otherwise. */
  readonly reason: string;
  readonly createdAt: number;
  readonly changedAt: number;
  /** Grows by one with each change. */
  readonly version: number;
  /** When the requester would like to have it; null when they did not say. */
  readonly neededBy: number | null;
  /** When its claim ends unless it is renewed; null when nobody has it, or claims do not end here. */
  readonly leaseUntil: number | null;
  /** When it was handed over, or taken for it; only of a completed one. */
  readonly deliveredAt: number | null;
  /** Shared by requests that were submitted together. */
  readonly basketId: string | null;
}

export const QUANTITY_LIMIT = 999;
/** In characters. */
export const NOTE_LIMIT = 500;

/** Whether something can still be done for it. */
export const isActive = ({ state }: Pick<CraftingRequest, "state">): boolean => ACTIVE_STATES.some((active) => active === state);

/** How many are still to be crafted. */
export const leftOf = ({ quantity, completed }: Pick<CraftingRequest, "quantity" | "completed">): number => quantity - completed;

/** What a person wants done to a request. */
export type RequestAction =
  | { readonly kind: "claim" }
  | { readonly kind: "assign"; readonly crafterId: string }
  | { readonly kind: "start" }
  /** `count` of what is left; "all" for the rest. */
  | { readonly kind: "complete"; readonly count: number | "all" }
  | { readonly kind: "release" }
  | { readonly kind: "cancel"; readonly reason: string }
  | { readonly kind: "deny"; readonly reason: string }
  /** `reason` may be empty. */
  | { readonly kind: "reopen"; readonly reason: string }
  | ({ readonly kind: "edit" } & RequestEdit)
  /** Says that the crafter is still on it, so that the claim lasts on. */
  | { readonly kind: "renew" }
  /** Says that what was crafted is in the requester's hands. */
  | { readonly kind: "receive" };

export type RequestActionKind = RequestAction["kind"];

/** What its requester may change of a request while it is open. */
export type RequestEdit = Pick<CraftingRequest, "quantity" | "note" | "neededBy" | "materials" | "materialsSource">;

/** All that can happen to a request: what people do, and what the desk does by itself. */
export type ChangeKind = RequestActionKind | "submit" | "expire" | "undo";

/** Who did what nobody did: the desk, by itself. */
export const THE_DESK = "desk";

/** What it is called in a language. */
export const itemIn = ({ locale }: { readonly locale: string }, { itemName, itemNames }: Pick<CraftingRequest, "itemName" | "itemNames">): string => nameIn(itemNames, locale) ?? itemName;
