import { prepared } from "../../database/prepared.ts";
import type { Db } from "../../database/schema.ts";
import type { AuditEntry, SettingChangeEntry } from "./audit-port.ts";
import type { AuditDetails, AuditEventsTable } from "./tables.ts";

/** Adds an event in the transaction of what it tells. There is no way to change or remove one. */
export async function addAuditEvent(db: Db, guildId: string, entry: AuditEntry): Promise<void> {
  const details: AuditDetails = {
    ...(entry.count > 0 && { count: entry.count }),
    ...(entry.reason !== "" && { reason: entry.reason }),
    ...(entry.crafterId !== null && { crafter: entry.crafterId }),
    changes: entry.changes,
  };
  await insertEvent(db, {
    guild_id: guildId,
    id: entry.id,
    request_id: entry.requestId,
    request_version: entry.version,
    at: entry.at,
    actor_id: entry.actorId,
    action: entry.action,
    from_state: entry.from,
    to_state: entry.to,
    details: JSON.stringify(details),
  });
}

const insertEvent = prepared<AuditEventsTable>((db, row) => db.insertInto("audit_events").values(row));

/** Adds a change of the settings, in its transaction; likewise for good. */
export async function addSettingChange(db: Db, guildId: string, { id, at, actorId, key, before, after }: SettingChangeEntry): Promise<void> {
  await db.insertInto("audit_settings").values({ guild_id: guildId, id, at, actor_id: actorId, key, before_value: before, after_value: after }).execute();
}
