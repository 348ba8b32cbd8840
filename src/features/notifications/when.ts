import { isBetween, nextAt } from "../preferences/local-time.ts";
import { type Preferences, type Subject, type Telling, tellingOf } from "../preferences/preferences.ts";
import type { News, NewsKind } from "./news.ts";

/** How and when one piece of news is told. */
export type Way =
  | { readonly kind: "never" }
  /** By a message of its own, or with what else was done at the same moment. */
  | { readonly kind: "now"; readonly place: "dm" | "thread" }
  /** With all else that comes until then, in milliseconds since 1970. */
  | { readonly kind: "later"; readonly at: number; readonly what: "quiet" | "digest" };

/** What concerns somebody as a crafter; the rest concerns them as the one who asked for it, or who pledged. */
const OF_CRAFTS: ReadonlySet<NewsKind> = new Set<NewsKind>([
  "given-to-you",
  "taken-from-you",
  "released-for-you",
  "your-craft-cancelled",
  "your-craft-denied",
  "your-craft-reopened",
  "expired-for-you",
  "lease-ending",
  "needed-soon",
]);

/** Somebody stands there and waits: tomorrow is too late. */
const PRESSING: ReadonlySet<NewsKind> = new Set<NewsKind>(["somebody-here", "both-here"]);

const subjectOf = ({ kind, to, crafterId }: News): Subject => (OF_CRAFTS.has(kind) || (to === crafterId && (kind === "handed-over" || PRESSING.has(kind))) ? "crafts" : "requests");

/**
 * By what the person prefers, else the guild; quiet hours hold for everything, also for the digest. `deadline`: what
 * it tells of is over then, so that a digest which comes later is no help.
 */
export function wayOf(news: News, preferences: Preferences, ofGuild: Telling, now: number, deadline = Infinity): Way {
  const telling = tellingOf(preferences, subjectOf(news), ofGuild);
  if (telling === "nothing") return { kind: "never" };
  const { timeZone, digestAt } = preferences;
  if (telling === "digest" && !PRESSING.has(news.kind)) {
    const at = afterQuiet(nextAt(now, digestAt, timeZone), preferences);
    if (at < deadline) return { kind: "later", at, what: "digest" };
  }
  const at = afterQuiet(now, preferences);
  if (at > now) return { kind: "later", at, what: "quiet" };
  return { kind: "now", place: telling === "thread" ? "thread" : "dm" };
}

/** The end of the quiet hours that an instant is in, or the instant itself. */
const afterQuiet = (at: number, { quietFrom, quietTo, timeZone }: Preferences): number =>
  quietFrom !== null && quietTo !== null && isBetween(at, quietFrom, quietTo, timeZone) ? nextAt(at, quietTo, timeZone) : at;
