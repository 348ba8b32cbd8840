import type { Lab } from "./lab.ts";

/** Where a rule stands in Discord's documentation, or why we believe it where that says nothing. */
export type Source = { readonly document: string } | { readonly assumed: string };

/** One thing that Discord does, and a way to see that the sandbox does it too. */
export interface Rule {
  /** A sentence that is true of Discord; no two are alike. */
  readonly says: string;
  readonly source: Source;
  /** Throws when it does not hold. */
  readonly check: (lab: Lab) => Promise<void>;
}

/**
 * A rule of the documents. `document` is `path:line` below `developers/` in discord/discord-api-docs at c98d64bc. Where that
 * was not to be had the nearest was read, and its lines may be off by a few: resources/channel, user and webhook at 038eea1a,
 * guild at 00dac928, audit-log at 0ab2dc53, emoji at 08c632ad, topics/permissions at 1e05d164 and threads at a1a297f4.
 */
export const documented = (says: string, document: string, check: Rule["check"]): Rule => ({ says, source: { document }, check });

/** A rule that the documents leave open. `why` says what bots report, or what is left open, in a few words. */
export const assumed = (says: string, why: string, check: Rule["check"]): Rule => ({ says, source: { assumed: why }, check });
