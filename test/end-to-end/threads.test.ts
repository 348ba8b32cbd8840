import { ChannelType, OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { CHANNELS, PEOPLE } from "../../sandbox/index.ts";
import { isGuildChannel } from "../../sandbox/world/channel.ts";
import { changeChannel } from "../../sandbox/world/channels.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { request, said } from "./actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "./desk.ts";

const BOT_ROLE = "1200000000000000107";

/** The card that everybody sees, once it says so. */
const board = (person: Driver, words: string) => person.waitForMessage(CHANNELS.craftingBoard, (message) => JSON.stringify(message.components).includes("request.details.") && textOf(message).includes(words));
async function details(person: Driver, words: string) {
  const { message } = await person.press(await board(person, words), "Details");
  if (!message) throw new Error("nothing is shown");
  return message;
}

describe.each(ENGINES)("a request's thread on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine, { ...SETTINGS, requestThreads: true });
    [eva, sylra] = await Promise.all([desk.person("eva"), desk.person("sylra")]);
  });
  afterAll(() => desk.close());

  const threads = () => [...desk.sandbox.world.channels.values()].flatMap((one) => (one.type === ChannelType.PrivateThread && one.parent_id === CHANNELS.craftingBoard ? [one] : []));
  const people = (threadId: string) => [...(desk.sandbox.world.threadMembers.get(threadId)?.keys() ?? [])].filter((id) => id === PEOPLE.eva || id === PEOPLE.sylra);
  const theOne = () => {
    const [thread, ...others] = threads();
    if (!thread || others.length > 0) throw new Error(`${threads().length} threads`);
    return thread;
  };

  it("is opened for its requester and its crafter on a claim, and not before", async () => {
    await request(eva, "crusader", 2);
    const open = await board(sylra, "**Open**");
    expect(threads()).toEqual([]);
    await sylra.press(open, "Claim");
    await expect.poll(() => threads().map(({ name }) => name)).toEqual([expect.stringMatching(/^#1 .*Crusader ×2$/)]);
    await eva.waitForMessage(theOne().id, (message) => textOf(message).includes("has claimed this for"));
    expect(people(theOne().id).toSorted()).toEqual([PEOPLE.eva, PEOPLE.sylra].toSorted());
  });

  it("is where its details lead for a question", async () => {
    expect(textOf(await details(eva, "Claimed"))).toContain(`Ask in the thread: <#${theOne().id}>`);
  });

  it("is left by who gives the claim back and joined by who takes it, also when the bot restarts in between", async () => {
    await sylra.press(await details(sylra, "Claimed"), "Release");
    await eva.waitForMessage(theOne().id, (message) => textOf(message).includes("waits for somebody to claim this"));
    expect(people(theOne().id)).toEqual([PEOPLE.eva]);
    await desk.restartBot();
    await Promise.all([eva, sylra].map((person) => person.waitForBot(["request"])));
    await sylra.press(await board(sylra, "**Open**"), "Claim");
    await eva.waitForMessage(theOne().id, (message) => textOf(message).includes("has claimed this for"));
    expect(people(theOne().id)).toHaveLength(2);
  });

  it("says at the end of the request that it has ended, keeps both for the handover and is put away soon", async () => {
    await sylra.press(await details(sylra, "Claimed"), "Complete all 2");
    await eva.waitForMessage(theOne().id, (message) => textOf(message).includes("Agree here on when and where"));
    expect(theOne().name).toMatch(/\(ended\)$/);
    expect(theOne().thread_metadata?.auto_archive_duration).toBe(60);
    expect(people(theOne().id)).toHaveLength(2);
  });

  it("is asked of officers in /settings where Discord lets the bot open none", async () => {
    const tobin = await desk.person("tobin");
    const channel = desk.sandbox.world.channels.get(CHANNELS.craftingBoard);
    if (!channel || !isGuildChannel(channel)) throw new Error("no board");
    changeChannel(desk.sandbox.world, channel, { overwrites: [{ id: BOT_ROLE, type: OverwriteType.Role, allow: "0", deny: String(PermissionFlagsBits.CreatePrivateThreads) }] });
    await request(eva, "crusader", 1);
    await sylra.press(await board(sylra, "**Open**"), "Claim");
    await expect.poll(async () => said(await tobin.command({ channelId: CHANNELS.craftingDesk, name: "settings" }))).toContain("Requests get no threads");
    expect(threads()).toHaveLength(1);
  });
});
