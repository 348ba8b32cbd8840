/** Dates as people type them: `2026-12-24`, `in 3 days`, `Friday`, `morgen`. */
import * as chrono from "chrono-node";
import { err, ok, type Result } from "../kernel/result.ts";

export type DateProblem = "unreadable" | "past" | "too-far";

/** In characters. */
export const DATE_LENGTH = 40;

const YEAR_MS = 366 * 24 * 3_600_000;

const READERS: Readonly<Record<string, Pick<chrono.Chrono, "parse">>> = { de: chrono.de, fr: chrono.fr, es: chrono.es, pt: chrono.pt };

/**
 * Reads a date in the words of a locale or in English, as an instant in milliseconds since 1970; in UTC where it
 * names no zone, and its end where it names a day only. Not later than a year from `now`.
 */
export function readDate(typed: string, locale: string, now: number): Result<number, DateProblem> {
  const text = typed.trim().slice(0, DATE_LENGTH);
  const own = READERS[locale.slice(0, 2)];
  const at = instantOf(chrono.en, text, now) ?? (own ? instantOf(own, text, now) : null);
  if (at === null) return err("unreadable");
  if (at <= now) return err("past");
  return at - now > YEAR_MS ? err("too-far") : ok(at);
}

/** Null unless all of the text is one date: of a sentence with a date in it, nobody knows what the rest meant. */
function instantOf(reader: Pick<chrono.Chrono, "parse">, text: string, now: number): number | null {
  const [found, ...more] = reader.parse(text, { instant: new Date(now), timezone: "UTC" }, { forwardDate: true });
  if (!found || more.length > 0 || found.text.length !== text.length) return null;
  const { start } = found;
  const part = (name: chrono.Component): number => start.get(name) ?? 0;
  const day = [part("year"), part("month") - 1, part("day")] as const;
  if (!start.isCertain("hour")) return Date.UTC(...day, 23, 59);
  const at = Date.UTC(...day, part("hour"), part("minute"));
  return at - (start.isCertain("timezoneOffset") ? part("timezoneOffset") * 60_000 : 0);
}

/** As it is put into a field for it to be edited, and read back: `2026-12-24 20:00`. */
export const writtenDate = (at: number): string => new Date(at).toISOString().slice(0, 16).replace("T", " ");
