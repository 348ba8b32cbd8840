/** How people are told things: by direct message, in the request's thread, in a daily digest, or not at all. */
export const TELLINGS = ["dm", "thread", "digest", "nothing"] as const;
export type Telling = (typeof TELLINGS)[number];

/** What is told apart: what happens to one's own requests, and to what one crafts. */
export const SUBJECTS = ["requests", "crafts"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** How one person wants to be told in one guild. */
export interface Preferences {
  /** Null: as the guild has set it. */
  readonly requests: Telling | null;
  readonly crafts: Telling | null;
  /** Minutes since midnight in `timeZone`; both null for no quiet hours. May go over midnight. */
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  /** A name of the IANA time zone database, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** When the digest comes, in minutes since midnight in `timeZone`. */
  readonly digestAt: number;
}

export const NO_PREFERENCES: Preferences = { requests: null, crafts: null, quietFrom: null, quietTo: null, timeZone: "UTC", digestAt: 18 * 60 };

/** How it is told to this person; `ofGuild` holds where they have not chosen. */
export const tellingOf = (preferences: Preferences, subject: Subject, ofGuild: Telling): Telling => preferences[subject] ?? ofGuild;
