import { describe, expect, it } from "vitest";
import { readDate, writtenDate } from "./typed-date.ts";

/** A Wednesday. */
const NOW = Date.UTC(2026, 10, 25, 10, 0);
const read = (typed: string, locale = "en-US"): string => {
  const at = readDate(typed, locale, NOW);
  return at.ok ? writtenDate(at.value) : at.error;
};

describe("a date as somebody types it", () => {
  it.each([
    ["2026-12-24", "2026-12-24 23:59"],
    ["2026-12-24 20:00", "2026-12-24 20:00"],
    ["24 December", "2026-12-24 23:59"],
    ["in 3 days", "2026-11-28 23:59"],
    ["in 3 hours", "2026-11-25 13:00"],
    ["Friday", "2026-11-27 23:59"],
    ["  tomorrow 8pm ", "2026-11-26 20:00"],
    ["today", "2026-11-25 23:59"],
    ["2026-12-24 20:00 GMT+2", "2026-12-24 18:00"],
  ])("%s", (typed, expected) => expect(read(typed)).toBe(expected));

  it.each([
    ["de", "24.12.2026", "2026-12-24 23:59"],
    ["de", "morgen", "2026-11-26 23:59"],
    ["fr", "demain", "2026-11-26 23:59"],
    ["es-ES", "mañana", "2026-11-26 23:59"],
    ["pt-BR", "amanhã", "2026-11-26 23:59"],
    ["de", "in 3 days", "2026-11-28 23:59"],
  ])("in %s: %s", (locale, typed, expected) => expect(read(typed, locale)).toBe(expected));

  it.each(["", "soon", "when you can", "24.12.2026 or later", "99", "2026-12-24 2026-12-25"])("does not guess at “%s”", (typed) => expect(read(typed)).toBe("unreadable"));

  it("wants one that is to come, within a year", () => {
    expect([read("2026-11-24"), read("2026-11-25 09:59"), read("2027-11-25"), read("2028-01-01")]).toEqual(["past", "past", "2027-11-25 23:59", "too-far"]);
  });

  it("reads back what it wrote", () => expect(read(writtenDate(NOW + 3_600_000))).toBe("2026-11-25 11:00"));
});
