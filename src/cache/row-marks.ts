import type { Rows, Write } from "./read-cache.ts";

/** Every table: what a write touches of which nobody can tell what it changed. */
const EVERYTHING = "*";
const GUILD = "guild_id";

/** Columns by which somebody's rows are told apart, by table. */
export type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/** The marks of rows: an answer that rests on them is as old as the last write to any of these. */
export function marksOf({ table, guildId, where }: Rows): readonly string[] {
  const guild = `${table} ${guildId}`;
  if (where === undefined) return [EVERYTHING, table, guild];
  return [EVERYTHING, table, columnMark(guild, where.column), valueMark(guild, where.column, where.value)];
}

/**
 * The marks that a write makes, so that of any rows that it may have touched one of {@link marksOf} is among
 * them. What it does not say about a column may be any value there.
 */
export function marksOfWrite({ table, having, valueOf }: Write, columns: Columns): readonly string[] {
  if (table === null) return [EVERYTHING];
  const [guildId, ...others] = (having.get(GUILD) ?? []).map(valueOf);
  if (typeof guildId !== "string" || others.length > 0) return [table];
  const guild = `${table} ${guildId}`;
  const byColumn = [...(columns.get(table) ?? [])].flatMap((column) => {
    const values = having.get(column)?.map(valueOf) ?? [undefined];
    // Nobody's are no one's: what has null there rests in no answer about a value.
    return values.flatMap((value) => (value === null ? [] : [typeof value === "string" ? valueMark(guild, column, value) : columnMark(guild, column)]));
  });
  return [guild, ...byColumn];
}

const columnMark = (guild: string, column: string): string => `${guild} ${column}`;
const valueMark = (guild: string, column: string, value: string): string => `${guild} ${column} ${value}`;
