import i18next, { type Resource } from "i18next";
import type { TextKey, Texts, Translate, Translators } from "../kernel/texts.ts";

const FALLBACK = "en";

/**
 * Gives translators over the rooms' sentences. Discord's locale (`en-US`, `pt-BR`) finds its own table,
 * then its language's, then English.
 * @throws Error when two rooms use one namespace
 */
export async function createTranslators(rooms: readonly Texts[]): Promise<Translators> {
  const resources: Resource = { [FALLBACK]: {} };
  for (const room of rooms) {
    if (resources[FALLBACK]?.[room.namespace]) throw new Error(`two rooms use the text namespace "${room.namespace}"`);
    resources[FALLBACK] = { ...resources[FALLBACK], [room.namespace]: room.en };
  }
  const instance = i18next.createInstance();
  await instance.init({
    resources,
    fallbackLng: FALLBACK,
    keySeparator: false,
    nsSeparator: false,
    // Discord draws text, not HTML; what people wrote is escaped for markdown where it is put in.
    interpolation: { escapeValue: false },
  });
  return (locale) => ({
    locale,
    in<T extends Record<string, string>>(texts: Texts<T>): Translate<TextKey<T>> {
      const fixed = instance.getFixedT(locale, texts.namespace);
      return (key: string, values) => fixed(key, { ...values });
    },
  });
}
