import type { Selectable } from "kysely";
import type { Db } from "../../database/schema.ts";
import { placeOf } from "../paging.ts";
import type { AuditEntry, AuditReads } from "./audit-port.ts";
import type { AuditDetails, AuditEventsTable } from "./tables.ts";

/** Reads the trail from what is committed, or from what one transaction sees. */
export function auditReads(db: Db): AuditReads {
  const ofRequest = (guildId: string, requestId: string) => db.selectFrom("audit_events").selectAll().where("guild_id", "=", guildId).where("request_id", "=", requestId);
  return {
    listForRequest: async (guildId, requestId) => (await ofRequest(guildId, requestId).orderBy("request_version").execute()).map(toEntry),
    async lastForRequest(guildId, requestId) {
      const row = await ofRequest(guildId, requestId).orderBy("request_version", "desc").limit(1).executeTakeFirst();
      return row ? toEntry(row) : null;
    },
    async listSettingChanges(guildId, page, pageSize) {
      const ofGuild = db.selectFrom("audit_settings").where("guild_id", "=", guildId);
      const { n } = await ofGuild.select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
      const { offset, ...place } = placeOf(n, page, pageSize);
      // Ids sort by time.
      const rows = await ofGuild.selectAll().orderBy("id", "desc").limit(pageSize).offset(offset).execute();
      return { ...place, items: rows.map(({ id, at, actor_id, key, before_value, after_value }) => ({ id, at, actorId: actor_id, key, before: before_value, after: after_value })) };
    },
    async wasUndone(guildId, requestId, version) {
      // Only the last action is ever taken back, and by the next event.
      const next = await ofRequest(guildId, requestId).where("request_version", "=", version + 1).executeTakeFirst();
      return next?.action === "undo";
    },
  };
}

function toEntry(row: Selectable<AuditEventsTable>): AuditEntry {
  // Only addAuditEvent writes it.
  const { count = 0, reason = "", crafter = null, changes = {} } = JSON.parse(row.details) as AuditDetails;
  return {
    id: row.id,
    requestId: row.request_id,
    version: row.request_version,
    at: row.at,
    actorId: row.actor_id,
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    count,
    reason,
    crafterId: crafter,
    changes,
  };
}
