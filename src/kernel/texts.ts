/** A room's sentences. */
export interface Texts<T extends Record<string, string> = Record<string, string>> {
  /** The room's name; its i18next namespace. */
  readonly namespace: string;
  readonly en: T;
  /** Further languages by Discord's locale (`de`, `pt-BR`); a sentence that one lacks is said in English. */
  readonly others: Readonly<Record<string, OtherTexts<T>>>;
}

type PluralBase<K> = K extends `${infer Base}_${"one" | "other"}` ? Base : never;

/** The same keys, with the plural forms that the language has (i18next's suffixes, which are those of Intl.PluralRules). */
export type OtherTexts<T> = Readonly<Partial<Record<(keyof T & string) | `${PluralBase<keyof T>}_${Intl.LDMLPluralRule}`, string>>>;

/** Keys as code names them: plural forms (`key_one`, `key_other`) are one key, chosen by `count`. */
export type TextKey<T> = keyof T extends infer K ? (K extends `${infer Base}_${"one" | "other"}` ? Base : K & string) : never;

/** Gives a sentence. `values` fill `{{name}}`; `count` also chooses the plural form. */
export interface Translate<K extends string = string> {
  (key: K, values?: Readonly<Record<string, string | number>>): string;
  /** Whose language it is: Discord's locale, such as `en-US`. */
  readonly locale: string;
}

/** Sentences in one person's language. */
export interface Translator {
  /** Discord's locale, such as `en-US`. */
  readonly locale: string;
  in<T extends Record<string, string>>(texts: Texts<T>): Translate<TextKey<T>>;
  /** The language in which a sentence is said, such as `en` where the person's has none. For what is put together outside of it, such as a list. */
  languageOf<T extends Record<string, string>>(texts: Texts<T>, key: TextKey<T>): string;
}

/** Gives the translator for a Discord locale; an unknown one falls back to English. */
export type Translators = (locale: string) => Translator;

export const defineTexts = <const T extends Record<string, string>>(namespace: string, en: T, others: Readonly<Record<string, OtherTexts<T>>> = {}): Texts<T> => ({
  namespace,
  en,
  others,
});
