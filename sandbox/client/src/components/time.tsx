import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { styledTime } from "../time-text.ts";
import { useNow } from "../use-now.ts";

/** `<t:seconds:style>`: a moment in the person's language, kept current where it is relative. */
export function Time({ seconds, style }: { readonly seconds: number; readonly style: string }): JSX.Element {
  const { locale } = usePage().snapshot.me;
  const now = useNow(style === "R" ? 1000 : 60_000);
  const at = new Date(seconds * 1000);
  const machine = Number.isNaN(at.getTime()) ? undefined : at.toISOString();
  return (
    <time class="timestamp" dateTime={machine} title={styledTime(seconds, "F", locale, now)}>
      {styledTime(seconds, style, locale, now)}
    </time>
  );
}
