import { expect, it } from "vitest";
import { crafterShare, mixText, parseMix, pickFlow } from "./mix.ts";

it("reads a mix, and writes it as it is read", () => {
  expect(parseMix("request=4, status=1.5,bulk")).toEqual({ request: 4, status: 1.5, bulk: 1 });
  expect(mixText(parseMix("bulk,request=4,status=0"))).toBe("request=4,bulk=1");
});

it.each(["", "craft=1", "request=", "request=x", "request=-1", "request=1=2", "request=0"])("refuses the mix \"%s\" in a sentence", (text) => {
  expect(() => parseMix(text)).toThrow(/a mix/);
});

it("never picks what has no weight", () => {
  const mix = parseMix("status=0,manage=1,characters=1");
  expect([0, 0.49, 0.51, 0.999_999].map((random) => pickFlow(mix, random))).toEqual(["manage", "manage", "characters", "characters"]);
});

it("has as many crafters as what is asked for takes, and never fewer than a fifth", () => {
  expect(crafterShare({ request: 1 })).toBe(0.2);
  expect(crafterShare({ request: 1, manage: 2, bulk: 1 })).toBe(0.75);
});
