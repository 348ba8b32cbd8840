import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { CHANNELS, GUILD_ID, ROLES } from "../../sandbox/index.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { card, request } from "./actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "./desk.ts";

describe.each(ENGINES)("crafters who are mentioned on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine, { ...SETTINGS, mentionCrafters: true });
    const role = desk.sandbox.world.guilds.get(GUILD_ID)?.roles.get(ROLES.enchanter);
    if (!role) throw new Error("nobody is an enchanter");
    role.mentionable = true;
    await desk.restartBot();
    [eva, sylra] = await Promise.all([desk.person("eva"), desk.person("sylra")]);
  });
  afterAll(() => desk.close());

  it("pings the role of the profession, whatever somebody typed, and leads to the queue", async () => {
    await request(eva, "crusader", 1, { note: `for <@&${ROLES.officer}>` });
    await card(sylra, "Crusader", "Claim");
    const mention = await sylra.waitForMessage(CHANNELS.craftingBoard, (message) => textOf(message).includes("a new request waits for you"));
    expect(mention.mention_roles).toEqual([ROLES.enchanter]);
    const pinging = sylra.messages(CHANNELS.craftingBoard).filter(({ mention_roles, mentions }) => mention_roles.length + mentions.length > 0);
    expect(pinging.map(({ id }) => id)).toEqual([mention.id]);
    const { message } = await sylra.press(mention, "Show the queue");
    expect(message && textOf(message)).toContain("Crusader");
  });
});
