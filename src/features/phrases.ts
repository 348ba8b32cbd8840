/** Pieces of sentences that look the same in every room. Discord draws mentions and times in the reader's own words. */
import { harmless } from "./harmless.ts";
import { shorten } from "./view-kit.ts";

export const person = (userId: string): string => `<@${userId}>`;
export const role = (roleId: string): string => `<@&${roleId}>`;
export const channel = (channelId: string): string => `<#${channelId}>`;

/** "5 minutes ago" or "in 5 minutes", counting on. `at` in milliseconds since 1970. */
export const ago = (at: number): string => `<t:${Math.floor(at / 1000)}:R>`;

/** "24 December 2026 20:00", in the reader's language and time zone. `at` in milliseconds since 1970. */
export const dateAndTime = (at: number): string => `<t:${Math.floor(at / 1000)}:f>`;

/** "A, B or C", as the language of the sentence around it has it, see `Translator.languageOf`. */
export const anyOf = (language: string, names: readonly string[]): string => new Intl.ListFormat(language, { type: "disjunction" }).format(names);

/** What a person wrote, as part of a sentence of ours: one line, with nothing in it working but plain links. Cut before escaping, so that no mark is cut in half. */
export const inline = (typed: string, limit: number): string => harmless(shorten(typed.replaceAll(/\s+/g, " ").trim(), limit));

/** What a person wrote, as a quotation of its own lines. */
export const quotation = (typed: string, limit: number): string =>
  harmless(shorten(typed, limit))
    .split(/[\r\n]+/)
    .map((line) => `> ${line}`)
    .join("\n");
