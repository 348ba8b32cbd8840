import { err, ok, type Result } from "../../kernel/result.ts";
import type { AuditEntry } from "../audit/audit-port.ts";
import type { Call, InTransaction, Transaction } from "../contract.ts";
import { valuesBefore } from "./request-changes.ts";
import type { RequestActions, UndoRefusal } from "./request-port.ts";
import { inOrder } from "./in-order.ts";
import type { Rewritten } from "./rewrite.ts";
import { requestStore } from "./store.ts";
import { takenBack } from "./transition.ts";
import { mayBeUndone } from "./undo.ts";

export interface UndoDeps {
  readonly inTransaction: InTransaction;
  /** The newest of a request's audit events, as this transaction sees them; null when it has none. */
  readonly lastEvent: (db: Transaction["db"], guildId: string, requestId: string) => Promise<AuditEntry | null>;
}

/** Takes back what somebody did last, from what its audit event says was before. */
export const undoService =
  ({ inTransaction, lastEvent }: UndoDeps): RequestActions["undo"] =>
  (call, requestId, version) =>
    inTransaction(async (tx) => {
      const undone = await takeBack(tx, lastEvent, call, requestId, version);
      if (!undone.ok) return undone;
      await tell(tx, call, undone.value);
      // Other rooms keep on it what follows, such as what is pledged again.
      return ok((await requestStore(tx.db).get(call.guildId, requestId)) ?? undone.value.next);
    });

/** Takes back several, in one transaction; one that is refused keeps nothing else from being undone. */
export const undoManyService =
  ({ inTransaction, lastEvent }: UndoDeps): RequestActions["undoMany"] =>
  (call, steps) =>
    inTransaction(async (tx) => {
      const results = new Map<string, Result<Undone, UndoRefusal>>();
      // In the order of everybody, see act-service.ts.
      for (const { requestId, version } of steps.toSorted((a, b) => inOrder(a.requestId, b.requestId))) results.set(requestId, await takeBack(tx, lastEvent, call, requestId, version));
      const done = [...results.values()].flatMap((result) => (result.ok ? [result.value] : []));
      for (const undone of done.toSorted((a, b) => inOrder(a.next.profession, b.next.profession))) await tell(tx, call, undone);
      return steps.map(({ requestId }) => {
        const result = results.get(requestId);
        if (!result) throw new Error(`nothing came of what was to be undone of request ${requestId}`);
        return result.ok ? ok(result.value.next) : result;
      });
    });

interface Undone extends Rewritten {
  readonly event: AuditEntry;
}

async function takeBack(tx: Transaction, lastEvent: UndoDeps["lastEvent"], { guildId, userId }: Call, requestId: string, version: number): Promise<Result<Undone, UndoRefusal>> {
  const store = requestStore(tx.db);
  const [request, event] = [await store.get(guildId, requestId), await lastEvent(tx.db, guildId, requestId)];
  if (!request || !event) return err({ kind: "not-found" });
  const allowed = decide(event, userId, version, tx.now);
  if (!allowed.ok) return allowed;
  const next = takenBack(request, event.action === "submit" ? null : valuesBefore(event.changes), tx.now);
  // Somebody acted between the two questions and the answer.
  if (!(await store.replace(next, request))) return err(await whoActed(tx, lastEvent, guildId, requestId));
  return ok({ before: request, next, event });
}

function tell(tx: Transaction, { guildId, userId: actorId }: Call, { before, next, event }: Undone): Promise<void> {
  const undone = { action: event.action, at: event.at, version: event.version, completedNow: event.count };
  return tx.raise({ type: "request.changed", guildId, request: next, before, action: "undo", actorId, completedNow: 0, reason: "", undone });
}

function decide(event: AuditEntry, userId: string, version: number, now: number): Result<null, UndoRefusal> {
  if (event.actorId !== userId) return err({ kind: "acted-since", by: event.actorId });
  // After an undo, what was done before it was done by somebody who could have undone it then.
  if (event.action === "undo") return err({ kind: "already-undone" });
  if (event.version !== version) return err({ kind: "acted-since", by: userId });
  return mayBeUndone(event, now) ? ok(null) : err({ kind: "too-late-to-undo" });
}

async function whoActed({ db }: Transaction, lastEvent: UndoDeps["lastEvent"], guildId: string, requestId: string): Promise<UndoRefusal> {
  const event = await lastEvent(db, guildId, requestId);
  return event === null ? { kind: "not-found" } : { kind: "acted-since", by: event.actorId };
}
