import type { DataStore } from "../../database/store.ts";
import { Merging } from "./merge.ts";
import { HOUR_MS, MINUTE_MS, spanStart } from "./window.ts";
import { addWindows, listGuilds, listRows, oldestOf, readWindow, removeBefore, removeRows } from "./window-store.ts";

/** How long minutes stay before they become hours. */
export const MINUTES_FOR_MS = 48 * HOUR_MS;
/** How long anything stays. */
export const KEPT_FOR_MS = 90 * 24 * HOUR_MS;
/** Reading so many windows keeps the thread for about 5 ms. */
const READ_AT_ONCE = 100;

/** Another process has thinned these windows in the meantime. */
class TakenAway extends Error {}

/**
 * Makes hours of minutes that are older than two days, and removes what is older than 90. An hour of a guild
 * at a time, each in a transaction of its own; what another process took away meanwhile is left to it. `breathe` is
 * awaited between two works that keep the thread.
 */
export async function thin(store: DataStore, now: number, newId: () => string, breathe: () => Promise<void>): Promise<void> {
  const before = spanStart(now - MINUTES_FOR_MS, HOUR_MS);
  for (let from = 0; ; from += HOUR_MS) {
    const oldest = await oldestOf(store.read, MINUTE_MS, from);
    if (oldest === null || oldest >= before) break;
    from = spanStart(oldest, HOUR_MS);
    for (const guildId of await listGuilds(store.read, MINUTE_MS, from, from + HOUR_MS)) await makeHour(store, { guildId, from }, newId, breathe);
  }
  await store.inTransaction((db) => removeBefore(db, now - KEPT_FOR_MS));
}

/** One guild's: what is read and written at once stays small, however many guilds there are. */
async function makeHour(store: DataStore, { guildId, from }: { readonly guildId: string; readonly from: number }, newId: () => string, breathe: () => Promise<void>): Promise<void> {
  const rows = await listRows(store.read, guildId, MINUTE_MS, from, from + HOUR_MS);
  const hour = new Merging();
  const readable: typeof rows[number][] = [];
  for (const [index, row] of rows.entries()) {
    if (index % READ_AT_ONCE === 0) await breathe();
    const window = readWindow(row);
    if (!window) continue;
    readable.push(row);
    hour.add(window);
  }
  const hours = [...hour.all.values()].map((merged) => ({ ...merged, startedAt: from, spanMs: HOUR_MS }));
  await store
    .inTransaction(async (db) => {
      if ((await removeRows(db, readable)) !== readable.length) throw new TakenAway();
      await addWindows(db, hours, newId);
    })
    .catch((cause: unknown) => {
      if (!(cause instanceof TakenAway)) throw cause;
    });
}
