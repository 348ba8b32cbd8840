import { CommanderError } from "commander";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readOptions } from "./options.ts";

let said = "";
beforeEach(() => {
  said = "";
  const note = (text: string | Uint8Array): boolean => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stderr, "write").mockImplementation(note);
  vi.spyOn(process.stdout, "write").mockImplementation(note);
});
afterEach(() => vi.restoreAllMocks());

it("lets 50 people come every 20 seconds each, unless told otherwise", () => {
  const { load, compare, jsonFile } = readOptions([]);
  expect(load).toMatchObject({ people: 50, guilds: 1, rate: 2.5, seconds: 30, thinkSeconds: 1, profile: "recommended", engine: "sqlite", restMs: 120, gatewayMs: 40, areStrangers: false });
  expect({ compare, jsonFile }).toEqual({ compare: [], jsonFile: null });
  expect(readOptions(["--people", "200"]).load.rate).toBe(10);
});

it("lets everybody come at once, without pauses", () => {
  expect(readOptions(["--burst", "--people", "7"]).load).toMatchObject({ people: 7, rate: null, thinkSeconds: 0 });
  expect(readOptions(["--burst", "--think", "2"]).load.thinkSeconds).toBe(2);
});

it("reads a comparison", () => {
  expect(readOptions(["--compare", "baseline,recommended", "--rounds", "5"])).toMatchObject({ compare: ["baseline", "recommended"], rounds: 5 });
});

it.each([
  [["--people", "2001"], "from 1 to 2000"],
  [["--people", "1.5"], "whole number"],
  [["--guilds", "51"], "from 1 to 50"],
  [["--people", "3", "--guilds", "4"], "3 people cannot be in 4 guilds"],
  [["--rate", "0"], "from 0.01"],
  [["--mix", "craft=1"], '"craft=1" is no part of a mix'],
  [["--profile", "fast"], "baseline, planned, recommended"],
  [["--compare", "planned"], "at least two"],
  [["--compare", "planned,planned"], "each once"],
  [["--peple", "3"], "Did you mean --people"],
])("refuses %j in a sentence", (args, sentence) => {
  expect(() => readOptions(args)).toThrow(CommanderError);
  expect(said).toContain(sentence);
});

it("explains itself", () => {
  expect(() => readOptions(["--help"])).toThrow(CommanderError);
  for (const option of ["--people", "--guilds", "--rate", "--seconds", "--mix", "--burst", "--seed", "--profile", "--engine", "--json", "--html", "--compare", "--rounds"]) expect(said).toContain(option);
});
