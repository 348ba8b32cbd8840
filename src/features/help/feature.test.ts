import { expect, it } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { drive } from "../../testing/drive.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, textOf } from "../../testing/view-text.ts";
import { helpFeature } from "./feature.ts";
import { helpTexts } from "./texts.ts";

const as = await calls(helpTexts);
const room = drive(
  helpFeature({
    books: () => ({ professions: () => [{ id: "enchanting", name: "Enchanting", icon: "✨" }] }),
    hasCommand: (name) => name !== "stats",
    commandId: (name) => (name === "request" ? "77" : null),
  }),
);

it("tells a member what members do, with commands that can be pressed once Discord has told their ids", async () => {
  const help = await room.run(as("1"), "help");
  expect(limitProblems(help)).toEqual([]);
  expect(textOf(help)).toContain("You are a **member** here.");
  expect(textOf(help)).toContain("</request:77> asks for a craft");
  expect(textOf(help)).toContain("`/status` shows your requests.");
  expect(textOf(help)).not.toContain("shows what you and the guild have made");
  expect(() => buttonId(help, "Officers")).toThrow("no button");
});

it("tells a crafter their professions and how long a claim lasts", async () => {
  const crafter = as("1", { rights: rights({ professions: ["enchanting"] }) });
  const help = textOf(await room.run(crafter, "help"));
  expect(help).toContain("You are a **crafter** here: ✨ Enchanting.");
  expect(help).toContain("A claim is yours for 48 hours.");
  expect(textOf(await room.run({ ...crafter, settings: { ...crafter.settings, claimLeaseHours: 0 } }, "help"))).toContain("A claim is yours until you complete or release it.");
});

it("tells officers what is not set up yet, and nobody else their topic", async () => {
  const help = await room.run(as("1", { rights: officer }), "help");
  expect(limitProblems(help)).toEqual([]);
  expect(textOf(help)).toContain("**Still to be set up:** an officer role, the professions' roles, a channel for the panel, a channel for the board.");
  expect(textOf(await room.press(as("2"), buttonId(help, "Officers")))).toContain("asks for a craft");
  expect(textOf(await room.press(as("1", { rights: officer }), buttonId(help, "Being told")))).toContain("`/preferences` chooses how you are told");
});

it("tells who may not request who may", async () => {
  const guest = as("1", { rights: rights({ isMember: false }) });
  expect(textOf(await room.run({ ...guest, settings: { ...guest.settings, roles: { officer: [], member: ["71"], core: [], professions: {} } } }, "help"))).toContain("Requests are open to <@&71>.");
});
