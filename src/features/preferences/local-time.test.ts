import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBetween, minuteOfDay, nextAt } from "./local-time.ts";

const at = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;

describe("the clock on the wall", () => {
  it.each([
    ["2026-01-15T21:30:00Z", "Europe/Berlin", 22 * 60 + 30],
    ["2026-07-15T21:30:00Z", "Europe/Berlin", 23 * 60 + 30],
    ["2026-07-15T21:30:00Z", "Asia/Kolkata", 3 * 60],
    ["2026-07-15T00:00:00Z", "UTC", 0],
  ])("shows at %s in %s minute %i", (time, zone, minute) => {
    expect(minuteOfDay(at(time), zone)).toBe(minute);
  });

  it.each([
    ["the same day", "2026-01-15T05:00:00Z", 8 * 60, "Europe/Berlin", "2026-01-15T07:00:00Z"],
    ["the next day", "2026-01-15T07:00:00Z", 8 * 60, "Europe/Berlin", "2026-01-16T07:00:00Z"],
    ["over the night when clocks go forward", "2026-03-28T22:00:00Z", 8 * 60, "Europe/Berlin", "2026-03-29T06:00:00Z"],
    ["over the night when clocks go back", "2026-10-24T21:00:00Z", 8 * 60, "Europe/Berlin", "2026-10-25T07:00:00Z"],
    ["a time that the clock skips", "2026-03-28T22:00:00Z", 150, "Europe/Berlin", "2026-03-29T01:30:00Z"],
  ])("comes round: %s", (_, from, minute, zone, next) => {
    expect(new Date(nextAt(at(from), minute, zone)).toISOString()).toBe(new Date(next).toISOString());
  });

  it("comes round within 26 hours, later than asked, in every zone at any time", () => {
    const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo");
    fc.assert(
      fc.property(fc.integer({ min: at("2025-01-01T00:00:00Z"), max: at("2027-12-31T00:00:00Z") }), fc.integer({ min: 0, max: 1439 }), zones, (now, minute, zone) => {
        const next = nextAt(now, minute, zone);
        expect(next).toBeGreaterThan(now);
        expect(next - now).toBeLessThanOrEqual(26 * HOUR);
      }),
    );
  });

  it.each([
    ["23:00", true],
    ["03:00", true],
    ["07:59", true],
    ["08:00", false],
    ["12:00", false],
    ["21:59", false],
    ["22:00", true],
  ])("is quiet from 22 to 8 at %s: %s", (time, isQuiet) => {
    expect(isBetween(at(`2026-01-15T${time}:00Z`), 22 * 60, 8 * 60, "UTC")).toBe(isQuiet);
  });
});
