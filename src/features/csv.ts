import { stringify } from "csv-stringify/sync";

type Cells = readonly (string | number)[];

/** The mark by which spreadsheets know UTF-8. */
const UTF8 = "\uFEFF";

/**
 * A table as RFC 4180 has it. What people typed is never a formula in a spreadsheet: a cell that begins
 * like one gets an apostrophe in front (owasp.org/www-community/attacks/CSV_Injection).
 */
export const csvOf = (columns: readonly string[], rows: readonly Cells[]): string => UTF8 + csvLines([columns, ...rows]);

/** More lines for the end of such a table. */
export const csvLines = (rows: readonly Cells[]): string =>
  stringify(rows.map((row) => [...row]), { record_delimiter: "\r\n", escape_formulas: true, quoted_match: /[\r\n]/ });
