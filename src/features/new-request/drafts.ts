/** Drafts as handlers use them: opened, found again, moved on by one person at a time. */
import type { Call, Transaction } from "../contract.ts";
import type { NewRequestDeps } from "./deps.ts";
import type { Draft, DraftState } from "./draft.ts";
import { advance } from "./draft-steps.ts";
import { addDraft, getDraft, removeIdleDrafts, replaceDraft } from "./draft-store.ts";

/** A draft that nobody touches for this long is removed when its guild opens another one. */
export const DRAFT_KEPT_MS = 7 * 24 * 60 * 60 * 1000;

export interface Drafts {
  open(call: Call, state: DraftState): Promise<Draft>;
  get(call: Call, draftId: string): Promise<Draft | null>;
  /** Gives the draft as it is afterwards: with `state`, or as somebody else changed it first; null when it is gone. */
  change(draft: Draft, state: DraftState): Promise<Draft | null>;
}

export function createDrafts({ inTransaction, read, newId }: Pick<NewRequestDeps, "inTransaction" | "read" | "newId">): Drafts {
  return {
    open: ({ guildId, userId }, state) =>
      inTransaction(async ({ db, now }) => {
        await removeIdleDrafts(db, guildId, now - DRAFT_KEPT_MS);
        const draft: Draft = { guildId, id: newId(), userId, state, version: 1, createdAt: now, changedAt: now };
        await addDraft(db, draft);
        return draft;
      }),

    get: ({ guildId }, draftId) => getDraft(read, guildId, draftId),

    change: (draft, state) =>
      inTransaction(async ({ db, now }) => {
        const next: Draft = { ...draft, state, version: draft.version + 1, changedAt: now };
        return (await replaceDraft(db, next, draft.version)) ? next : getDraft(db, draft.guildId, draft.id);
      }),
  };
}

/** Marks what a request was made of, in the transaction that makes it. A draft that was removed meanwhile needs no mark. */
export async function markSent({ db, now }: Pick<Transaction, "db" | "now">, guildId: string, draftId: string, requestId: string): Promise<void> {
  const draft = await getDraft(db, guildId, draftId);
  // Each request of a basket is raised once.
  if (!draft || draft.state.basket.requestIds.includes(requestId)) return;
  const state = advance(draft.state, { kind: "send", requestId });
  const isMarked = await replaceDraft(db, { ...draft, state, version: draft.version + 1, changedAt: now }, draft.version);
  // A press at the same moment moved the draft on: that is past now, so look again.
  if (!isMarked) await markSent({ db, now }, guildId, draftId, requestId);
}
