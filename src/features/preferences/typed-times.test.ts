import { describe, expect, it } from "vitest";
import { findZones, readTime, readZone, timeText } from "./typed-times.ts";

describe("typed times", () => {
  it.each([
    ["22:00", 1320],
    ["22", 1320],
    [" ７:０５ ", 425],
    ["7.05", 425],
    ["10pm", 1320],
    ["12 am", 0],
    ["12:30 PM", 750],
    ["24:00", 0],
    ["25", null],
    ["22:60", null],
    ["24:01", null],
    ["13pm", null],
    ["soon", null],
    ["", null],
  ])("%j is minute %j", (typed, minute) => {
    expect(readTime(typed)).toBe(minute);
  });

  it("are shown as a clock does", () => {
    expect([0, 425, 1320].map(timeText)).toEqual(["00:00", "07:05", "22:00"]);
  });
});

describe("typed time zones", () => {
  it.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["berlin", "Europe/Berlin"],
    ["new york", "America/New_York"],
    ["utc", "UTC"],
    ["america", null],
    ["Atlantis", null],
    ["", null],
  ])("%j means %j", (typed, zone) => {
    expect(readZone(typed)).toBe(zone);
  });

  it("are offered by what they begin with", () => {
    expect(findZones("ber", 3)).toContain("Europe/Berlin");
    expect(findZones("", 25)).toHaveLength(25);
  });
});
