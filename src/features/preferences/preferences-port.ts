/** What other rooms may ask of people's preferences. */
import type { Transaction } from "../contract.ts";
import type { Preferences } from "./preferences.ts";

/** As this person has set it; what they have not set is as {@link NO_PREFERENCES} says. `db` is asked anew each time, so that a transaction sees its own writes. */
export type PreferencesOf = (db: Transaction["db"], guildId: string, userId: string) => Promise<Preferences>;
