import { describe, expect, it } from "vitest";
import { InvalidRequests } from "./invalid-requests.ts";

describe("invalid requests", () => {
  it("are 401, 403, and 429 but for shared limits", () => {
    const invalid = new InvalidRequests();
    expect([invalid.note(200, null, 0), invalid.note(404, null, 0), invalid.note(429, "shared", 0), invalid.note(500, null, 0)]).toEqual([null, null, null, null]);
    expect([invalid.note(401, null, 0), invalid.note(403, null, 0), invalid.note(429, "user", 0), invalid.note(429, "global", 0), invalid.note(429, null, 0)]).toEqual([1, 2, 3, 4, 5]);
  });

  it("are forgotten after ten minutes", () => {
    const invalid = new InvalidRequests();
    for (let second = 0; second < 600; second += 1) invalid.note(403, null, second * 1_000);
    expect(invalid.note(403, null, 599_999)).toBe(601);
    expect(invalid.note(403, null, 600_000)).toBe(601);
    expect(invalid.note(403, null, 1_300_000)).toBe(1);
  });

  it("are counted also when none comes any more", () => {
    const invalid = new InvalidRequests();
    invalid.note(403, null, 0);
    invalid.note(403, null, 300_000);
    expect([invalid.inWindow(599_999), invalid.inWindow(600_000), invalid.inWindow(900_000)]).toEqual([2, 1, 0]);
  });
});
