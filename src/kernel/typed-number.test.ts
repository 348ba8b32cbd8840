import { expect, it } from "vitest";
import { wholeNumber } from "./typed-number.ts";

it.each([
  ["2", 2],
  [" ２０ ", 20],
  ["𝟗", 9],
  ["0", 0],
])("%j is %i", (typed, number) => {
  expect(wholeNumber(typed)).toBe(number);
});

it.each(["", "-1", "1.5", "1e3", "two", "1234567890"])("%j is none", (typed) => {
  expect(wholeNumber(typed)).toBeNull();
});
