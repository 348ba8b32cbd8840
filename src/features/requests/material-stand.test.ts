import { describe, expect, it } from "vitest";
import { aRequest } from "../../testing/requests.ts";
import { materialStands } from "./material-stand.ts";

const materials = [
  { name: "Large Brilliant Shard", needed: 20, provided: 8 },
  { name: "constructor", needed: 5, provided: 0 },
];

const missing = (completed: number) => materialStands(aRequest({ materials, completed })).map((stand) => stand.missing);

describe("how a request's materials stand", () => {
  it("adds up to what is needed while nothing is crafted", () => {
    expect(materialStands(aRequest({ materials, pledged: { "Large Brilliant Shard": 5 } }))).toEqual([
      { name: "Large Brilliant Shard", needed: 20, brought: 8, pledged: 5, missing: 7 },
      { name: "constructor", needed: 5, brought: 0, pledged: 0, missing: 5 },
    ]);
  });

  it("misses no more than the rest takes, and nothing once all is crafted", () => {
    expect([missing(1), missing(3), missing(5)]).toEqual([[12, 4], [8, 2], [0, 0]]);
  });

  it("is never below nothing", () => {
    expect(materialStands(aRequest({ materials, pledged: { "Large Brilliant Shard": 50 } }))[0]?.missing).toBe(0);
  });
});
