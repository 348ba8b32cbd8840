import type { Call, InTransaction, Transaction } from "../contract.ts";
import type { Preferences } from "./preferences.ts";
import { changePreferences, getPreferences } from "./store.ts";

export interface PreferencesService {
  get(call: Call): Promise<Preferences>;
  /** Changes one's own, and gives what holds afterwards. */
  change(call: Call, changes: Partial<Preferences>): Promise<Preferences>;
}

export const preferencesService = ({ read, inTransaction }: { readonly read: Transaction["db"]; readonly inTransaction: InTransaction }): PreferencesService => ({
  get: ({ guildId, userId }) => getPreferences(read, guildId, userId),
  change: (call, changes) =>
    inTransaction(async (tx) => {
      await changePreferences(tx.db, call, changes, tx.now);
      return getPreferences(tx.db, call.guildId, call.userId);
    }),
});
