import type { Db } from "../../database/schema.ts";
import type { ExportedRequests } from "../export/export-port.ts";
import { toRequest } from "./row.ts";

/** Leads through a guild's requests by number, a part at a time. */
export const exportedRequests = (db: Db): ExportedRequests => ({
  async listAfter(guildId, { states, profession, since }, afterNumber, limit) {
    let rows = db.selectFrom("requests").selectAll().where("guild_id", "=", guildId).where("number", ">", afterNumber);
    if (states !== undefined) rows = rows.where("state", "in", states);
    if (profession !== undefined) rows = rows.where("profession", "=", profession);
    if (since !== undefined) rows = rows.where("created_at", ">=", since);
    return (await rows.orderBy("number").limit(limit).execute()).map(toRequest);
  },
});
