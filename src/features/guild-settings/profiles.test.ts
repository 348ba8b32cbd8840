import { describe, expect, it } from "vitest";
import { layered, type Layer, layerOf } from "./layers.ts";
import { defaultOptions } from "./options.ts";
import { LEVERS, profileOf, PROFILES } from "./profiles.ts";

const GUILD = "700000000000000001";
const NOTHING: Layer = new Map();

describe("a profile", () => {
  it("gives the levers their values where neither guild nor operator has set them, and touches nothing else", () => {
    const { settings, sourceOf } = layered(GUILD, NOTHING, layerOf({ profile: "baseline" }));
    expect(settings).toMatchObject({ surface: "dm", confirmationMessageDelay: 3_000, characterConfirmationDelay: 2_000, messageDeleteDelay: 50, deletePacing: "fixed", memberPayload: false, memberCache: false, queueCacheTtlMinutes: 0 });
    expect(settings.claimLeaseHours).toBe(defaultOptions().claimLeaseHours);
    expect(sourceOf("surface")).toBe("profile");
    expect(sourceOf("profile")).toBe("deployment");
    expect(sourceOf("claimLeaseHours")).toBe("unset");
  });

  it("yields to a lever that the guild or the operator has set", () => {
    const own: Layer = new Map([["messageDeleteDelay", 100]]);
    const { settings, sourceOf } = layered(GUILD, own, layerOf({ profile: "planned", surface: "ephemeral" }));
    expect(settings).toMatchObject({ messageDeleteDelay: 100, surface: "ephemeral", memberCache: true, memberPayload: false });
    expect([sourceOf("messageDeleteDelay"), sourceOf("surface"), sourceOf("memberCache")]).toEqual(["guild", "deployment", "profile"]);
  });

  it("is the operator's until the guild chooses its own", () => {
    const { settings } = layered(GUILD, new Map([["profile", "recommended"]]), layerOf({ profile: "baseline" }));
    expect(settings).toMatchObject({ profile: "recommended", surface: "ephemeral" });
  });

  it("named recommended is what holds by default", () => {
    const { settings, sourceOf } = layered(GUILD, NOTHING, NOTHING);
    expect(settings).toMatchObject(PROFILES.recommended);
    expect(sourceOf("surface")).toBe("unset");
  });

  it.each(["recommended", "planned", "baseline"] as const)("named %s is known by its values", (name) => {
    expect(profileOf({ ...defaultOptions(), ...PROFILES[name] })).toBe(name);
  });

  it.each(LEVERS)("is none of them once %s differs", (lever) => {
    const others = [PROFILES.recommended, PROFILES.baseline, { ...PROFILES.planned, prefetch: true, skipUnchangedEdits: true, queueCacheInvalidation: true }];
    const other = others.find((one) => one[lever] !== PROFILES.planned[lever]);
    expect(profileOf({ ...PROFILES.planned, [lever]: other?.[lever] })).toBeNull();
  });
});
