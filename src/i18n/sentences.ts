/** What a language must have: a sentence for each of a room's, in each of the language's plural forms. */
import type { Texts } from "../kernel/texts.ts";

/** One sentence of a room, as it is called in a language's file. */
export interface Sentence {
  readonly key: string;
  /** What it says in English: of the same plural form, or else of the general one. */
  readonly english: string;
  readonly isPlural: boolean;
}

const PLURAL = /^(.+)_(one|other)$/;

/** The sentences that `language` must have, in the order of the English ones. */
export function sentencesFor({ en }: Texts, language: string): readonly Sentence[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return Object.entries(en).flatMap(([key, english]): readonly Sentence[] => {
    const [, base, form] = PLURAL.exec(key) ?? [];
    if (base === undefined) return [{ key, english, isPlural: false }];
    if (form === "one") return [];
    return forms.map((each) => ({ key: `${base}_${each}`, english: en[`${base}_${each}`] ?? english, isPlural: true }));
  });
}

/** What `language` has of a room's sentences, by key. */
export const saidIn = (texts: Texts, language: string): Readonly<Record<string, string | undefined>> => texts.others[language] ?? {};

/** What is still to be said in `language`, in English, by key; empty when all of it is. */
export const missingIn = (texts: Texts, language: string): Readonly<Record<string, string>> =>
  Object.fromEntries(sentencesFor(texts, language).flatMap(({ key, english }) => (saidIn(texts, language)[key] === undefined ? [[key, english]] : [])));
