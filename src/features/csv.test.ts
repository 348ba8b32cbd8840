import { describe, expect, it } from "vitest";
import { csvOf } from "./csv.ts";

const cells = (...values: readonly (string | number)[]): string => csvOf(["A"], values.map((value) => [value])).split("\r\n").slice(1, -1).join("|");

describe("a table as CSV", () => {
  it("begins with the mark of UTF-8 and ends each line as RFC 4180 says", () => {
    expect(csvOf(["Material", "Missing"], [["Träumstaub", 3]])).toBe("\uFEFFMaterial,Missing\r\nTräumstaub,3\r\n");
  });

  it("quotes what would break a line or a cell", () => {
    expect(cells('say "hi"', "a, b", "two\nlines")).toBe('"say ""hi"""|"a, b"|"two\nlines"');
  });

  it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("makes %j harmless to spreadsheets", (typed) => {
    expect(cells(typed)).toMatch(/^"?'/);
  });

  it("leaves numbers and other text as they are", () => {
    expect(cells(0, 12, "Crusader", "a=b")).toBe("0|12|Crusader|a=b");
  });
});
