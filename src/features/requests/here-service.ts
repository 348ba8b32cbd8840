import { err, ok } from "../../kernel/result.ts";
import type { InTransaction } from "../contract.ts";
import { maySayHere } from "./details-actions.ts";
import { holdRequest } from "./pledged-store.ts";
import type { RequestActions } from "./request-port.ts";
import { presenceStore } from "./presence-store.ts";

/** Who said that they are here this long ago may have left. */
const HERE_MS = 30 * 60_000;

/** Brings the two who hand something over together. */
export const hereService =
  ({ inTransaction }: { readonly inTransaction: InTransaction }): RequestActions["sayHere"] =>
  ({ guildId, userId }, requestId) =>
    inTransaction(async (tx) => {
      // Of two who say it at one moment, the second hears of the first.
      const request = await holdRequest(tx, guildId, requestId);
      if (!request) return err({ kind: "not-found" });
      const { requesterId, crafterId } = request;
      if (userId !== requesterId && userId !== crafterId) return err({ kind: "not-in-it" });
      if (crafterId === null || !maySayHere(request, { userId })) return err({ kind: "nothing-to-hand-over" });
      const presence = presenceStore(tx.db);
      const since = tx.now - HERE_MS;
      const wasSaid = await presence.isHere(guildId, requestId, userId, since);
      await presence.put(guildId, requestId, userId, tx.now);
      const areBoth = await presence.isHere(guildId, requestId, userId === requesterId ? crafterId : requesterId, since);
      // The other one was told then; nobody rings twice.
      if (!wasSaid) await tx.raise({ type: "request.somebody-here", guildId, request, userId, areBoth });
      return ok({ request, areBoth });
    });
