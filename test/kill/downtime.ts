import { openDataStore } from "../../src/database/open.ts";
import { type Clock, systemClock } from "../../sandbox/index.ts";
import type { Chance } from "./random.ts";

/** A clock for the sandbox that can be set ahead. */
export class SkippingClock implements Clock {
  #skippedMs = 0;

  now(): number {
    return Date.now() + this.#skippedMs;
  }

  after(ms: number, act: () => void): () => void {
    return systemClock.after(ms, act);
  }

  skip(ms: number): void {
    this.#skippedMs += ms;
  }
}

/** Longer than the outbox's lease of 30 s: what the dead process was at is taken up. */
const PAST_LEASE_MS = 31_000;
/** Longer than Discord remembers a nonce: what may have arrived has to be looked for. */
export const PAST_NONCE_MS = 6 * 60_000;

/** How long the bot is away; 0: a supervisor starts it again at once. */
export const pickDowntime = (chance: Chance): number => chance.pick([0, 0, PAST_LEASE_MS, PAST_NONCE_MS]) ?? 0;

/**
 * Makes it later for everybody while the bot is down, without waiting: Discord's clock goes ahead, and
 * the dead bot's outbox ages, for the next one runs on the machine's clock.
 */
export async function letTimePass(file: string, clock: SkippingClock, ms: number): Promise<void> {
  if (ms === 0) return;
  const store = openDataStore({ engine: "sqlite", file });
  try {
    const hasOutbox = (await store.migrationTarget.introspection.getTables()).some(({ name }) => name === "outbox");
    // It may have been killed before it made its tables.
    if (!hasOutbox) return;
    await store.inTransaction((db) =>
      db
        .updateTable("outbox")
        .set((eb) => ({
          due_at: eb("due_at", "-", ms),
          held_until: eb("held_until", "-", ms),
          claimed_at: eb("claimed_at", "-", ms),
          maybe_sent_at: eb("maybe_sent_at", "-", ms),
          created_at: eb("created_at", "-", ms),
        }))
        .execute(),
    );
  } finally {
    await store.close();
  }
  clock.skip(ms);
}
