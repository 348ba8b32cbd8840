import { type DatabaseAddress, openDataStore } from "../../src/database/open.ts";
import type { CraftingRequest } from "../../src/features/requests/request.ts";
import { toRequest } from "../../src/features/requests/row.ts";
import { statisticsReads } from "../../src/features/statistics/read-model.ts";
import type { Counts } from "../../src/features/statistics/statistics-port.ts";
import type { AuditDetails, AuditEventsTable } from "../../src/features/audit/tables.ts";

/** A row of the audit trail. */
export type AuditRow = Omit<Readonly<AuditEventsTable>, "details"> & { readonly details: AuditDetails };

/** All that the bot has in its store of a guild at the end. */
export interface Facts {
  readonly requests: readonly CraftingRequest[];
  /** By request, in the order of the versions. */
  readonly trail: ReadonlyMap<string, readonly AuditRow[]>;
  readonly statistics: ReadonlyMap<string, Counts>;
  readonly lastNumber: number;
  /** What was given up, in words. */
  readonly deadLetters: readonly string[];
}

export async function readFacts(address: DatabaseAddress, guildId: string): Promise<Facts> {
  const store = openDataStore(address);
  try {
    const { read } = store;
    const requests = (await read.selectFrom("requests").selectAll().where("guild_id", "=", guildId).orderBy("number").execute()).map(toRequest);
    const rows = await read.selectFrom("audit_events").selectAll().where("guild_id", "=", guildId).orderBy("request_version").execute();
    const numbers = await read.selectFrom("request_numbers").select("last").where("guild_id", "=", guildId).executeTakeFirst();
    const dead = await read.selectFrom("dead_letters").selectAll().where("guild_id", "=", guildId).execute();
    return {
      requests,
      trail: Map.groupBy(rows.map((row) => ({ ...row, details: JSON.parse(row.details) as AuditDetails })), (row) => row.request_id),
      statistics: await statisticsReads(read).sumByProfession(guildId, "0000-00-00", "9999-99-99"),
      lastNumber: numbers?.last ?? 0,
      deadLetters: dead.map(({ topic, message_key, failure, detail }) => `${topic} of ${message_key} was given up (${failure}): ${detail}`),
    };
  } finally {
    await store.close();
  }
}

/** What still waits to be sent, in words. */
export async function waitingIn(file: string): Promise<readonly string[]> {
  const store = openDataStore({ engine: "sqlite", file });
  try {
    const rows = await store.read.selectFrom("outbox").selectAll().execute();
    return rows.map((row) => `${row.topic} ${row.id} of ${row.message_key}: ${row.attempts} attempts, held for ${Math.max(0, row.held_until - Date.now())} ms${row.last_error === null ? "" : `, ${row.last_error}`}`);
  } finally {
    await store.close();
  }
}
