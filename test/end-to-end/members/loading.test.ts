import { describe, expect, it } from "vitest";
import { GUILD_ID, NO_FAULTS, PEOPLE, ROLES, type Sandbox } from "../../../sandbox/index.ts";
import { createGuild, inviteBot, removeBot } from "../../../sandbox/world/guilds.ts";
import { setRole } from "../../../sandbox/world/members.ts";
import { addMember } from "../../../sandbox/world/membership.ts";
import { createRole } from "../../../sandbox/world/roles.ts";
import type { CacheLimits } from "../../../src/discord/members/cache-limits.ts";
import { crowd } from "./crowd.ts";
import { loaded, type OpenDirectory, openDirectory } from "./open-directory.ts";

/** The library leaves 5 s between two identifications. */
const PATIENCE_MS = 20_000;
const LIST_EVERY_MS = 30_000;
const LIMITS: CacheLimits = { perGuild: 1_000, inAll: 1_000, silenceMs: 5_000, againMs: 50 };

const application = ({ world, applicationId }: Sandbox) => {
  const found = world.applications.get(applicationId);
  if (!found) throw new Error("the world has no application");
  return found;
};
/** Another server with the bot in it, that Eva owns and Sylra is in. */
function foundGuild({ sandbox }: OpenDirectory) {
  const guild = createGuild(sandbox.world, { name: "Elsewhere", ownerId: PEOPLE.eva });
  addMember(sandbox.world, guild.id, PEOPLE.sylra);
  inviteBot(sandbox.world, guild, application(sandbox), 0n);
  return guild;
}
/** The same, and the members of both in memory. */
async function loadedElsewhere(open: OpenDirectory) {
  const elsewhere = foundGuild(open);
  await expect.poll(() => open.connection.isIn(elsewhere.id)).toBe(true);
  open.directory.keep(GUILD_ID, true);
  open.directory.keep(elsewhere.id, true);
  await loaded(open, 2);
  return elsewhere;
}
const told = ({ lines }: OpenDirectory, words: string) => lines.filter(({ sentence }) => sentence.includes(words));
describe("two guilds", () => {
  it("are kept apart: roles, owner and switch of one say nothing of the other", async () => {
    await using open = await openDirectory();
    const { directory, sandbox } = open;
    const elsewhere = await loadedElsewhere(open);
    expect(open.lists).toEqual([GUILD_ID, elsewhere.id]);
    const role = createRole(sandbox.world, elsewhere, { name: "Smith" });
    setRole(sandbox.world, elsewhere.id, PEOPLE.sylra, role.id, true);
    const rolesIn = async (guildId: string) => (await directory.find(guildId, PEOPLE.sylra))?.roleIds;
    await expect.poll(() => rolesIn(elsewhere.id)).toEqual([role.id]);
    expect(await rolesIn(GUILD_ID)).toEqual(sandbox.world.member(GUILD_ID, PEOPLE.sylra).roleIds);
    const permissionsIn = async (guildId: string) => (await directory.find(guildId, PEOPLE.eva))?.permissions;
    expect(await permissionsIn(elsewhere.id)).not.toBe(await permissionsIn(GUILD_ID));
    expect(open.fetched).toEqual([]);
    directory.keep(elsewhere.id, false);
    expect(directory.size()).toMatchObject({ guilds: { loaded: 1 }, members: sandbox.world.guild(GUILD_ID).members.size });
    await rolesIn(elsewhere.id);
    await rolesIn(GUILD_ID);
    expect(open.fetched).toEqual([PEOPLE.sylra]);
  });

  it("are forgotten where the bot is thrown out", async () => {
    await using open = await openDirectory();
    const { directory, sandbox } = open;
    const elsewhere = foundGuild(open);
    await expect.poll(() => open.connection.isIn(elsewhere.id)).toBe(true);
    directory.keep(elsewhere.id, true);
    await loaded(open);
    removeBot(sandbox.world, elsewhere, application(sandbox));
    await expect.poll(() => directory.size().members).toBe(0);
    await expect.poll(() => open.connection.isIn(elsewhere.id)).toBe(false);
    directory.keep(elsewhere.id, true);
    expect(await directory.find(elsewhere.id, PEOPLE.sylra)).toBeNull();
    expect(directory.size().guilds).toEqual({ loaded: 0, loading: 0, "on-demand": 0 });
  });
});

describe("a guild's list", () => {
  it("comes in parts, and the log tells how far it is", async () => {
    await using open = await openDirectory();
    crowd(open.sandbox, 2_500);
    const members = open.sandbox.world.guild(GUILD_ID).members.size;
    await expect.poll(() => open.connection.client.guilds.cache.get(GUILD_ID)?.memberCount).toBe(members);
    open.directory.keep(GUILD_ID, true);
    await loaded(open);
    expect(open.directory.size().members).toBe(members);
    expect(told(open, "are being loaded").map(({ facts }) => [facts["chunk"], facts["of"], facts["members"]])).toEqual([[1, 3, 1_000], [2, 3, 2_000]]);
    expect(told(open, "are loaded").map(({ facts }) => [facts["members"], facts["chunks"]])).toEqual([[members, 3]]);
    expect(open.directory.size().bytes).toBeGreaterThan(0);
  });

  it("that is asked for too soon comes when Discord says; until then people are looked up", async () => {
    await using open = await openDirectory();
    const { directory, discordClock } = open;
    directory.keep(GUILD_ID, true);
    await loaded(open);
    directory.keep(GUILD_ID, false);
    discordClock.advance(LIST_EVERY_MS - 500);
    directory.keep(GUILD_ID, true);
    await expect.poll(() => told(open, "did not come")).toHaveLength(1);
    await directory.find(GUILD_ID, PEOPLE.eva);
    expect(open.fetched).toEqual([PEOPLE.eva]);
    await loaded(open);
    await directory.find(GUILD_ID, PEOPLE.eva);
    expect(open.fetched).toEqual([PEOPLE.eva]);
    expect(open.lists).toHaveLength(3);
  });

  it("that does not come is asked for again", async () => {
    await using open = await openDirectory({ limits: { ...LIMITS, silenceMs: 100, againMs: 50 } });
    const { directory, sandbox } = open;
    sandbox.faults.set({ ...NO_FAULTS, gatewayLatency: { kind: "fixed", ms: 400 } });
    directory.keep(GUILD_ID, true);
    await expect.poll(() => told(open, "did not come").length).toBeGreaterThan(0);
    await directory.find(GUILD_ID, PEOPLE.eva);
    expect(open.fetched).toEqual([PEOPLE.eva]);
    sandbox.faults.set(NO_FAULTS);
    open.discordClock.advance(LIST_EVERY_MS);
    await loaded(open);
  });
});

describe("a new beginning", () => {
  it("loads everything anew when the session could not be resumed, with what happened meanwhile", async () => {
    await using open = await openDirectory();
    const { directory, sandbox, discordClock } = open;
    directory.keep(GUILD_ID, true);
    await loaded(open);
    sandbox.gateway.invalidateSessions(false);
    setRole(sandbox.world, GUILD_ID, PEOPLE.eva, ROLES.tailor, true);
    discordClock.advance(LIST_EVERY_MS);
    await expect.poll(() => open.lists.length, { timeout: PATIENCE_MS }).toBe(2);
    await loaded(open);
    expect((await directory.find(GUILD_ID, PEOPLE.eva))?.roleIds).toContain(ROLES.tailor);
    expect(open.fetched).toEqual([]);
  }, PATIENCE_MS);

  it("is none when the session is resumed: Discord tells what was missed", async () => {
    await using open = await openDirectory();
    const { directory, sandbox } = open;
    directory.keep(GUILD_ID, true);
    await loaded(open);
    sandbox.dropConnections();
    setRole(sandbox.world, GUILD_ID, PEOPLE.eva, ROLES.tailor, true);
    await expect.poll(async () => (await directory.find(GUILD_ID, PEOPLE.eva))?.roleIds, { timeout: PATIENCE_MS }).toContain(ROLES.tailor);
    expect(open.lists).toHaveLength(1);
    expect(open.fetched).toEqual([]);
  }, PATIENCE_MS);
});

describe("a guild with too many members", () => {
  it("is not asked for, and the log says so", async () => {
    await using open = await openDirectory({ limits: { ...LIMITS, perGuild: 5 } });
    open.directory.keep(GUILD_ID, true);
    await expect.poll(() => told(open, "too many members")).toHaveLength(1);
    expect(open.lists).toEqual([]);
    await open.directory.find(GUILD_ID, PEOPLE.eva);
    expect(open.fetched).toEqual([PEOPLE.eva]);
    expect(open.directory.size()).toMatchObject({ members: 0, guilds: { "on-demand": 1 } });
  });

  it("is dropped when one joins too many; what is kept of others stays", async () => {
    await using open = await openDirectory({ limits: { ...LIMITS, inAll: 15 } });
    const { directory, sandbox } = open;
    const elsewhere = await loadedElsewhere(open);
    crowd(sandbox, 2);
    await expect.poll(() => told(open, "too many members")).toHaveLength(1);
    expect(directory.size()).toMatchObject({ members: sandbox.world.guild(elsewhere.id).members.size, guilds: { loaded: 1, "on-demand": 1 } });
    await directory.find(GUILD_ID, PEOPLE.eva);
    expect(open.fetched).toEqual([PEOPLE.eva]);
  });
});
