import { expect, it } from "vitest";
import { limitProblems } from "../testing/view-limits.ts";
import { textOf } from "../testing/view-text.ts";
import { fitTexts } from "./fit-texts.ts";
import { button, card, COLOURS, container, row, text } from "./view-kit.ts";

const press = row(button("primary", "Go on", "go.1"));

it("leaves a view that fits as it is", () => {
  const view = card(COLOURS.neutral, text("a".repeat(2000)), text("b".repeat(2000)), press);
  expect(fitTexts(view)).toBe(view);
});

it("cuts the longest texts, and leaves short ones and all that can be pressed", () => {
  const view = { components: [text("What you did"), container(COLOURS.good, text("### Heading"), text("a".repeat(3900)), text("b".repeat(1500)), press)] };
  const fitting = fitTexts(view);
  expect(limitProblems(fitting)).toEqual([]);
  const [notice, heading, longest, long] = textOf(fitting).split("\n");
  expect([notice, heading, long]).toEqual(["What you did", "### Heading", "b".repeat(1500)]);
  expect(longest).toBe(`${"a".repeat(4000 - 12 - 11 - 1500 - 1)}…`);
  expect(textOf(fitting)).toContain("Go on");
});

it("shares what is left between texts that are all too long", () => {
  const fitting = fitTexts(card(COLOURS.neutral, ...Array.from({ length: 30 }, () => text("x".repeat(4000)))));
  expect(limitProblems(fitting)).toEqual([]);
  expect(new Set(textOf(fitting).split("\n").map((line) => line.length))).toEqual(new Set([133]));
});
