import { OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Driver, textOf } from "../../../sandbox/driver.ts";
import { CHANNELS, PEOPLE } from "../../../sandbox/index.ts";
import { isGuildChannel } from "../../../sandbox/world/channel.ts";
import { changeChannel } from "../../../sandbox/world/channels.ts";
import { acceptDirectMessages } from "../../../sandbox/world/direct-messages.ts";
import { ENGINES } from "../../../src/testing/engines.ts";
import { card, DESK, hasButton, request, said } from "../actions.ts";
import { type OpenDesk, openDesk, SETTINGS } from "../desk.ts";
import { answeredWith } from "./calls.ts";
import { follow, isEphemeral, leadsTo, MINUTE, received } from "./seen.ts";

const BOT_ROLE = "1200000000000000107";

describe.each(ENGINES)("whom flows and news cannot reach directly on %s", (engine) => {
  let desk: OpenDesk;
  let eva: Driver, sylra: Driver, tobin: Driver;
  beforeAll(async () => {
    desk = await openDesk(engine, { ...SETTINGS, surface: "dm" });
    [eva, sylra, tobin] = await Promise.all([desk.person("eva"), desk.person("sylra"), desk.person("tobin")]);
    acceptDirectMessages(desk.sandbox.world, PEOPLE.eva, false);
  });
  afterAll(() => desk.close());

  it("shows flows in a private thread to who takes no direct messages, who is not tried again for an hour", async () => {
    const list = await follow(eva, said(await eva.command({ channelId: DESK, name: "characters" })));
    expect(desk.sandbox.world.channels.get(list.channel_id)).toMatchObject({ parent_id: CHANNELS.craftingDesk });
    const again = await follow(eva, said(await eva.command({ channelId: DESK, name: "status" })));
    expect(again.id).toBe(list.id);
    expect(answeredWith(desk.sandbox, 403)).toBe(1);
  });

  it("tells news in a private thread that stays when the flow's is removed", async () => {
    await request(eva, "crusader", 2);
    await sylra.press(await card(sylra, "Crusader", "Claim"), "Claim");
    const news = await eva.until(() => eva.snapshot.guilds.flatMap(({ channels }) => channels.flatMap(({ id }) => eva.messages(id))).findLast((message) => textOf(message).includes("Somebody is on it")));
    expect(hasButton(news, "Details")).toBe(true);
    expect(received(eva)).toEqual([]);
    const opened = (await eva.press(news, "Details")).message;
    expect(opened?.channel_id).toBe(news.channel_id);
    desk.clock.advance(30 * MINUTE);
    if (opened) await eva.until(() => (eva.message(opened.channel_id, opened.id) ? null : true));
    expect(eva.message(news.channel_id, news.id)).not.toBeNull();
  });

  it("replies to who can have neither, warns officers, and tells the news at the next command, once", async () => {
    desk.clock.advance(61 * MINUTE);
    acceptDirectMessages(desk.sandbox.world, PEOPLE.sylra, false);
    const panelChannel = desk.sandbox.world.channels.get(CHANNELS.craftingDesk);
    if (!panelChannel || !isGuildChannel(panelChannel)) throw new Error("no panel channel");
    changeChannel(desk.sandbox.world, panelChannel, { overwrites: [{ id: BOT_ROLE, type: OverwriteType.Role, allow: "0", deny: String(PermissionFlagsBits.CreatePrivateThreads) }] });
    const { message: status } = await sylra.command({ channelId: DESK, name: "status" });
    expect(status && isEphemeral(status)).toBe(true);
    expect(status && textOf(status)).toContain("Active");
    const overview = (await tobin.command({ channelId: DESK, name: "settings" })).message;
    expect(overview && textOf(overview)).toContain("Create Private Threads");

    const { message: details } = await tobin.press(await card(tobin, "Crusader"), "Details");
    if (!details) throw new Error("no details");
    const shown = isEphemeral(details) && /discord\.com/.test(textOf(details)) ? await follow(tobin, textOf(details)) : details;
    const { modal } = await tobin.press(shown, "Deny…");
    if (!modal) throw new Error("no reason is asked for");
    await tobin.submit(modal, { reason: "no shards left" });
    const told = (): number => sylra.messages(DESK).filter((one) => textOf(one).includes("There is news of request #1 ")).length;
    await expect
      .poll(
        async () => {
          await sylra.command({ channelId: DESK, name: "status" });
          return told();
        },
        { timeout: 8_000 },
      )
      .toBe(1);
    await sylra.command({ channelId: DESK, name: "status" });
    await sylra.command({ channelId: DESK, name: "status" });
    expect(told()).toBe(1);
  });

  it("goes back to direct messages an hour later when they are open again", async () => {
    acceptDirectMessages(desk.sandbox.world, PEOPLE.eva, true);
    desk.clock.advance(61 * MINUTE);
    expect(leadsTo(said(await eva.command({ channelId: DESK, name: "status" }))).guildId).toBe("@me");
  });
});
