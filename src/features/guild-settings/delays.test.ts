import { expect, it } from "vitest";
import { delaysFor } from "./delays.ts";
import { unsetSettings } from "./guild-settings.ts";

const settings = { ...unsetSettings("900000000000000001"), confirmationMessageDelay: 3_000, characterConfirmationDelay: 2_000 };
const person = { userId: "11", roleIds: ["71"] };

it.each([
  ["nobody", {}, 3_000, 2_000],
  ["the whole guild", { fastMode: true }, 0, 0],
  ["this person", { fastModePeople: ["11"] }, 0, 0],
  ["another person", { fastModePeople: ["12"] }, 3_000, 2_000],
  ["a role of theirs", { fastModeRoles: ["70", "71"] }, 0, 0],
  ["another role", { fastModeRoles: ["70"] }, 3_000, 2_000],
])("fast mode for %s", (_, given, confirmationMs, characterConfirmationMs) => {
  expect(delaysFor({ ...settings, ...given }, person)).toEqual({ confirmationMs, characterConfirmationMs });
});
