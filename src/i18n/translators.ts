import i18next, { type ResourceKey } from "i18next";
import type { TextKey, Texts, Translate, Translators } from "../kernel/texts.ts";

const FALLBACK = "en";
/** Locales of Discord whose speakers read another's table, as Discord has it for the words of commands ("Locale fallbacks" in interactions/application-commands.mdx). */
const SPOKEN_LIKE = { "es-419": ["es-ES", FALLBACK] };

/**
 * Gives translators over the rooms' sentences. Discord's locale (`en-US`, `pt-BR`) finds its own table,
 * then its language's, then that of a locale which is spoken like it, then English.
 * @throws Error when two rooms use one namespace
 */
export async function createTranslators(rooms: readonly Texts[]): Promise<Translators> {
  const resources: Record<string, Record<string, ResourceKey>> = { [FALLBACK]: {} };
  for (const { namespace, en, others } of rooms) {
    if (resources[FALLBACK]?.[namespace]) throw new Error(`two rooms use the text namespace "${namespace}"`);
    for (const [locale, sentences] of Object.entries({ [FALLBACK]: en, ...others })) resources[locale] = { ...resources[locale], [namespace]: sentences };
  }
  const instance = i18next.createInstance();
  await instance.init({
    resources,
    fallbackLng: { ...SPOKEN_LIKE, default: [FALLBACK] },
    keySeparator: false,
    nsSeparator: false,
    // Discord draws text, not HTML; what people wrote is escaped for markdown where it is put in.
    interpolation: { escapeValue: false },
  });
  return (locale) => ({
    locale,
    in<T extends Record<string, string>>(texts: Texts<T>): Translate<TextKey<T>> {
      const fixed = instance.getFixedT(locale, texts.namespace);
      return Object.assign((key: string, values?: Readonly<Record<string, string | number>>) => fixed(key, { ...values }), { locale });
    },
    languageOf: (texts, key: string) => instance.getFixedT(locale, texts.namespace)(key, { returnDetails: true }).usedLng,
  });
}
