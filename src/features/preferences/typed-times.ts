/** `22:00`, `22`, `22.30`, `10pm`, `10:30 pm`: minutes since midnight; null for anything else. */
export function readTime(typed: string): number | null {
  const [, hours = "", minutes = "0", half] = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/.exec(typed.normalize("NFKC").trim().toLowerCase()) ?? [];
  if (hours === "") return null;
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (minute > 59 || (half === undefined ? hour > 24 : hour < 1 || hour > 12)) return null;
  const ofDay = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return ofDay === 24 && minute > 0 ? null : (ofDay % 24) * 60 + minute;
}

/** `22:00`. */
export const timeText = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** UTC is not in the list that the standard demands, and is a zone all the same. */
const ZONES: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone")];
const key = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/[\s_-]+/g, " ").trim();

/** The zones whose name has what was typed, those that begin with it first; all of them, up to `limit`, where nothing was. */
export function findZones(typed: string, limit: number): readonly string[] {
  const wanted = key(typed);
  const names = ZONES.map((zone) => ({ zone, name: key(zone) })).filter(({ name }) => name.includes(wanted));
  const rank = (name: string): number => (name === wanted ? 0 : name.startsWith(wanted) || name.includes(`/${wanted}`) ? 1 : 2);
  return names.toSorted((a, b) => rank(a.name) - rank(b.name)).slice(0, limit).map(({ zone }) => zone);
}

/** The zone that was meant: its name, or the only one that has what was typed; null when there is none, or there are several. */
export function readZone(typed: string): string | null {
  const [first, second] = findZones(typed, 2);
  if (typed.trim() === "" || first === undefined) return null;
  return second === undefined || key(first) === key(typed) || key(first).endsWith(`/${key(typed)}`) ? first : null;
}
