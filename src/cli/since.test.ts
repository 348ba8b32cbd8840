import { describe, expect, it } from "vitest";
import { pastTime, TimeError } from "./since.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");

describe("a past time", () => {
  it.each([
    ["30m", "2026-11-25T11:30:00.000Z"],
    ["6h", "2026-11-25T06:00:00.000Z"],
    ["7d", "2026-11-18T12:00:00.000Z"],
    ["2026-11-24", "2026-11-24T00:00:00.000Z"],
    ["2026-11-24T18:30", "2026-11-24T18:30:00.000Z"],
    ["2026-11-24T18:30:05Z", "2026-11-24T18:30:05.000Z"],
    ["2026-11-24T18:30+02:00", "2026-11-24T16:30:00.000Z"],
  ])("%s is %s", (text, at) => {
    expect(new Date(pastTime(text, NOW)).toISOString()).toBe(at);
  });

  it.each(["", "h", "6 h", "6x", "-1h", "yesterday", "2026-13-01", "2026-11-24T25:00", "123456789d"])("is not “%s”", (text) => {
    expect(() => pastTime(text, NOW)).toThrow(TimeError);
  });
});
