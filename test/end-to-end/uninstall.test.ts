import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../sandbox/driver.ts";
import { CHANNELS, GUILD_ID } from "../../sandbox/index.ts";
import { addMember, removeMember } from "../../sandbox/world/membership.ts";
import { ENGINES } from "../../src/testing/engines.ts";
import { card, DESK, directMessages, request, said } from "./actions.ts";
import { type OpenDesk, openDesk } from "./desk.ts";

const HOUR_MS = 3_600_000;

describe.each(ENGINES)("a guild that throws the bot out and takes it back on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine);
    [eva, sylra] = await Promise.all([desk.person("eva"), desk.person("sylra")]);
  });
  afterAll(() => desk.close());

  it("misses nothing: what was due meanwhile waits, and is told once it is back", async () => {
    const { world } = desk.sandbox;
    const bot = [...world.applications.values()][0]?.botUserId ?? "";
    const { roleIds } = world.member(GUILD_ID, bot);
    await request(eva, "crusader", 2);
    const open = await card(sylra, "Crusader", "Claim");
    await sylra.press(open, "Claim");
    await eva.waitForDirectMessage((message) => textOf(message).includes("Somebody is on it"));

    removeMember(world, GUILD_ID, bot);
    desk.clock.advance(49 * HOUR_MS);
    // Whatever it would do without the guild it does at its start, and ends with.
    await desk.restartBot();
    await desk.restartBot();

    expect(directMessages(eva).join()).not.toContain("Back in the queue");

    addMember(world, GUILD_ID, bot, roleIds);
    await eva.waitForDirectMessage((message) => textOf(message).includes("Back in the queue"));
    await sylra.waitForMessage(CHANNELS.craftingBoard, (message) => JSON.stringify(message.components).includes("request.claim."));
    await eva.waitForBot(["request"]);
    expect(said(await eva.command({ channelId: DESK, name: "status", options: { request: "#1" } }))).toContain("Open");
  });
});
