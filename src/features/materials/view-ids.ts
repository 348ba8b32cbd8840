import { defineCustomId, int, oneOf, optionalText, text } from "../../kernel/custom-id.ts";

export const pledgeModal = defineCustomId<{ guildId: string; requestId: string; from: "card" | "page" }>("materials.amounts", 1, {
  guildId: text,
  requestId: text,
  from: oneOf("card", "page"),
});
/** The part of the modal with a line for each material. */
export const AMOUNTS = "amounts";

/** Takes back all that one has pledged to a request. */
export const withdrawButton = defineCustomId<{ guildId: string; requestId: string }>("materials.withdraw", 1, { guildId: text, requestId: text });

export const SCOPES = ["own", "all", "claimed"] as const;
/** Over which requests materials are added up: those of one's own professions, of all, or only what one has claimed. */
export type Scope = (typeof SCOPES)[number];

/** A page of the totals. `profession` and `characterId`: empty where they narrow nothing. Short words: a profession's id may have 40 characters. */
export interface TotalsPlace extends Record<string, string | number> {
  readonly scope: Scope;
  readonly profession: string;
  readonly characterId: string;
  readonly order: "most" | "name";
  readonly page: number;
}
const place = { scope: oneOf(...SCOPES), profession: optionalText, characterId: optionalText, order: oneOf("most", "name"), page: int };

/** `as` tells buttons of one message apart that lead to the same. */
export const totalsButton = defineCustomId<TotalsPlace & { as: "s" | "o" | "p" | "n" | "r" }>("mats.at", 1, { ...place, as: oneOf("s", "o", "p", "n", "r") });
/** The same as files. */
export const exportButton = defineCustomId<TotalsPlace>("mats.file", 1, place);
/** Their values are ids, or {@link EVERY}. */
export const professionSelect = defineCustomId<TotalsPlace>("mats.prof", 1, place);
export const characterSelect = defineCustomId<TotalsPlace>("mats.char", 1, place);
/** No id has this form. */
export const EVERY = "*";
