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

/** A rule of the documents. `document` is `path:line` below `developers/` in discord/discord-api-docs at c98d64bc. */
export const documented = (says: string, document: string, check: Rule["check"]): Rule => ({ says, source: { document }, check });

/** A rule that the documents leave open. `why` says what bots report, in a few words. */
export const assumed = (says: string, why: string, check: Rule["check"]): Rule => ({ says, source: { assumed: why }, check });
