import { OperatorError } from "../kernel/operator-error.ts";

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A time that cannot be read. */
export class TimeError extends OperatorError {}

/**
 * When a time was: so long ago (`30m`, `6h`, `7d`), or a date with or without a time of day, in UTC where it names no
 * zone (`2026-11-25`, `2026-11-25T18:00`). Milliseconds since 1970. @throws TimeError
 */
export function pastTime(text: string, now: number): number {
  const ago = /^(\d{1,5})([mhd])$/.exec(text);
  if (ago) return now - Number(ago[1]) * (UNIT_MS[ago[2] ?? ""] ?? 0);
  const date = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  const at = date ? Date.parse(date[1] === undefined || date[3] !== undefined ? text : `${text}Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new TimeError(`"${text}" is no time: write how long ago it was (30m, 6h, 7d), or a date (2026-11-25, 2026-11-25T18:00).`);
  return at;
}
