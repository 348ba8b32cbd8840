import type { Db } from "../../database/schema.ts";
import type { AuditReads } from "./audit-port.ts";
import type { AuditDetails } from "./tables.ts";

/** Reads the trail from what is committed. */
export const auditReads = (db: Db): AuditReads => ({
  async listForRequest(guildId, requestId) {
    const rows = await db
      .selectFrom("audit_events")
      .selectAll()
      .where("guild_id", "=", guildId)
      .where("request_id", "=", requestId)
      .orderBy("request_version")
      .execute();
    return rows.map((row) => {
      // Only addAuditEvent writes it.
      const { count = 0, reason = "", crafter = null } = JSON.parse(row.details) as AuditDetails;
      return {
        id: row.id,
        requestId: row.request_id,
        at: row.at,
        actorId: row.actor_id,
        action: row.action,
        from: row.from_state,
        to: row.to_state,
        count,
        reason,
        crafterId: crafter,
      };
    });
  },
});
