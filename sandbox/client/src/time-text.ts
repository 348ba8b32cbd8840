const time = (at: Date, locale: string): string => at.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" });

/** As in a message's head: the time today, "Yesterday at …", else the date and time. */
export function messageTime(iso: string, locale: string, nowAt: number): string {
  const at = new Date(iso);
  const yesterday = new Date(nowAt);
  yesterday.setDate(yesterday.getDate() - 1);
  if (at.toDateString() === new Date(nowAt).toDateString()) return time(at, locale);
  if (at.toDateString() === yesterday.toDateString()) return `Yesterday at ${time(at, locale)}`;
  return `${at.toLocaleDateString(locale)} ${time(at, locale)}`;
}

/** The whole date, as in a day's divider. */
export function dayText(iso: string, locale: string): string {
  return new Date(iso).toLocaleDateString(locale, { dateStyle: "long" });
}

/** Discord's timestamp styles (`<t:seconds:style>`). */
export function styledTime(seconds: number, style: string, locale: string, nowAt: number): string {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return "Invalid Date";
  switch (style) {
    case "t":
      return time(at, locale);
    case "T":
      return at.toLocaleTimeString(locale);
    case "d":
      return at.toLocaleDateString(locale, { dateStyle: "short" });
    case "D":
      return at.toLocaleDateString(locale, { dateStyle: "long" });
    case "F":
      return at.toLocaleString(locale, { dateStyle: "full", timeStyle: "short" });
    case "R":
      return relativeTime(at.getTime() - nowAt, locale);
    default:
      return at.toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
  }
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 31_536_000_000],
  ["month", 2_592_000_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "in 3 minutes", "2 days ago"; the span is in milliseconds. */
export function relativeTime(spanMs: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const [unit, ms] = STEPS.find(([, ms]) => Math.abs(spanMs) >= ms) ?? ["second", 1000];
  return words.format(Math.round(spanMs / ms), unit);
}
