import { ChannelType } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../../sandbox/driver.ts";
import { CHANNELS, GUILD_ID } from "../../../sandbox/index.ts";
import { createChannel } from "../../../sandbox/world/channels.ts";
import { ENGINES } from "../../../src/testing/engines.ts";
import { card, DESK, hasButton, request, said } from "../actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "../desk.ts";
import { answeredWith, callsOf, DELETE_CHANNEL, DELETE_MANY, DELETE_ONE } from "./calls.ts";
import { follow, gone, isEphemeral, leadsTo, MINUTE } from "./seen.ts";

const CATEGORY = "1200000000000000201";
const count = (desk: OpenDesk, call: string): number => callsOf(desk.sandbox).filter((one) => one === call).length;
const channelGone = async (desk: OpenDesk, channelId: string): Promise<void> => {
  await expect.poll(() => desk.sandbox.world.channels.has(channelId), { timeout: 8_000 }).toBe(false);
};

describe.each(ENGINES)("flows in a private thread on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver, tobin: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine, { ...SETTINGS, surface: "channel" });
    [eva, sylra, tobin] = await Promise.all([desk.person("eva"), desk.person("sylra"), desk.person("tobin")]);
  });
  afterAll(() => desk.close());

  it("opens one for the person alone, and goes on there", async () => {
    const answer = (await eva.command({ channelId: DESK, name: "characters" })).message;
    if (!answer) throw new Error("nothing was answered");
    expect(isEphemeral(answer)).toBe(true);
    const list = await follow(eva, textOf(answer));
    expect(leadsTo(textOf(answer)).guildId).toBe(GUILD_ID);
    expect(isEphemeral(list)).toBe(false);
    expect(sylra.messages(list.channel_id)).toEqual([]);
    const { modal } = await eva.press(list, "Add a character");
    if (!modal) throw new Error("no form");
    const added = (await eva.submit(modal, { name: "Brightblade" })).message;
    expect(added?.id).toBe(list.id);
    // What confirms it is all there is: the thread goes with it.
    await channelGone(desk, list.channel_id);
  });

  it("takes a request from the panel through a restart, keeps the form, and removes the thread when it is idle", async () => {
    const panel = await eva.waitForMessage(DESK, (message) => hasButton(message, "Create request"));
    const guide = await follow(eva, said(await eva.press(panel, "Create request")));
    await eva.press(guide, "Tailoring");
    desk.clock.advance(10 * MINUTE);
    await desk.restartBot();
    await eva.waitForBot(["request"]);
    const back = (await eva.press(guide, "Back")).message;
    expect(back?.id).toBe(guide.id);
    desk.clock.advance(14 * MINUTE);
    const cancelled = await eva.press(guide, "Cancel");
    expect(cancelled.message?.id).toBe(guide.id);
    desk.clock.advance(MINUTE);
    await channelGone(desk, guide.channel_id);
  });

  it("claims and completes there, in one message", async () => {
    await request(eva, "crusader", 2);
    const details = await follow(sylra, said(await sylra.press(await card(sylra, "Crusader", "Claim"), "Claim")));
    expect(said(await sylra.press(details, "Complete 1"))).toContain("1");
    expect(said(await sylra.press(details, "Complete"))).toContain("Completed");
    await channelGone(desk, details.channel_id);
  });

  it("answers a command that is used there with a message of its own", async () => {
    const first = await follow(eva, said(await eva.command({ channelId: DESK, name: "status" })));
    const second = (await eva.command({ channelId: first.channel_id, name: "characters" })).message;
    if (!second) throw new Error("nothing was answered");
    expect(second.channel_id).toBe(first.channel_id);
    expect(isEphemeral(second)).toBe(false);
    expect(eva.message(first.channel_id, first.id)).not.toBeNull();
  });

  it("stays while somebody fills in a form that a command opened there", async () => {
    const first = await follow(eva, said(await eva.command({ channelId: DESK, name: "status" })));
    const [item] = await eva.autocomplete({ channelId: first.channel_id, name: "request", focused: "item", options: { item: "crusader" } });
    const { modal } = await eva.command({ channelId: first.channel_id, name: "request", options: { item: item?.value ?? "", quantity: 1 } });
    if (!modal) throw new Error("no form");
    const other = await follow(sylra, said(await sylra.command({ channelId: DESK, name: "status" })));
    desk.clock.advance(6 * MINUTE);
    // It was idle later than hers would be.
    await channelGone(desk, other.channel_id);
    expect((await eva.submit(modal, JSON.stringify(modal.modal).includes('"character-name"') ? { "character-name": "Evalein" } : {})).message?.channel_id).toBe(first.channel_id);
    desk.clock.advance(20 * MINUTE);
    await channelGone(desk, first.channel_id);
  });

  it("sweeps at once what is due of several messages, and leaves the form", async () => {
    const { channelId } = leadsTo(said(await eva.command({ channelId: DESK, name: "status" })));
    const guide = await follow(eva, said(await eva.press(await eva.waitForMessage(DESK, (message) => hasButton(message, "Create request")), "Create request")));
    expect(guide.channel_id).toBe(channelId);
    const shown = eva.messages(channelId).filter(({ id, components = [] }) => id !== guide.id && components.length > 0);
    for (let more = 0; more < 3; more++) {
      const { message } = await eva.command({ channelId, name: "status" });
      if (message) shown.push(message);
    }
    const before = { many: count(desk, DELETE_MANY), one: count(desk, DELETE_ONE) };
    desk.clock.advance(6 * MINUTE);
    for (const message of shown) await gone(eva, message);
    expect(count(desk, DELETE_MANY)).toBe(before.many + 1);
    // The last one's row may have come a moment later.
    expect(count(desk, DELETE_ONE) - before.one).toBeLessThanOrEqual(1);
    expect(eva.message(channelId, guide.id)).not.toBeNull();
    desk.clock.advance(10 * MINUTE);
    await channelGone(desk, channelId);
  });

  it("shows settings there", async () => {
    const overview = await follow(tobin, said(await tobin.command({ channelId: DESK, name: "settings" })));
    expect(textOf((await tobin.press(overview, "Roles")).message ?? overview)).toContain("Officers");
    expect(answeredWith(desk.sandbox, 429)).toBe(0);
  });
});

describe.each(ENGINES)("flows in a private channel on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine, { ...SETTINGS, surface: "channel", channelCategoryId: CATEGORY });
    [eva, sylra] = await Promise.all([desk.person("eva"), desk.person("sylra")]);
  });
  afterAll(() => desk.close());

  it("opens one under the category that only the person sees, and removes it when it is idle", async () => {
    const list = await follow(eva, said(await eva.command({ channelId: DESK, name: "characters" })));
    expect(desk.sandbox.world.channels.get(list.channel_id)).toMatchObject({ parent_id: CATEGORY });
    expect(sylra.messages(list.channel_id)).toEqual([]);
    const removed = count(desk, DELETE_CHANNEL);
    desk.clock.advance(6 * MINUTE);
    await channelGone(desk, list.channel_id);
    expect(count(desk, DELETE_CHANNEL)).toBe(removed + 1);
  });

  it("opens a thread where the category is full", async () => {
    for (let n = 0; n < 50; n++) createChannel(desk.sandbox.world, GUILD_ID, { name: `full-${n}`, type: ChannelType.GuildText, parentId: CATEGORY });
    const list = await follow(eva, said(await eva.command({ channelId: DESK, name: "characters" })));
    expect(desk.sandbox.world.channels.get(list.channel_id)).toMatchObject({ parent_id: CHANNELS.craftingDesk });
  });
});
