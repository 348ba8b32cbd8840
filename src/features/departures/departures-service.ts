import type { InTransaction, Transaction } from "../contract.ts";
import type { MemberDirectory } from "../guild-settings/settings-port.ts";
import { getCheck, listDueChecks, type MemberCheck, putCheck, removeCheck } from "./checks-store.ts";

const HOUR_MS = 3_600_000;
/** How long people keep what they asked for after they were found to have left. */
export const GRACE_MS = 24 * HOUR_MS;
/** How often somebody is looked up while others wait for them. */
export const CHECK_EVERY_MS = 24 * HOUR_MS;
/** When it is tried again where Discord could not be asked. */
const AGAIN_MS = HOUR_MS;
const AT_ONCE = 50;

export interface DeparturesDeps {
  readonly inTransaction: InTransaction;
  readonly directory: MemberDirectory;
  /** Whether the bot is in this guild now: of others Discord says nothing. */
  readonly isThere: (guildId: string) => boolean;
  /** Whether somebody asked for something, or has claimed something, that is not at its end. */
  readonly isBusy: (db: Transaction["db"], guildId: string, userId: string) => Promise<boolean>;
  readonly now: () => number;
}

export interface Departures {
  /** Looks up whom it is time to look up. */
  checkDue(): Promise<void>;
  /** Looks up somebody who has joined or left just now, if others wait for them or they for others. */
  check(guildId: string, userId: string): Promise<void>;
}

/** Sees to what people have under way who leave. Discord is asked outside of transactions. */
export function departuresService({ inTransaction, directory, isThere, isBusy, now }: DeparturesDeps): Departures {
  async function lookUp({ guild_id: guildId, user_id: userId }: Pick<MemberCheck, "guild_id" | "user_id">): Promise<void> {
    const found = isThere(guildId) ? await directory.find(guildId, userId, now()).then((standing) => (standing === null ? "left" : "there"), () => null) : null;
    await inTransaction((tx) => settle(tx, guildId, userId, found));
  }

  /** `found` null: nobody knows. */
  async function settle(tx: Transaction, guildId: string, userId: string, found: "left" | "there" | null): Promise<void> {
    const known = await getCheck(tx.db, guildId, userId);
    if (!known) return;
    if (found === null) return putCheck(tx.db, { ...known, due_at: tx.now + AGAIN_MS });
    if (!(await isBusy(tx.db, guildId, userId))) return removeCheck(tx.db, known);
    if (found === "there") return putCheck(tx.db, { ...known, due_at: tx.now + CHECK_EVERY_MS, left_at: null });
    if (known.left_at === null) {
      await putCheck(tx.db, { ...known, due_at: tx.now + GRACE_MS, left_at: tx.now });
      return tx.raise({ type: "member.left", guildId, userId });
    }
    if (known.left_at + GRACE_MS > tx.now) return putCheck(tx.db, { ...known, due_at: known.left_at + GRACE_MS });
    await removeCheck(tx.db, known);
    await tx.raise({ type: "member.gone", guildId, userId });
  }

  return {
    async checkDue() {
      for (const one of await inTransaction(({ db }) => listDueChecks(db, now(), AT_ONCE))) await lookUp(one);
    },
    async check(guildId, userId) {
      const known = await inTransaction(({ db }) => getCheck(db, guildId, userId));
      if (known) await lookUp(known);
    },
  };
}
