import { expect, it } from "vitest";
import { resultsPage, type Section } from "./page.ts";

const section = (name: string, failure: string | null): Section => ({ name, shows: `What ${name} shows`, command: `npm run bench -- ${name}`, output: "p99 1 ms", failure, seconds: 12.4 });

it("a page of results has machine, commands, figures and charts, and says what could not be run", () => {
  const page = resultsPage({ mode: "full", machine: "a machine", minutes: 3.2, sections: [section("store", null), section("contract", "was not run: X is not set")], charts: [{ title: "Waiting", file: "charts/waiting.png" }] });
  expect(page).toContain("`npm run bench -- --full` wrote this page, in 3 minutes");
  expect(page).toContain("Machine: a machine.");
  expect(page).toContain("![Waiting](charts/waiting.png)");
  expect(page).toContain("## store\nWhat store shows. `npm run bench -- store`, 12 s.\n\n```text\np99 1 ms\n```");
  expect(page).toContain("## contract\nWhat contract shows. `npm run bench -- contract`, 12 s.\n\nIt was not run: X is not set.");
});

it("a page of a quick look says so", () => {
  expect(resultsPage({ mode: "quick", machine: "a machine", minutes: 2, sections: [], charts: [] })).toContain("It is the quick look");
});
