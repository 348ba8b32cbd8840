import { stringify } from "csv-stringify/sync";

/**
 * A table as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. What people typed is never a
 * formula there: a cell that begins like one gets an apostrophe in front (owasp.org/www-community/attacks/CSV_Injection).
 */
export const csvOf = (columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  stringify([[...columns], ...rows.map((row) => [...row])], { bom: true, record_delimiter: "\r\n", escape_formulas: true, quoted_match: /[\r\n]/ });
