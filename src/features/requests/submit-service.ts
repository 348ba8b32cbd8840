import type { NewId } from "../../kernel/id.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Character } from "../characters/character.ts";
import type { Call, InTransaction, Transaction } from "../contract.ts";
import { countAskedFor } from "./limits-store.ts";
import { inOrder } from "./in-order.ts";
import type { RequestActions, Submission, SubmitRefusal, Submitted } from "./request-port.ts";
import type { CraftingRequest } from "./request.ts";
import { type RequestStore, requestStore } from "./store.ts";
import { MINUTE_MS, refusalOfAmount, refusalOfSubmission } from "./submission-rules.ts";

export interface SubmitDeps {
  readonly inTransaction: InTransaction;
  readonly newId: NewId;
  /**
   * Gives this person's character, and keeps it from being deleted before the transaction ends, so that
   * no request stays behind without one. Null when there is none, or it is somebody else's.
   */
  readonly holdCharacter: (tx: Transaction, owner: { readonly guildId: string; readonly userId: string }, characterId: string) => Promise<Character | null>;
}

/** Makes a request of a draft, once however often it is sent. */
export function submitService(deps: SubmitDeps): RequestActions["submit"] {
  const submitMany = submitManyService(deps);
  return async (call, submission) => {
    const submitted = await submitMany(call, [submission]);
    if (!submitted.ok) return submitted;
    const [only] = submitted.value;
    if (!only) throw new Error(`draft ${submission.draftId} came to nothing`);
    return ok(only);
  };
}

/** The same for several drafts: all of them, or none. */
export const submitManyService =
  ({ inTransaction, newId, holdCharacter }: SubmitDeps): RequestActions["submitMany"] =>
  (call, submissions) =>
    inTransaction(async (tx) => {
      const store = requestStore(tx.db);
      const submitted: Submitted[] = [];
      for (const submission of submissions) {
        const one = await submitOne({ tx, store, newId, holdCharacter }, call, submission);
        if (!one.ok) return one;
        submitted.push(one.value);
      }
      if (!submitted.some(({ isNew }) => isNew)) return ok(submitted);
      // Counted once they are written: numbers make a guild's submissions wait for each other, so that no two slip through at one moment.
      const refusal = refusalOfAmount(call, await countAskedFor(tx.db, call.guildId, call.userId, tx.now - MINUTE_MS));
      if (refusal) return err(refusal);
      // In the order of everybody, see act-service.ts.
      const made = submitted.flatMap(({ request, isNew }) => (isNew ? [request] : []));
      for (const request of made.toSorted((a, b) => inOrder(a.profession, b.profession))) await tell(tx, call, request);
      return ok(submitted);
    });

interface Submitting extends Pick<SubmitDeps, "newId" | "holdCharacter"> {
  readonly tx: Transaction;
  readonly store: RequestStore;
}

async function submitOne({ tx, store, newId, holdCharacter }: Submitting, call: Call, submission: Submission): Promise<Result<Submitted, SubmitRefusal>> {
  const earlier = await store.getByDraft(call.guildId, submission.draftId);
  if (earlier) return ok({ request: own(earlier, call), isNew: false });
  const refusal = refusalOfSubmission(call, submission);
  if (refusal) return err(refusal);
  const character = await holdCharacter(tx, call, submission.characterId);
  if (!character) return err("character-gone");
  const request = await store.add(newRequest(newId(), call, submission, character, tx.now));
  // The same draft came in twice at one moment, and the other one was first.
  if (!request) return ok({ request: own(await madeOf(store, call, submission), call), isNew: false });
  return ok({ request, isNew: true });
}

const tell = (tx: Transaction, { guildId, userId: actorId }: Call, request: CraftingRequest): Promise<void> =>
  tx.raise({ type: "request.changed", guildId, request, before: null, action: "submit", actorId, completedNow: 0, reason: "" });

async function madeOf(store: RequestStore, { guildId }: Call, { draftId }: Submission): Promise<CraftingRequest> {
  const made = await store.getByDraft(guildId, draftId);
  if (!made) throw new Error(`draft ${draftId} is taken, but made no request`);
  return made;
}

/** @throws when the draft is another person's: ids of drafts are only ever given to who made them */
function own(request: CraftingRequest, { userId }: Call): CraftingRequest {
  if (request.requesterId !== userId) throw new Error(`draft ${request.draftId} belongs to another person`);
  return request;
}

function newRequest(id: string, call: Call, submission: Submission, character: Character, now: number): Omit<CraftingRequest, "number"> {
  return {
    ...submission,
    id,
    guildId: call.guildId,
    requesterId: call.userId,
    requesterLocale: call.translator.locale,
    characterId: character.id,
    characterName: character.name,
    pledged: {},
    completed: 0,
    state: "open",
    crafterId: null,
    crafterLocale: null,
    reason: "",
    leaseUntil: null,
    deliveredAt: null,
    createdAt: now,
    changedAt: now,
    version: 1,
  };
}
