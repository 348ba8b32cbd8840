import type { Selectable } from "kysely";
import type { Db } from "../../database/schema.ts";
import { METRICS } from "../metric-table.ts";
import { Sketch } from "./sketch.ts";
import type { MetricWindowsTable } from "./tables.ts";
import { HOUR_MS, isKept, MINUTE_MS, type Series, type Window } from "./window.ts";

export type WindowRow = Selectable<MetricWindowsTable>;

/** What of the stored windows is asked for; what is left out is not asked about. */
export interface WindowQuery {
  /** Milliseconds since 1970, included. */
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly guildId?: string;
  readonly metrics?: readonly string[];
}

/** Named, so that the index over span and time is of use. */
const SPANS = [MINUTE_MS, HOUR_MS];
/** Of PostgreSQL's 65,535 values in a statement, and SQLite's 32,766. */
const ROWS_AT_ONCE = 500;

export async function addWindows(db: Db, windows: readonly Window[], newId: () => string): Promise<void> {
  const rows = windows.map((window): WindowRow => ({
    guild_id: window.series.guildId,
    id: newId(),
    metric: window.series.metric,
    flow: window.series.flow,
    surface: window.series.surface,
    cohort: window.series.cohort,
    detail: window.series.detail,
    started_at: window.startedAt,
    span_ms: window.spanMs,
    value_count: window.count,
    sketch: window.sketch?.encoded() ?? null,
  }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await db.insertInto("metric_windows").values(rows.slice(at, at + ROWS_AT_ONCE)).execute();
}

/** The windows that begin in a time, of whatever span, in no order. One that this version cannot read is left out. */
export async function listWindows(db: Db, { from, to, guildId, metrics }: WindowQuery): Promise<readonly Window[]> {
  const rows = await db
    .selectFrom("metric_windows")
    .selectAll()
    .where("span_ms", "in", SPANS)
    .where("started_at", ">=", from)
    .where("started_at", "<", to)
    .$if(guildId !== undefined, (query) => query.where("guild_id", "=", guildId ?? ""))
    .$if(metrics !== undefined, (query) => query.where("metric", "in", [...(metrics ?? [])]))
    .execute();
  return rows.flatMap((row) => readWindow(row) ?? []);
}

/** When the oldest window of a span begins that begins at `from` or later; null when there is none. */
export async function oldestOf(db: Db, spanMs: number, from: number): Promise<number | null> {
  const row = await db.selectFrom("metric_windows").select("started_at").where("span_ms", "=", spanMs).where("started_at", ">=", from).orderBy("started_at").limit(1).executeTakeFirst();
  return row?.started_at ?? null;
}

/** The guilds that have windows of one span in a time. */
export async function listGuilds(db: Db, spanMs: number, from: number, to: number): Promise<readonly string[]> {
  const rows = await db.selectFrom("metric_windows").select("guild_id").distinct().where("span_ms", "=", spanMs).where("started_at", ">=", from).where("started_at", "<", to).execute();
  return rows.map(({ guild_id }) => guild_id);
}

/** One guild's windows of one span that begin in a time, as they are stored: reading one takes a while, see {@link readWindow}. */
export const listRows = (db: Db, guildId: string, spanMs: number, from: number, to: number): Promise<readonly WindowRow[]> =>
  db.selectFrom("metric_windows").selectAll().where("guild_id", "=", guildId).where("span_ms", "=", spanMs).where("started_at", ">=", from).where("started_at", "<", to).execute();

/** Removes these; gives how many were still there. */
export async function removeRows(db: Db, rows: readonly Pick<WindowRow, "guild_id" | "id">[]): Promise<number> {
  let removed = 0;
  for (const [guildId, own] of Map.groupBy(rows, (row) => row.guild_id)) {
    for (let at = 0; at < own.length; at += ROWS_AT_ONCE) {
      const ids = own.slice(at, at + ROWS_AT_ONCE).map(({ id }) => id);
      const { numDeletedRows } = await db.deleteFrom("metric_windows").where("guild_id", "=", guildId).where("id", "in", ids).executeTakeFirst();
      removed += Number(numDeletedRows);
    }
  }
  return removed;
}

/** Removes what begins before a time, of whatever span. */
export async function removeBefore(db: Db, before: number): Promise<void> {
  for (const span of SPANS) await db.deleteFrom("metric_windows").where("span_ms", "=", span).where("started_at", "<", before).execute();
}

/** Null for one that this version cannot read: a metric of another version. */
export function readWindow(row: WindowRow): Window | null {
  const { metric } = row;
  if (!isKept(metric)) return null;
  const described = METRICS[metric];
  const series: Series = { metric, guildId: row.guild_id, flow: row.flow, surface: row.surface, cohort: row.cohort, detail: row.detail };
  const sketch = described.kind === "distribution" && row.sketch !== null ? Sketch.decode(described.unit, row.sketch) : null;
  return { series, startedAt: row.started_at, spanMs: row.span_ms, count: row.value_count, sketch };
}
