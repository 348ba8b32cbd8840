import type { RequestChanged } from "../../src/features/requests/events.ts";
import { AT_BIRTH, valuesAfter } from "../../src/features/requests/request-changes.ts";
import type { CraftingRequest } from "../../src/features/requests/request.ts";
import type { AuditRow } from "./facts.ts";

/** Tells again what happened to a request, from its audit trail alone: what each event came from and led to. */
export function replay(request: CraftingRequest, trail: readonly AuditRow[]): readonly RequestChanged[] {
  let before: CraftingRequest | null = null;
  return trail.map((row): RequestChanged => {
    const { count: completedNow = 0, reason = "", changes = {} } = row.details;
    const next: CraftingRequest = { ...(before ?? { ...request, ...AT_BIRTH }), ...valuesAfter(changes), version: row.request_version };
    const event: RequestChanged = { guildId: row.guild_id, request: next, before, action: row.action, actorId: row.actor_id, completedNow, reason };
    before = next;
    return event;
  });
}
