import { type APIApplicationCommand, Locale } from "discord-api-types/v10";

/** Where a language has nothing of its own. Source: interactions/application-commands.mdx in Discord's documentation. */
const FALLBACKS: Readonly<Record<string, string>> = { [Locale.EnglishUS]: Locale.EnglishGB, [Locale.EnglishGB]: Locale.EnglishUS, [Locale.SpanishLATAM]: Locale.SpanishES };

/** A command as a list of all shows it: without its translations, but with the one for who asks, where there is one. */
export function localizedCommand(command: APIApplicationCommand, locale: string | null): APIApplicationCommand {
  return localized(command, locale) as APIApplicationCommand;
}

/** The locale that `X-Discord-Locale`, or else `Accept-Language`, asks for. */
export function askedLocale(headers: Readonly<Record<string, string | string[] | undefined>>): string | null {
  const named = [headers["x-discord-locale"], headers["accept-language"]].flat().find((text) => text !== undefined);
  return named?.split(/[,;]/)[0]?.trim() ?? null;
}

/** Commands, options and choices alike: whatever has translations. */
function localized(part: object, locale: string | null): object {
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, unknown][] => {
      const [, field] = /^(name|description)_localizations$/.exec(key) ?? [];
      if (field !== undefined) {
        const text = translated(value, locale);
        return text === undefined ? [] : [[`${field}_localized`, text]];
      }
      const isList = key === "options" || key === "choices";
      return [[key, isList && Array.isArray(value) ? value.map((each: object) => localized(each, locale)) : value]];
    }),
  );
}

function translated(translations: unknown, locale: string | null): string | undefined {
  if (typeof translations !== "object" || translations === null || locale === null) return undefined;
  const all = translations as Record<string, string | undefined>;
  return all[locale] ?? all[FALLBACKS[locale] ?? ""];
}
