/**
 * Why a request ended, as `CraftingRequest.reason` stores it: what somebody typed, or a code for what
 * the desk itself decided, so that each reader is told in their own language.
 */
export type Reason =
  | { readonly kind: "none" }
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "character-deleted"; readonly characterName: string }
  | { readonly kind: "left" };

/** In characters; longer ones are cut (the fields in which reasons are typed end here too). */
export const REASON_LIMIT = 500;

const CHARACTER_DELETED = "character-deleted:";

export const characterDeletedReason = (characterName: string): string => CHARACTER_DELETED + characterName;

/** Whoever it depended on is not in the server any more. */
export const LEFT_REASON = "member-left:";

/** What is stored for a typed reason: trimmed, and never mistaken for a code. */
export function typedReason(text: string): string {
  const trimmed = Array.from(text.trim()).slice(0, REASON_LIMIT).join("");
  return trimmed.startsWith(CHARACTER_DELETED) || trimmed === LEFT_REASON ? ` ${trimmed}` : trimmed;
}

/** Reads a stored reason; views put it into words. */
export function readReason(stored: string): Reason {
  if (stored.startsWith(CHARACTER_DELETED)) return { kind: "character-deleted", characterName: stored.slice(CHARACTER_DELETED.length) };
  if (stored === LEFT_REASON) return { kind: "left" };
  const text = stored.trim();
  return text === "" ? { kind: "none" } : { kind: "typed", text };
}
