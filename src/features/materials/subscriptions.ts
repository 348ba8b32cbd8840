import type { NewId } from "../../kernel/id.ts";
import { subscribe, type Subscription, type Transaction } from "../contract.ts";
import type { RequestChanged } from "../requests/events.ts";
import { isActive } from "../requests/request.ts";
import type { PledgedRequests } from "./materials-port.ts";
import { renameInNeeds, saveNeeds } from "./needs-store.ts";
import { overflowOf, type Pledge, sumsOf } from "./pledge.ts";
import { endPledges, listPledges, resumePledges, writeChanges } from "./pledge-store.ts";

export interface Keeping {
  readonly requests: Pick<PledgedRequests, "writePledged">;
  readonly newId: NewId;
}

/** What happens to pledges and needs when a request changes, in the same transaction. */
export const materialsSubscriptions = (keeping: Keeping): readonly Subscription[] => [
  subscribe("request.changed", (tx, event) => follow(keeping, tx, event)),
  subscribe("character.renamed", (tx, { guildId, characterId, name }) => renameInNeeds(tx.db, guildId, characterId, name)),
];

async function follow(keeping: Keeping, tx: Transaction, event: RequestChanged): Promise<void> {
  const { request, before, action, actorId } = event;
  if (before === null) return saveNeeds(tx.db, request, true);
  const { guildId, id: requestId } = request;
  const of = { guildId, requestId };
  const write = (pledges: readonly Pledge[]): Promise<void> => keeping.requests.writePledged(tx, guildId, requestId, sumsOf(pledges));
  if (!isActive(request)) {
    if (isActive(before)) await end(tx, event, write);
    return saveNeeds(tx.db, request, false);
  }
  // A request that an officer reopens is asked for anew. An end that is taken back was none.
  if (!isActive(before) && action !== "reopen") await resumePledges(tx.db, of, before.changedAt);
  // Asked for, since the request may have been read just before somebody pledged.
  const pledges = await listPledges(tx.db, of);
  const changes = overflowOf(request, pledges);
  await writeChanges(tx.db, of, changes, { actorId, at: tx.now }, keeping.newId);
  const kept = changes.length > 0 ? await listPledges(tx.db, of) : pledges;
  const next = { ...request, pledged: sumsOf(kept) };
  if (pledges.length > 0) await write(kept);
  await saveNeeds(tx.db, next, false);
  if (changes.length > 0) await tx.raise({ type: "pledges.changed", guildId, request: next, actorId, changes });
}

async function end(tx: Transaction, { request, actorId }: RequestChanged, write: (pledges: readonly Pledge[]) => Promise<void>): Promise<void> {
  const of = { guildId: request.guildId, requestId: request.id };
  const pledges = await listPledges(tx.db, of);
  if (pledges.length === 0) return;
  await endPledges(tx.db, of, request.changedAt);
  await write([]);
  await tx.raise({ type: "pledges.ended", guildId: request.guildId, request, actorId, pledgers: [...new Map(pledges.map(({ userId, locale }) => [userId, { userId, locale }])).values()] });
}
