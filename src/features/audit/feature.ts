import type { NewId } from "../../kernel/id.ts";
import { type Feature, subscribe } from "../contract.ts";
import { changesBetween } from "../requests/request-changes.ts";
import { addAuditEvent, addSettingChange } from "./store.ts";
import { auditMigrations } from "./tables.ts";

/** Writes down who did what to a request or to the settings, in the transaction that did it. `newId` gives ids that sort by time. */
export function auditFeature({ newId }: { readonly newId: NewId }): Feature {
  return {
    name: "audit",
    migrations: auditMigrations,
    subscriptions: [
      subscribe("request.changed", (tx, { guildId, request, before, action, actorId, completedNow, reason }) =>
        addAuditEvent(tx.db, guildId, {
          version: request.version,
          id: newId(),
          requestId: request.id,
          at: tx.now,
          actorId,
          action,
          from: before?.state ?? null,
          to: request.state,
          count: completedNow,
          reason,
          crafterId: request.crafterId ?? before?.crafterId ?? null,
          changes: changesBetween(before, request),
        }),
      ),
      subscribe("guild.settings-changed", async (tx, { guildId, actorId, changes }) => {
        for (const { key, before, after } of changes) await addSettingChange(tx.db, guildId, { id: newId(), at: tx.now, actorId, key, before, after });
      }),
    ],
  };
}
