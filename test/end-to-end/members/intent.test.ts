import { GatewayIntentBits } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { GUILD_ID, PEOPLE, type Sandbox } from "../../../sandbox/index.ts";
import { addMember, removeMember } from "../../../sandbox/world/membership.ts";
import { type OpenDirectory, openDirectory } from "./open-directory.ts";

/** The library leaves 5 s between two identifications. */
const PATIENCE_MS = 20_000;

/** Whether each identification asked for it, in order. */
function asked({ traffic }: Sandbox): boolean[] {
  return traffic.entries.flatMap((entry) => (entry.kind === "gateway" && entry.direction === "received" && entry.op === 2 ? [((JSON.parse(entry.body) as { d: { intents: number } }).d.intents & GatewayIntentBits.GuildMembers) !== 0] : []));
}

const told = ({ lines }: OpenDirectory, words: string) => lines.filter(({ sentence }) => sentence.includes(words));

/** It works, and asks for each person. */
async function worksOnDemand(open: OpenDirectory): Promise<void> {
  open.directory.keep(GUILD_ID, true);
  expect((await open.directory.find(GUILD_ID, PEOPLE.eva))?.roleIds).toEqual(open.sandbox.world.member(GUILD_ID, PEOPLE.eva).roleIds);
  expect(open.fetched).toEqual([PEOPLE.eva]);
  expect(open.lists).toEqual([]);
  expect(open.directory.size()).toMatchObject({ members: 0, guilds: { "on-demand": 1 } });
}

describe("the Server Members intent", () => {
  it("is done without where Discord refuses it, and the log says in one sentence what is lost and how to switch it on", async () => {
    await using open = await openDirectory({ privilegedIntents: 0 });
    expect(asked(open.sandbox)).toEqual([true, false]);
    expect(open.connection.hearsMembers()).toBe(false);
    const [line, ...more] = told(open, "Server Members intent");
    expect(more).toEqual([]);
    expect(line).toMatchObject({ level: "warn" });
    for (const words of ["looked up when they are needed", "noticed up to a day later", "https://discord.com/developers/applications", "Server Members Intent"]) expect(line?.sentence).toContain(words);
    expect(open.lines.filter(({ level }) => level === "error")).toEqual([]);
    await worksOnDemand(open);
  });

  it("is not asked for where the operator says so", async () => {
    await using open = await openDirectory({ membersIntent: "off" });
    expect(asked(open.sandbox)).toEqual([false]);
    expect(told(open, "GUILDSMITH_MEMBERS_INTENT is off")).toHaveLength(1);
    await worksOnDemand(open);
  });

  it("may be taken away while the bot runs: it goes on without when the session begins anew", async () => {
    await using open = await openDirectory();
    const { sandbox, directory, connection } = open;
    let isLost = false;
    void connection.lost.then(() => (isLost = true));
    directory.keep(GUILD_ID, true);
    await expect.poll(() => directory.size().guilds.loaded).toBe(1);
    for (const application of sandbox.world.applications.values()) application.privilegedIntents = 0;
    sandbox.gateway.invalidateSessions(false);
    await expect.poll(() => asked(sandbox), { timeout: PATIENCE_MS }).toEqual([true, true, false]);
    await expect.poll(() => sandbox.traffic.entries.filter((entry) => entry.kind === "gateway" && entry.event === "GUILD_CREATE").length, { timeout: PATIENCE_MS }).toBe(2);
    expect(told(open, "Discord does not give this bot the Server Members intent")).toHaveLength(1);
    await expect.poll(() => directory.size()).toMatchObject({ members: 0, guilds: { "on-demand": 1 } });
    await directory.find(GUILD_ID, PEOPLE.eva);
    expect(open.fetched).toEqual([PEOPLE.eva]);
    expect(isLost).toBe(false);
  }, 2 * PATIENCE_MS);

  it("lets the bot hear of who comes and goes", async () => {
    await using open = await openDirectory();
    const moved: string[] = [];
    open.connection.eachMemberMove((guildId, userId) => moved.push(`${guildId} ${userId}`));
    removeMember(open.sandbox.world, GUILD_ID, PEOPLE.eva);
    addMember(open.sandbox.world, GUILD_ID, PEOPLE.eva);
    await expect.poll(() => moved).toEqual([`${GUILD_ID} ${PEOPLE.eva}`, `${GUILD_ID} ${PEOPLE.eva}`]);
  });
});
