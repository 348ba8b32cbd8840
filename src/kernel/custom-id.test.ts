import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineCustomId, int, oneOf, optionalText, prefixOf, text } from "./custom-id.ts";

const claim = defineCustomId<{ requestId: string; version: number }>("request.claim", 1, { requestId: text, version: int });

describe("a custom id", () => {
  it("gives back what was written, for any value", () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,25}$/);
    fc.assert(
      fc.property(part, fc.nat(), (requestId, version) => {
        expect(claim.decode(claim.encode({ requestId, version }))).toEqual({ requestId, version });
      }),
    );
  });

  it("is null for anything that is not its own", () => {
    for (const foreign of ["", "request.claim.1", "request.claim.2:a:1", "request.claim.1:a", "request.claim.1::1", "request.claim.1:a:x", "request.claim.1:a:1:2", "request.claim.1:a:2147483648", "request.claim.1:a\0:1", "request.claim.1:💥:1", `request.claim.1:${"a".repeat(41)}:1`, "x"])
      expect(claim.decode(foreign)).toBeNull();
    fc.assert(fc.property(fc.string(), (noise) => claim.decode(noise) === null));
  });

  it("refuses what would not come back", () => {
    expect(() => claim.encode({ requestId: "a:b", version: 1 })).toThrow(TypeError);
    expect(() => claim.encode({ requestId: "a".repeat(100), version: 1 })).toThrow(RangeError);
  });

  it("reads words of a set and text that may be empty", () => {
    const route = defineCustomId<{ way: "up" | "down"; rest: string }>("go", 3, { way: oneOf("up", "down"), rest: optionalText });
    expect(route.decode("go.3:up:")).toEqual({ way: "up", rest: "" });
    expect(route.decode("go.3:sideways:")).toBeNull();
    expect(prefixOf("go.3:up:")).toBe("go.3");
  });
});
