import type { RequestChanged } from "../../src/features/requests/events.ts";
import type { CraftingRequest } from "../../src/features/requests/request.ts";
import type { AuditRow } from "./facts.ts";

/** Tells again what happened to a request, from its audit trail alone: what each event came from and led to. */
export function replay(request: CraftingRequest, trail: readonly AuditRow[]): readonly RequestChanged[] {
  let before: CraftingRequest | null = null;
  return trail.map((row): RequestChanged => {
    const { count: completedNow = 0, reason = "" } = row.details;
    const next: CraftingRequest = {
      ...request,
      state: row.to_state,
      version: row.request_version,
      completed: completedAfter(row, before, request.quantity) + completedNow,
      crafterId: crafterAfter(row, before),
      crafterLocale: null,
      // What is open again has none, whatever was said of it.
      reason: row.action === "reopen" ? "" : reason,
    };
    const event: RequestChanged = { guildId: row.guild_id, request: next, before, action: row.action, actorId: row.actor_id, completedNow, reason };
    before = next;
    return event;
  });
}

/** A request that was crafted whole and is opened again begins anew. */
function completedAfter({ action }: AuditRow, before: CraftingRequest | null, quantity: number): number {
  const made = before?.completed ?? 0;
  return action === "reopen" && made === quantity ? 0 : made;
}

function crafterAfter({ action, details }: AuditRow, before: CraftingRequest | null): string | null {
  switch (action) {
    case "claim":
    case "assign":
      return details.crafter ?? null;
    case "start":
    case "complete":
      return before?.crafterId ?? null;
    case "submit":
    case "release":
    case "cancel":
    case "deny":
    case "reopen":
      return null;
  }
}
