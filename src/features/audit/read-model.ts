import type { Selectable } from "kysely";
import type { Db } from "../../database/schema.ts";
import { placeOf } from "../paging.ts";
import type { AuditEntry, AuditReads } from "./audit-port.ts";
import type { AuditDetails, AuditEventsTable } from "./tables.ts";

/** Engines limit how many values a query takes. */
const IDS_AT_ONCE = 500;

/** Reads the trail from what is committed, or from what one transaction sees. */
export function auditReads(db: Db): AuditReads {
  const ofRequest = (guildId: string, requestId: string) => db.selectFrom("audit_events").selectAll().where("guild_id", "=", guildId).where("request_id", "=", requestId);
  return {
    listForRequest: async (guildId, requestId) => (await ofRequest(guildId, requestId).orderBy("request_version").execute()).map(toEntry),
    async lastForRequest(guildId, requestId) {
      const row = await ofRequest(guildId, requestId).orderBy("request_version", "desc").limit(1).executeTakeFirst();
      return row ? toEntry(row) : null;
    },
    async listEvents(guildId, { actorId, action, since }, page, pageSize) {
      let events = db.selectFrom("audit_events").where("guild_id", "=", guildId);
      if (actorId !== undefined) events = events.where("actor_id", "=", actorId);
      if (action !== undefined) events = events.where("action", "=", action);
      if (since !== undefined) events = events.where("at", ">=", since);
      const { n } = await events.select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
      const { offset, ...place } = placeOf(n, page, pageSize);
      const rows = await events.selectAll().orderBy("at", "desc").orderBy("id", "desc").limit(pageSize).offset(offset).execute();
      return { ...place, items: rows.map(toEntry) };
    },
    async lastActs(guildId, userIds) {
      if (userIds.length === 0) return new Map();
      const events = db.selectFrom("audit_events").where("guild_id", "=", guildId).where("actor_id", "in", userIds);
      const rows = await events.select((eb) => ["actor_id", eb.fn.max("at").as("last")]).groupBy("actor_id").execute();
      return new Map(rows.map(({ actor_id, last }) => [actor_id, last]));
    },
    async lastTaken(guildId, requestIds) {
      const taken = new Map<string, number>();
      for (let start = 0; start < requestIds.length; start += IDS_AT_ONCE) {
        const events = db.selectFrom("audit_events").where("guild_id", "=", guildId).where("request_id", "in", requestIds.slice(start, start + IDS_AT_ONCE));
        const rows = await events.where("action", "in", ["claim", "assign"]).select((eb) => ["request_id", eb.fn.max("at").as("last")]).groupBy("request_id").execute();
        for (const { request_id, last } of rows) taken.set(request_id, last);
      }
      return taken;
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
