import { type InTransaction, subscribe, type Subscription, type Transaction } from "../contract.ts";

/** Says when a guild's settings have changed, once that is committed. */
export interface SettingsWatch {
  readonly subscription: Subscription;
  /** Runs transactions, and calls `tell` with each guild whose settings one has changed. */
  watch(inTransaction: InTransaction, tell: (guildId: string) => void): InTransaction;
}

export function settingsWatch(): SettingsWatch {
  const changed = new WeakMap<Transaction, string>();
  return {
    subscription: subscribe("guild.settings-changed", (tx, { guildId }) => {
      changed.set(tx, guildId);
      return Promise.resolve();
    }),
    watch: (inTransaction, tell) => async (work) => {
      let guildId: string | undefined;
      const outcome = await inTransaction(async (tx) => {
        const given = await work(tx);
        guildId = changed.get(tx);
        return given;
      });
      if (guildId !== undefined) tell(guildId);
      return outcome;
    },
  };
}
