import type { NewId } from "../../kernel/id.ts";
import { err, ok } from "../../kernel/result.ts";
import type { InTransaction } from "../contract.ts";
import { isActive } from "../requests/request.ts";
import type { MaterialsActions, PledgedRequests } from "./materials-port.ts";
import { saveNeeds } from "./needs-store.ts";
import { changesFor, sumsOf } from "./pledge.ts";
import { listPledges, writeChanges } from "./pledge-store.ts";

export interface MaterialsServiceDeps {
  readonly inTransaction: InTransaction;
  readonly requests: PledgedRequests;
  readonly newId: NewId;
}

/** What people do about materials. Whoever holds the request holds its pledges. */
export function materialsService({ inTransaction, requests, newId }: MaterialsServiceDeps): MaterialsActions {
  return {
    pledge: (call, requestId, wanted) =>
      inTransaction(async (tx) => {
        const { guildId, userId, rights } = call;
        const request = await requests.hold(tx, guildId, requestId);
        if (!request) return err({ kind: "not-found" });
        if (!isActive(request)) return err({ kind: "ended", state: request.state });
        const of = { guildId, requestId };
        const { changes, cuts } = changesFor(request, await listPledges(tx.db, of), { userId, locale: call.translator.locale }, wanted);
        // Who has lost the role may still take back what they pledged.
        if (!rights.isMember && (changes.length === 0 || changes.some(({ before, after }) => after > before))) return err({ kind: "not-a-member" });
        await writeChanges(tx.db, of, changes, { actorId: userId, at: tx.now }, newId);
        const pledges = await listPledges(tx.db, of);
        const next = { ...request, pledged: sumsOf(pledges) };
        if (changes.length > 0) {
          await requests.writePledged(tx, guildId, requestId, next.pledged);
          await saveNeeds(tx.db, next, false);
          await tx.raise({ type: "pledges.changed", guildId, request: next, actorId: userId, changes });
        }
        return ok({ request: next, own: pledges.filter((pledge) => pledge.userId === userId), cuts });
      }),
  };
}
