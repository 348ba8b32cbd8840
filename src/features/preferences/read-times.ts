import { err, ok, type Result } from "../../kernel/result.ts";
import type { Preferences } from "./preferences.ts";
import { findZones, readTime, readZone } from "./typed-times.ts";

/** What is wrong with what was typed. */
export type TimesProblem =
  | { readonly kind: "time"; readonly typed: string }
  | { readonly kind: "half" }
  | { readonly kind: "same" }
  | { readonly kind: "zone"; readonly typed: string }
  | { readonly kind: "zones"; readonly typed: string; readonly zones: readonly string[] };

/** So many zones are named where several fit. */
const NAMED = 5;

/** Reads the form of the quiet hours and the digest; what is wrong first is told. */
export function readTimes(typed: Readonly<Record<"from" | "to" | "digest" | "zone", string>>): Result<Partial<Preferences>, TimesProblem> {
  const isNone = typed.from === "" && typed.to === "";
  if (!isNone && (typed.from === "" || typed.to === "")) return err({ kind: "half" });
  const [quietFrom, quietTo, digestAt] = [isNone ? null : readTime(typed.from), isNone ? null : readTime(typed.to), readTime(typed.digest)];
  if (!isNone && quietFrom === null) return err({ kind: "time", typed: typed.from });
  if (!isNone && quietTo === null) return err({ kind: "time", typed: typed.to });
  if (!isNone && quietFrom === quietTo) return err({ kind: "same" });
  if (digestAt === null) return err({ kind: "time", typed: typed.digest });
  const timeZone = readZone(typed.zone);
  if (timeZone !== null) return ok({ quietFrom, quietTo, digestAt, timeZone });
  const zones = typed.zone === "" ? [] : findZones(typed.zone, NAMED);
  return err(zones.length === 0 ? { kind: "zone", typed: typed.zone } : { kind: "zones", typed: typed.zone, zones });
}
