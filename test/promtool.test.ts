import { expect, it } from "vitest";
import { findPromtool } from "./promtool.ts";

it("is none when the named one is not there, and says why", async () => {
  const said: string[] = [];
  expect(await findPromtool("/nowhere/promtool", (sentence) => said.push(sentence))).toBeNull();
  expect(said).toEqual([expect.stringMatching(/^\/nowhere\/promtool does not run: .*ENOENT/)]);
});
