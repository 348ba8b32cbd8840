import { describe, expect, it } from "vitest";
import { unsetSettings } from "./guild-settings.ts";
import { isCrafter, mayCraft, rightsOf } from "./rights.ts";

const OFFICER = "11";
const MEMBER = "12";
const CORE = "13";
const TAILOR = "14";
const SECOND_TAILOR = "15";
const ENCHANTER = "16";

const unset = unsetSettings("900000000000000001");
const set = {
  ...unset,
  roles: { officer: [OFFICER], member: [MEMBER], core: [CORE], professions: { tailoring: [TAILOR, SECOND_TAILOR], enchanting: [ENCHANTER], alchemy: [] } },
};
const MANAGE_SERVER = String(1n << 5n);
const ADMINISTRATOR = String(1n << 3n);
// Send Messages, and a bit that no 32-bit number holds.
const ORDINARY = String((1n << 11n) | (1n << 49n));

describe("rights", () => {
  it.each([
    // settings, roles, permissions, [officer, core, member], professions
    ["nothing set: everyone is a member and core", unset, [], ORDINARY, [false, true, true], []],
    ["nothing set: Manage Server makes an officer", unset, [], MANAGE_SERVER, [true, true, true], []],
    ["nothing set: Administrator makes an officer", unset, [], ADMINISTRATOR, [true, true, true], []],
    ["no role", set, [], ORDINARY, [false, false, false], []],
    ["no role, no permission at all", set, [], "0", [false, false, false], []],
    ["an unrelated role", set, ["99"], ORDINARY, [false, false, false], []],
    ["member", set, [MEMBER], ORDINARY, [false, false, true], []],
    ["core is separate from member", set, [CORE], ORDINARY, [false, true, false], []],
    ["member and core", set, [MEMBER, CORE], ORDINARY, [false, true, true], []],
    ["a crafter is a member", set, [TAILOR], ORDINARY, [false, false, true], ["tailoring"]],
    ["the second role of a profession", set, [SECOND_TAILOR], ORDINARY, [false, false, true], ["tailoring"]],
    ["two professions", set, [ENCHANTER, TAILOR], ORDINARY, [false, false, true], ["tailoring", "enchanting"]],
    ["an officer is everything", set, [OFFICER], ORDINARY, [true, true, true], []],
    ["an officer who crafts", set, [OFFICER, ENCHANTER], ORDINARY, [true, true, true], ["enchanting"]],
    ["Manage Server without a role", set, [], MANAGE_SERVER, [true, true, true], []],
    ["Manage Server among other bits", set, [], String(BigInt(MANAGE_SERVER) | BigInt(ORDINARY)), [true, true, true], []],
  ] as const)("%s", (_, settings, roleIds, permissions, [isOfficer, isCore, isMember], professions) => {
    expect(rightsOf(settings, { roleIds, permissions })).toEqual({ isOfficer, isCore, isMember, professions });
  });

  it.each([
    ["a tailor crafts tailoring", [TAILOR], "tailoring", true],
    ["a tailor does not enchant", [TAILOR], "enchanting", false],
    ["a profession without a role is for officers only: not for a member", [MEMBER], "alchemy", false],
    ["nor for a crafter", [TAILOR, ENCHANTER], "alchemy", false],
    ["but for an officer", [OFFICER], "alchemy", true],
    ["who also crafts what nobody has set up", [OFFICER], "smithing", true],
  ] as const)("%s", (_, roleIds, profession, may) => {
    expect(mayCraft(rightsOf(set, { roleIds, permissions: "0" }), profession)).toBe(may);
  });

  it("makes crafters of officers and of those with a profession", () => {
    expect([[OFFICER], [TAILOR], [MEMBER], [CORE]].map((roleIds) => isCrafter(rightsOf(set, { roleIds, permissions: "0" })))).toEqual([true, true, false, false]);
  });
});
