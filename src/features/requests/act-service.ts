import type { NewId } from "../../kernel/id.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Call, InTransaction, Transaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { Actor } from "./policy.ts";
import { typedReason } from "./reason.ts";
import type { ActionRefusal, RequestActions, RequestReads, Step } from "./request-port.ts";
import type { RequestAction } from "./request.ts";
import { inOrder } from "./in-order.ts";
import { type Rewritten, rewrite } from "./rewrite.ts";
import { requestStore } from "./store.ts";
import { transition } from "./transition.ts";

export interface ActDeps {
  readonly inTransaction: InTransaction;
  readonly reads: Pick<RequestReads, "get">;
  /** Whether somebody may craft for a profession. May ask Discord; asked outside of transactions. */
  readonly isQualified: (guildId: string, userId: string, profession: string) => Promise<boolean>;
}

export interface ActManyDeps extends Pick<ActDeps, "isQualified"> {
  readonly inTransaction: InTransaction;
  readonly reads: Pick<RequestReads, "getMany">;
  readonly newId: NewId;
}

const HOUR_MS = 3_600_000;

/** Null where claims last for ever. */
const leaseOf = ({ claimLeaseHours }: GuildSettings): number | null => (claimLeaseHours === 0 ? null : claimLeaseHours * HOUR_MS);

const actorOf = ({ userId, rights, translator }: Call): Actor => ({ userId, rights, locale: translator.locale });

/** Does what the transition allows. */
export const actService =
  ({ inTransaction, reads, isQualified }: ActDeps): RequestActions["act"] =>
  async (call, requestId, action, expectedVersion) => {
    const { guildId } = call;
    if (action.kind === "assign") {
      const request = await reads.get(guildId, requestId);
      if (!request) return err({ kind: "not-found" });
      const allowed = transition(request, action, actorOf(call), call.now, leaseOf(call.settings));
      if (!allowed.ok) return allowed;
      if (!(await isQualified(guildId, action.crafterId, request.profession))) return err({ kind: "crafter-not-qualified", userId: action.crafterId });
    }
    return inTransaction(async (tx) => {
      const rewritten = await write(tx, call, requestId, action, expectedVersion);
      if (!rewritten.ok) return rewritten;
      await tell(tx, call, action, rewritten.value);
      const { next } = rewritten.value;
      // Other rooms keep on it what follows from an edit, such as what is still pledged.
      return ok(action.kind === "edit" ? ((await requestStore(tx.db).get(guildId, requestId)) ?? next) : next);
    });
  };

/** Does several things in one transaction. */
export const actManyService =
  ({ inTransaction, newId, reads, isQualified }: ActManyDeps): RequestActions["actMany"] =>
  async (call, steps) => {
    const unqualified = await unqualifiedFor({ reads, isQualified }, call, steps);
    return inTransaction(async (tx) => {
      const together = steps.length > 1 ? newId() : undefined;
      // Rows are taken in one order by everybody, and so are those that rooms share, such as the day's counts of
      // a profession: no two transactions wait for each other.
      const written = new Map<Step, Result<Rewritten, ActionRefusal>>();
      for (const step of steps.toSorted((a, b) => inOrder(a.requestId, b.requestId))) written.set(step, unqualified.get(step) ?? (await write(tx, call, step.requestId, step.action, step.version)));
      const done = [...written].flatMap(([{ action }, result]) => (result.ok ? [{ action, rewritten: result.value }] : []));
      for (const { action, rewritten } of done.toSorted((a, b) => inOrder(a.rewritten.next.profession, b.rewritten.next.profession))) await tell(tx, call, action, rewritten, together);
      return steps.map((step) => {
        const result = written.get(step);
        if (!result) throw new Error(`nothing came of what was to be done to request ${step.requestId}`);
        return result.ok ? ok(result.value.next) : result;
      });
    });
  };

/** Whom of those that are to get something may not craft it: asked once for each profession, outside of the transaction. */
async function unqualifiedFor({ reads, isQualified }: Pick<ActManyDeps, "reads" | "isQualified">, call: Call, steps: readonly Step[]): Promise<ReadonlyMap<Step, Result<never, ActionRefusal>>> {
  const refused = new Map<Step, Result<never, ActionRefusal>>();
  // Who may not assign is refused by the transition, and nobody is looked up for them.
  const assignments = steps.filter(({ action }) => action.kind === "assign");
  if (assignments.length === 0 || !call.rights.isOfficer) return refused;
  const professions = new Map((await reads.getMany(call.guildId, assignments.map(({ requestId }) => requestId))).map(({ id, profession }) => [id, profession]));
  const asked = new Map<string, boolean>();
  for (const step of assignments) {
    const profession = professions.get(step.requestId);
    if (step.action.kind !== "assign" || profession === undefined) continue;
    const { crafterId } = step.action;
    const key = `${crafterId} ${profession}`;
    const mayCraft = asked.get(key) ?? (await isQualified(call.guildId, crafterId, profession));
    asked.set(key, mayCraft);
    if (!mayCraft) refused.set(step, err({ kind: "crafter-not-qualified", userId: crafterId }));
  }
  return refused;
}

/** Writes what comes of an action, or says why it is not done. */
function write({ db, now }: Transaction, call: Call, requestId: string, action: RequestAction, expectedVersion?: number): Promise<Result<Rewritten, ActionRefusal>> {
  return rewrite(requestStore(db), call.guildId, requestId, (request) => {
    const next = transition(request, action, actorOf(call), now, leaseOf(call.settings));
    // What is refused anyway says more than that something changed.
    const isOutdated = expectedVersion !== undefined && request.version !== expectedVersion;
    return next.ok && isOutdated ? err<ActionRefusal>({ kind: "changed-meanwhile" }) : next;
  });
}

/** Tells the other rooms. */
async function tell(tx: Transaction, { guildId, userId: actorId }: Call, action: RequestAction, { before, next }: Rewritten, together?: string): Promise<void> {
  const completedNow = action.kind === "complete" ? next.completed - before.completed : 0;
  const reason = "reason" in action ? typedReason(action.reason) : "";
  await tx.raise({ type: "request.changed", guildId, request: next, before, action: action.kind, actorId, completedNow, reason, ...(together === undefined ? {} : { together }) });
}
