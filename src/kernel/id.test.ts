import { describe, expect, it } from "vitest";
import { createIds } from "./id.ts";

describe("ids", () => {
  it("sort in the order they were made, even when the clock stands or steps back", () => {
    const times = [5, 5, 5, 9, 7, 7, 10];
    let at = 0;
    const newId = createIds({ now: () => 1_700_000_000_000 + (times[at++] ?? 10) });
    const ids = Array.from({ length: 200 }, () => newId());
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("end in eight random digits each, none drawn twice however many are made", () => {
    const newId = createIds({ now: () => 1_700_000_000_000 });
    const ends = Array.from({ length: 20_000 }, () => newId().slice(-8));
    expect(ends.every((end) => /^[0-9a-z]{8}$/.test(end))).toBe(true);
    expect(new Set(ends).size).toBe(ends.length);
  });

  it("fit Discord's nonce", () => {
    expect(createIds({ now: () => Date.UTC(2100, 0) })()).toHaveLength(20);
  });
});
