import type { NewId } from "../../kernel/id.ts";
import { err, ok } from "../../kernel/result.ts";
import type { Character } from "../characters/character.ts";
import type { Call, InTransaction, Transaction } from "../contract.ts";
import type { Actor } from "./policy.ts";
import type { ActionRefusal, RequestActions, RequestReads, Submission } from "./request-port.ts";
import type { CraftingRequest } from "./request.ts";
import { typedReason } from "./reason.ts";
import { rewrite } from "./rewrite.ts";
import { type RequestStore, requestStore } from "./store.ts";
import { refusalOfSubmission } from "./submission-rules.ts";
import { transition } from "./transition.ts";

export interface RequestServiceDeps {
  readonly inTransaction: InTransaction;
  readonly newId: NewId;
  readonly reads: Pick<RequestReads, "get">;
  /**
   * Gives this person's character, and keeps it from being deleted before the transaction ends, so that
   * no request stays behind without one. Null when there is none, or it is somebody else's.
   */
  readonly holdCharacter: (tx: Transaction, owner: { readonly guildId: string; readonly userId: string }, characterId: string) => Promise<Character | null>;
  /** Whether somebody may craft for a profession. May ask Discord; asked outside of transactions. */
  readonly isQualified: (guildId: string, userId: string, profession: string) => Promise<boolean>;
}

/** What people do with requests. Each is one transaction with all that other rooms make of it. */
export function createRequestService({ inTransaction, newId, reads, holdCharacter, isQualified }: RequestServiceDeps): RequestActions {
  return {
    submit: (call, submission) =>
      inTransaction(async (tx) => {
        const store = requestStore(tx.db);
        const earlier = await store.getByDraft(call.guildId, submission.draftId);
        if (earlier) return ok({ request: own(earlier, call), isNew: false });
        const refusal = refusalOfSubmission(call, submission);
        if (refusal) return err(refusal);
        const character = await holdCharacter(tx, call, submission.characterId);
        if (!character) return err("character-gone");
        const request = await store.add(newRequest(newId(), call, submission, character, tx.now));
        // The same draft came in twice at one moment, and the other one was first.
        if (!request) return ok({ request: own(await madeOf(store, call, submission), call), isNew: false });
        await tx.raise({ type: "request.changed", guildId: call.guildId, request, before: null, action: "submit", actorId: call.userId, completedNow: 0, reason: "" });
        return ok({ request, isNew: true });
      }),

    async act(call, requestId, action, expectedVersion) {
      const { guildId } = call;
      const actor: Actor = { userId: call.userId, rights: call.rights, locale: call.translator.locale };
      if (action.kind === "assign") {
        const request = await reads.get(guildId, requestId);
        if (!request) return err({ kind: "not-found" });
        const allowed = transition(request, action, actor, call.now);
        if (!allowed.ok) return allowed;
        if (!(await isQualified(guildId, action.crafterId, request.profession))) return err({ kind: "crafter-not-qualified", userId: action.crafterId });
      }
      return inTransaction(async (tx) => {
        const rewritten = await rewrite(requestStore(tx.db), guildId, requestId, (request) => {
          const next = transition(request, action, actor, tx.now);
          // What is refused anyway says more than that something changed.
          const isOutdated = expectedVersion !== undefined && request.version !== expectedVersion;
          return next.ok && isOutdated ? err<ActionRefusal>({ kind: "changed-meanwhile" }) : next;
        });
        if (!rewritten.ok) return rewritten;
        const { before, next } = rewritten.value;
        const completedNow = action.kind === "complete" ? next.completed - before.completed : 0;
        await tx.raise({ type: "request.changed", guildId, request: next, before, action: action.kind, actorId: call.userId, completedNow, reason: "reason" in action ? typedReason(action.reason) : "" });
        return ok(next);
      });
    },
  };
}

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
