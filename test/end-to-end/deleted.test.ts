import { afterAll, beforeAll, expect, it } from "vitest";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { CHANNELS, GUILD_ID, ROLES } from "../../sandbox/index.ts";
import { deleteChannel } from "../../sandbox/world/channels.ts";
import { deleteRole } from "../../sandbox/world/roles.ts";
import { DESK, said } from "./actions.ts";
import { type OpenDesk, openDesk } from "./desk.ts";

let desk: OpenDesk;
let tobin: Driver;
beforeAll(async () => {
  desk = await openDesk("sqlite");
  tobin = await desk.person("tobin");
});
afterAll(() => desk.close());

const overview = async (): Promise<string> => said(await tobin.command({ channelId: DESK, name: "settings" }));

it("tells officers in the settings that a role or a channel that they name was deleted on Discord", async () => {
  expect(await overview()).not.toContain("was deleted on Discord");
  const { world } = desk.sandbox;
  const guild = world.guilds.get(GUILD_ID);
  const [role, channel] = [guild?.roles.get(ROLES.tailor), world.channels.get(CHANNELS.craftingBoard)];
  if (!guild || !role || !channel) throw new Error("the world has changed");
  deleteRole(world, guild, role);
  deleteChannel(world, channel);
  await tobin.until(() => (tobin.snapshot.guilds[0]?.channels.some(({ id }) => id === CHANNELS.craftingBoard) ? null : true));
  const told = await overview();
  expect(told).toContain("A role that is named here was deleted on Discord: choose another under **Roles** or **Professions**.");
  expect(told).toContain("A channel or category that is named here was deleted on Discord");
  expect(textOf(await tobin.waitForMessage(DESK, (message) => textOf(message).includes("Create request")))).toContain("Create request");
});
