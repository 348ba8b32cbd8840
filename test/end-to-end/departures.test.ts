import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { CHANNELS, GUILD_ID, PEOPLE, ROLES } from "../../sandbox/index.ts";
import { addMember, removeMember } from "../../sandbox/world/membership.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { directMessages, request } from "./actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "./desk.ts";

const HOUR_MS = 3_600_000;

/** The card that everybody sees of this item, once it says so. */
const card = (person: Driver, ...words: readonly string[]) =>
  person.waitForMessage(CHANNELS.craftingBoard, (message) => JSON.stringify(message.components).includes("request.details.") && words.every((word) => textOf(message).includes(word)));

describe.each(ENGINES)("people who leave a server whose members Discord tells of, on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver, tobin: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine, { ...SETTINGS, claimLeaseHours: 0 });
    [eva, sylra, tobin] = await Promise.all([desk.person("eva"), desk.person("sylra"), desk.person("tobin")]);
  });
  afterAll(() => desk.close());

  const leave = (userId: string) => removeMember(desk.sandbox.world, GUILD_ID, userId);
  async function claimed(): Promise<void> {
    await sylra.press(await card(sylra, "Crusader", "**Open**"), "Claim");
    await card(eva, "Crusader", "Claimed");
  }

  it("give back what they claimed at once, each time that they leave", async () => {
    await request(eva, "crusader", 1);
    await claimed();
    leave(PEOPLE.sylra);
    await card(eva, "Crusader", "**Open**");
    await expect.poll(() => directMessages(eva).join()).toContain("Back in the queue");
    addMember(desk.sandbox.world, GUILD_ID, PEOPLE.sylra, [ROLES.member, ROLES.enchanter]);
    await claimed();
    leave(PEOPLE.sylra);
    await card(eva, "Crusader", "**Open**");
  });

  it("lose what they asked for a day after they left", async () => {
    leave(PEOPLE.eva);
    await expect.poll(() => desk.sandbox.traffic.entries.some((entry) => entry.kind === "rest" && entry.status === 404 && entry.path === `/guilds/${GUILD_ID}/members/${PEOPLE.eva}`)).toBe(true);
    desk.clock.advance(25 * HOUR_MS);
    await desk.restartBot();
    await card(tobin, "Crusader", "**Cancelled**");
  });
});

describe.each(ENGINES)("people who leave a server of which nobody is told, on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver, tobin: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine, { ...SETTINGS, claimLeaseHours: 0 }, {}, { privilegedIntents: 0 });
    [eva, sylra, tobin] = await Promise.all([desk.person("eva"), desk.person("sylra"), desk.person("tobin")]);
  });
  afterAll(() => desk.close());

  const leave = (userId: string) => removeMember(desk.sandbox.world, GUILD_ID, userId);
  /** The bot is away until then. */
  async function sleep(hours: number): Promise<void> {
    desk.clock.advance(hours * HOUR_MS);
    await desk.restartBot();
    await tobin.waitForBot(["request"]);
  }

  it("give back what they claimed, and who waits for it is told", async () => {
    await request(eva, "crusader", 1);
    await sylra.press(await card(sylra, "Crusader", "**Open**"), "Claim");
    await card(eva, "Crusader", "Claimed");
    leave(PEOPLE.sylra);
    await sleep(25);
    expect(textOf(await card(eva, "Crusader", "**Open**"))).not.toContain("Claimed");
    await expect.poll(() => directMessages(eva).join()).toContain("Back in the queue");
  });

  it("keep what they asked for when they are back within a day, and lose it when they are not", async () => {
    leave(PEOPLE.eva);
    await sleep(25);
    await card(tobin, "Crusader", "**Open**");
    addMember(desk.sandbox.world, GUILD_ID, PEOPLE.eva, [ROLES.member]);
    await sleep(25);
    await card(tobin, "Crusader", "**Open**");
    leave(PEOPLE.eva);
    await sleep(25);
    await card(tobin, "Crusader", "**Open**");
    await sleep(25);
    const { message } = await tobin.press(await card(tobin, "Crusader", "**Cancelled**"), "Details");
    expect(message && textOf(message)).toContain("Left the server");
  });
});
