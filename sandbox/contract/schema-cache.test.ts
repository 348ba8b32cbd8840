import { expect, test } from "vitest";
import { cacheName, type SchemaInputs } from "./schema-cache.ts";

const INPUTS: SchemaInputs = { versions: { "discord-api-types": "0.38.0", generator: "2.4.0" }, options: { jsDoc: "none" }, types: "export type A = 1;" };

test("schemas are generated anew when the types, the generator, its version or its options are others", () => {
  const others: readonly SchemaInputs[] = [
    { ...INPUTS, versions: { ...INPUTS.versions, "discord-api-types": "0.38.1" } },
    { ...INPUTS, versions: { ...INPUTS.versions, generator: "2.4.1" } },
    { ...INPUTS, options: { jsDoc: "none", strictTuples: true } },
    { ...INPUTS, types: "export type A = 2;" },
  ];
  expect(new Set([INPUTS, ...others].map(cacheName)).size).toBe(5);
  expect(cacheName(structuredClone(INPUTS))).toBe(cacheName(INPUTS));
});
