import { expect, it } from "vitest";
import { officer, rights } from "../../testing/call.ts";
import { aSubmission } from "../../testing/request-desk.ts";
import { refusalOfSubmission } from "./submission-rules.ts";

const core = rights({ isCore: true });
const line = { name: "Shard", needed: 4, provided: 4 };

const NOW = 1_800_000_000_000;

it.each([
  ["not-a-member", rights({ isMember: false }), {}],
  ["bad-quantity", core, { quantity: 0 }],
  ["bad-quantity", core, { quantity: -1 }],
  ["bad-quantity", core, { quantity: 1000 }],
  ["bad-quantity", core, { quantity: 1.5 }],
  ["bad-quantity", core, { quantity: Number.NaN }],
  ["note-too-long", core, { note: "🔥".repeat(501) }],
  ["note-too-long", core, { note: "x".repeat(4000) }],
  ["date-past", core, { neededBy: NOW }],
  ["bad-materials", core, { materialsSource: "some", materials: [{ ...line, provided: 5 }] }],
  ["bad-materials", core, { materialsSource: "some", materials: [{ ...line, provided: -1 }] }],
  ["bad-materials", core, { materialsSource: "some", materials: [{ ...line, provided: 0.5 }] }],
  ["bad-materials", core, { materialsSource: "some", materials: [{ ...line, needed: 0, provided: 0 }] }],
  ["bad-materials", core, { materialsSource: "some", materials: [{ ...line, name: "" }] }],
  ["bad-materials", core, { materialsSource: "guild", materials: [line] }],
  // Saying "all" and bringing less is no way around the core role.
  ["bad-materials", rights(), { materials: [{ ...line, provided: 0 }] }],
  ["not-core", rights(), { materialsSource: "some" }],
  ["not-core", rights(), { materialsSource: "guild", materials: [{ ...line, provided: 0 }] }],
] as const)("refuses %s (%#)", (refusal, given, wrong) => {
  expect(refusalOfSubmission({ rights: given, now: NOW }, aSubmission(wrong))).toBe(refusal);
});

it.each([
  [{ quantity: 999 }, rights()],
  [{ quantity: 1 }, rights()],
  [{ note: "🔥".repeat(500) }, rights()],
  [{ materials: [] }, rights()],
  [{ neededBy: NOW + 1 }, rights()],
  [{ materials: [line] }, rights()],
  [{ materialsSource: "some", materials: [{ ...line, provided: 1 }] }, core],
  [{ materialsSource: "guild", materials: [{ ...line, provided: 0 }] }, core],
  [{ materialsSource: "guild", materials: [{ ...line, provided: 0 }] }, officer],
] as const)("accepts what is at the limit (%#)", (given, rights) => {
  expect(refusalOfSubmission({ rights, now: NOW }, aSubmission(given))).toBeNull();
});
