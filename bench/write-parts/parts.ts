import type { Db } from "../../src/database/schema.ts";
import { addAuditEvent } from "../../src/features/audit/store.ts";
import { auditMigrations } from "../../src/features/audit/tables.ts";
import { requestMigrations } from "../../src/features/requests/migrations.ts";
import { requestStore } from "../../src/features/requests/store.ts";
import { NOTHING } from "../../src/features/statistics/counting.ts";
import { dayOf } from "../../src/features/statistics/statistics-port.ts";
import { addCounts, addDeed } from "../../src/features/statistics/store.ts";
import { statisticsMigrations } from "../../src/features/statistics/tables.ts";
import { aRequest } from "../../src/testing/requests.ts";
import type { Part, Written } from "./ways.ts";

/** The rooms whose tables the parts are written to. */
export const MIGRATIONS = [requestMigrations, auditMigrations, statisticsMigrations];

/** Each part as the product's own stores write it, in whatever transaction it is given. */
export const WRITE: Readonly<Record<Part, (db: Db, written: Written) => Promise<void>>> = {
  async request(db, { guildId, requestId, userId, at }) {
    const { number: _, ...request } = aRequest({ id: requestId, draftId: requestId, guildId, requesterId: userId, createdAt: at, changedAt: at });
    if (!(await requestStore(db).add(request))) throw new Error(`request ${requestId} was there before`);
  },
  audit: (db, { guildId, eventId, requestId, userId, at }) =>
    addAuditEvent(db, guildId, { id: eventId, requestId, version: 1, at, actorId: userId, action: "submit", from: null, to: "open", count: 0, reason: "", crafterId: null, changes: {} }),
  async statistics(db, { guildId, deedId, userId, at }) {
    const day = dayOf(at);
    await addCounts(db, guildId, day, "enchanting", { ...NOTHING, submitted: 1 });
    await addDeed(db, guildId, { id: deedId, day, userId, submitted: 1, completed: 0, items: 0 });
  },
};
