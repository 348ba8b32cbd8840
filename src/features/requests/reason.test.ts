import { expect, it } from "vitest";
import { REASON_LIMIT, characterDeletedReason, readReason, typedReason } from "./reason.ts";

it.each(["", "  ", "no shards", " character-deleted:Brannik", "character-deleted:Brannik"])("gives what was typed: %j", (text) => {
  const trimmed = text.trim();
  expect(readReason(typedReason(text))).toEqual(trimmed === "" ? { kind: "none" } : { kind: "typed", text: trimmed });
});

it("tells which character is gone", () => {
  expect(readReason(characterDeletedReason("Brannik"))).toEqual({ kind: "character-deleted", characterName: "Brannik" });
});

it("cuts a reason that is too long, by characters", () => {
  expect(readReason(typedReason("🔥".repeat(REASON_LIMIT + 1)))).toEqual({ kind: "typed", text: "🔥".repeat(REASON_LIMIT) });
});
