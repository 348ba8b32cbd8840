import { err, ok } from "../../kernel/result.ts";
import type { Call, InTransaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { Actor } from "./policy.ts";
import { typedReason } from "./reason.ts";
import type { ActionRefusal, RequestActions, RequestReads } from "./request-port.ts";
import { rewrite } from "./rewrite.ts";
import { requestStore } from "./store.ts";
import { transition } from "./transition.ts";

export interface ActDeps {
  readonly inTransaction: InTransaction;
  readonly reads: Pick<RequestReads, "get">;
  /** Whether somebody may craft for a profession. May ask Discord; asked outside of transactions. */
  readonly isQualified: (guildId: string, userId: string, profession: string) => Promise<boolean>;
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
    const actor = actorOf(call);
    const leaseMs = leaseOf(call.settings);
    if (action.kind === "assign") {
      const request = await reads.get(guildId, requestId);
      if (!request) return err({ kind: "not-found" });
      const allowed = transition(request, action, actor, call.now, leaseMs);
      if (!allowed.ok) return allowed;
      if (!(await isQualified(guildId, action.crafterId, request.profession))) return err({ kind: "crafter-not-qualified", userId: action.crafterId });
    }
    return inTransaction(async (tx) => {
      const rewritten = await rewrite(requestStore(tx.db), guildId, requestId, (request) => {
        const next = transition(request, action, actor, tx.now, leaseMs);
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
  };
