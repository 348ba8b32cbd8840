import { describe, expect, it } from "vitest";
import { GUILD_ID, NO_FAULTS, PEOPLE, ROLES, type Sandbox } from "../../../sandbox/index.ts";
import { changeGuild } from "../../../sandbox/world/guilds.ts";
import { changeMember, memberObject, setRole } from "../../../sandbox/world/members.ts";
import { addMember, removeMember } from "../../../sandbox/world/membership.ts";
import { changeRole, createRole, deleteRole } from "../../../sandbox/world/roles.ts";
import type { Directory } from "../../../src/discord/members/member-directory.ts";
import { NO_TELEMETRY, type Telemetry } from "../../../src/telemetry/telemetry.ts";
import { loaded, openDirectory } from "./open-directory.ts";

const MANAGE_GUILD = 1n << 5n;

const rolesOf = async (directory: Directory, userId: string, notBefore?: number) => (await directory.find(GUILD_ID, userId, notBefore))?.roleIds;
const mayManage = async (directory: Directory, userId: string) => (BigInt((await directory.find(GUILD_ID, userId))?.permissions ?? 0) & MANAGE_GUILD) !== 0n;
const guildOf = ({ world }: Sandbox) => world.guild(GUILD_ID);

describe("a guild whose members are kept", () => {
  it("answers everything from memory, and asks Discord for nobody", async () => {
    await using open = await openDirectory();
    const { directory, sandbox } = open;
    directory.keep(GUILD_ID, true);
    await loaded(open);
    expect(directory.size().members).toBe(guildOf(sandbox).members.size);
    for (const [name, userId] of Object.entries(PEOPLE)) expect([name, await rolesOf(directory, userId)]).toEqual([name, sandbox.world.member(GUILD_ID, userId).roleIds]);
    expect(open.fetched).toEqual([]);
    expect(open.lists).toEqual([GUILD_ID]);
  });

  it("follows who joins and who leaves", async () => {
    await using open = await openDirectory();
    const { directory, sandbox } = open;
    removeMember(sandbox.world, GUILD_ID, PEOPLE.eva);
    directory.keep(GUILD_ID, true);
    await loaded(open);
    addMember(sandbox.world, GUILD_ID, PEOPLE.eva, [ROLES.member]);
    await expect.poll(() => directory.size().members).toBe(guildOf(sandbox).members.size);
    expect(await rolesOf(directory, PEOPLE.eva)).toEqual([ROLES.member]);
    expect(open.fetched).toEqual([]);
    removeMember(sandbox.world, GUILD_ID, PEOPLE.eva);
    await expect.poll(() => directory.size().members).toBe(guildOf(sandbox).members.size);
    // Whom the memory does not have may have come just now: Discord is asked, once for all who want to know.
    expect(await Promise.all([rolesOf(directory, PEOPLE.eva), rolesOf(directory, PEOPLE.eva), directory.name(GUILD_ID, PEOPLE.eva)])).toEqual([undefined, undefined, null]);
    expect(open.fetched).toEqual([PEOPLE.eva]);
  });

  it("follows roles that people get and lose, what a role may do, and roles that are deleted", async () => {
    await using open = await openDirectory();
    const { directory, sandbox } = open;
    const { world } = sandbox;
    directory.keep(GUILD_ID, true);
    await loaded(open);
    const role = createRole(world, guildOf(sandbox), { name: "Steward" });
    setRole(world, GUILD_ID, PEOPLE.eva, role.id, true);
    await expect.poll(() => rolesOf(directory, PEOPLE.eva)).toContain(role.id);
    expect(await mayManage(directory, PEOPLE.eva)).toBe(false);
    changeRole(world, guildOf(sandbox), role, { permissions: MANAGE_GUILD });
    await expect.poll(() => mayManage(directory, PEOPLE.eva)).toBe(true);
    setRole(world, GUILD_ID, PEOPLE.eva, role.id, false);
    await expect.poll(() => rolesOf(directory, PEOPLE.eva)).not.toContain(role.id);
    expect(await mayManage(directory, PEOPLE.eva)).toBe(false);
    setRole(world, GUILD_ID, PEOPLE.eva, role.id, true);
    await expect.poll(() => mayManage(directory, PEOPLE.eva)).toBe(true);
    deleteRole(world, guildOf(sandbox), role);
    await expect.poll(() => rolesOf(directory, PEOPLE.eva)).not.toContain(role.id);
    expect(await mayManage(directory, PEOPLE.eva)).toBe(false);
    expect(open.fetched).toEqual([]);
  });

  it("follows who owns it", async () => {
    await using open = await openDirectory();
    const { directory, sandbox } = open;
    directory.keep(GUILD_ID, true);
    await loaded(open);
    expect(await mayManage(directory, PEOPLE.eva)).toBe(false);
    Object.assign(guildOf(sandbox), { ownerId: PEOPLE.eva });
    changeGuild(sandbox.world, guildOf(sandbox), {});
    await expect.poll(() => mayManage(directory, PEOPLE.eva)).toBe(true);
    expect(open.fetched).toEqual([]);
  });

  it("knows people by the name that the guild sees", async () => {
    await using open = await openDirectory();
    const { directory, sandbox } = open;
    directory.keep(GUILD_ID, true);
    await loaded(open);
    const eva = sandbox.world.user(PEOPLE.eva);
    expect([await directory.name(GUILD_ID, PEOPLE.eva), directory.knownName(GUILD_ID, PEOPLE.eva)]).toEqual([eva.global_name, eva.global_name]);
    expect(directory.knownName(GUILD_ID, "700000000000000001")).toBeNull();
    changeMember(sandbox.world, GUILD_ID, PEOPLE.eva, { nick: "Eva of the Anvil" });
    await expect.poll(() => directory.name(GUILD_ID, PEOPLE.eva)).toBe("Eva of the Anvil");
    changeMember(sandbox.world, GUILD_ID, PEOPLE.eva, { nick: null });
    await expect.poll(() => directory.name(GUILD_ID, PEOPLE.eva)).toBe(eva.global_name);
    expect(open.fetched).toEqual([]);
  });

  it("asks Discord where the answer must not be from before", async () => {
    await using open = await openDirectory();
    const { directory, clock } = open;
    directory.keep(GUILD_ID, true);
    await loaded(open);
    await rolesOf(directory, PEOPLE.eva, clock.now());
    expect(open.fetched).toEqual([PEOPLE.eva]);
  });
});

describe("a guild whose members are not kept", () => {
  it("asks Discord at every check, once for all who ask at the same moment", async () => {
    await using open = await openDirectory();
    const { directory } = open;
    await Promise.all([rolesOf(directory, PEOPLE.eva), rolesOf(directory, PEOPLE.eva), rolesOf(directory, PEOPLE.sylra)]);
    expect(open.fetched.toSorted()).toEqual([PEOPLE.eva, PEOPLE.sylra].toSorted());
    await rolesOf(directory, PEOPLE.eva);
    await rolesOf(directory, PEOPLE.eva);
    expect(open.fetched.filter((userId) => userId === PEOPLE.eva)).toHaveLength(3);
    expect(open.lists).toEqual([]);
    expect(directory.size().members).toBe(0);
  });

  it("is dropped when it was kept, and loaded when it is to be kept again", async () => {
    await using open = await openDirectory();
    const { directory, discordClock } = open;
    directory.keep(GUILD_ID, true);
    await loaded(open);
    directory.keep(GUILD_ID, false);
    expect(directory.size()).toEqual({ guilds: { loaded: 0, loading: 0, "on-demand": 0 }, members: 0, bytes: 0 });
    await rolesOf(directory, PEOPLE.eva);
    await rolesOf(directory, PEOPLE.eva);
    expect(open.fetched).toEqual([PEOPLE.eva, PEOPLE.eva]);
    discordClock.advance(30_000);
    directory.keep(GUILD_ID, true);
    await loaded(open);
    await rolesOf(directory, PEOPLE.eva);
    expect(open.fetched).toHaveLength(2);
  });
});

describe("a guild that is to be kept and is not loaded", () => {
  it("remembers each answer for a minute, but none from before who asks says", async () => {
    await using open = await openDirectory({ membersIntent: "off" });
    const { directory, clock, sandbox } = open;
    directory.keep(GUILD_ID, true);
    const hasRole = async (notBefore?: number) => (await rolesOf(directory, PEOPLE.eva, notBefore))?.includes(ROLES.tailor);
    expect(await hasRole()).toBe(false);
    clock.advance(10);
    setRole(sandbox.world, GUILD_ID, PEOPLE.eva, ROLES.tailor, true);
    expect([await hasRole(), await hasRole(clock.now() + 1)]).toEqual([false, true]);
    setRole(sandbox.world, GUILD_ID, PEOPLE.eva, ROLES.tailor, false);
    expect(await hasRole()).toBe(true);
    expect(open.fetched).toHaveLength(2);
    clock.advance(60_000);
    expect(await hasRole()).toBe(false);
    expect(open.fetched).toHaveLength(3);
  });

  it("remembers for a minute who came with a press, which is as good as an answer", async () => {
    await using open = await openDirectory({ membersIntent: "off" });
    const { directory, clock, sandbox } = open;
    const eva = memberObject(sandbox.world, sandbox.world.member(GUILD_ID, PEOPLE.eva));
    const seen = { ...eva, permissions: "0", roles: [ROLES.tailor] };
    directory.seen(GUILD_ID, seen);
    expect(await rolesOf(directory, PEOPLE.eva)).toEqual(eva.roles);
    directory.keep(GUILD_ID, true);
    directory.seen(GUILD_ID, seen);
    expect(await rolesOf(directory, PEOPLE.eva)).toEqual([ROLES.tailor]);
    expect(open.fetched).toHaveLength(1);
    clock.advance(60_000);
    expect(await rolesOf(directory, PEOPLE.eva)).toEqual(eva.roles);
    expect(open.fetched).toHaveLength(2);
  });

  it("follows what it hears of those whom it remembers", async () => {
    await using open = await openDirectory({ limits: { perGuild: 1, inAll: 1, silenceMs: 1_000, againMs: 1_000 } });
    const { directory, sandbox } = open;
    directory.keep(GUILD_ID, true);
    await rolesOf(directory, PEOPLE.eva);
    setRole(sandbox.world, GUILD_ID, PEOPLE.eva, ROLES.tailor, true);
    await expect.poll(() => rolesOf(directory, PEOPLE.eva)).toContain(ROLES.tailor);
    expect(open.fetched).toHaveLength(2);
    expect(directory.size().members).toBe(0);
  });
});

it("tells from where each answer came, and whether there was one", async () => {
  const told: string[] = [];
  const telemetry: Telemetry = { ...NO_TELEMETRY, observe: (key, labels) => void (key === "permissionCheck" && told.push(Object.values(labels).join())) };
  await using open = await openDirectory({ telemetry });
  const { directory, sandbox } = open;
  await directory.find(GUILD_ID, PEOPLE.eva);
  directory.keep(GUILD_ID, true);
  await loaded(open);
  await directory.find(GUILD_ID, PEOPLE.eva);
  await directory.find(GUILD_ID, "700000000000000001");
  sandbox.faults.set({ ...NO_FAULTS, restFailures: [{ route: "GET /guilds/:guildId/members/:userId", answer: 503, when: "before", share: 1, times: null }] });
  await expect(directory.find(GUILD_ID, "700000000000000002")).rejects.toThrow("Service Unavailable");
  expect(told).toEqual(["fetch,found", "cache,found", "fetch,absent", "fetch,failed"]);
});
