import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { outboxMigrations } from "../../outbox/tables.ts";
import { calls, GUILD, officer } from "../../testing/call.ts";
import { type Driver, drive } from "../../testing/drive.ts";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { type OutboxBench, outboxBench } from "../../testing/outbox-bench.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, textOf } from "../../testing/view-text.ts";
import { DeliveryRefused } from "../../outbox/sender-port.ts";
import type { Call, InTransaction, Reply } from "../contract.ts";
import { type GuildSettings, unsetSettings } from "../guild-settings/guild-settings.ts";
import { transactions } from "../transactions.ts";
import { card, text } from "../view-kit.ts";
import { ensurePanels, panelFeature } from "./feature.ts";
import { panelPosting, panelTopic } from "./panel-topic.ts";
import { panelMigrations } from "./tables.ts";
import { panelTexts } from "./texts.ts";

const HERE = "910000000000000001";
const DESK = "910000000000000002";
const as = await calls(panelTexts);
const ada = as("1001", { rights: officer });
const withDesk: GuildSettings = { ...unsetSettings(GUILD), panelChannelId: DESK };

/** A room that says its name and who asked. */
const room =
  (name: string, kind: "show" | "update" = "show") =>
  (call: Call): Promise<Reply> =>
    Promise.resolve({ kind, view: card(0, text(`${name} for ${call.userId}`)) });
const destinations = { startGuided: room("guide"), showQueue: room("queue"), showMine: room("mine", "update"), showCharacters: room("characters") };

describe.each(ENGINES)("the panel on %s", (engine) => {
  let test: TestStore;
  let bench: OutboxBench;
  let inTransaction: InTransaction;
  let desk: Driver;

  let held: GuildSettings;
  const settings = () => Promise.resolve(held);
  const deps = () => ({ inTransaction, posting: panelPosting(bench.outbox), settings, destinations });
  const deliver = (): Promise<void> => bench.dispatcher().drain();
  const idOf = async (channelId: string): Promise<string | null | undefined> =>
    (await test.store.read.selectFrom("panels").select("message_id").where("channel_id", "=", channelId).executeTakeFirst())?.message_id;
  const changeChannel = (before: string | null, after: string | null): Promise<void> =>
    inTransaction((tx) =>
      tx.raise({
        type: "guild.settings-changed",
        guildId: GUILD,
        actorId: "1001",
        before: { ...unsetSettings(GUILD), panelChannelId: before },
        after: { ...unsetSettings(GUILD), panelChannelId: after },
        changes: [],
      }),
    );

  beforeEach(async () => {
    held = unsetSettings(GUILD);
    test = await openTestStore(engine, [outboxMigrations, panelMigrations]);
    bench = await outboxBench(test.store, [panelTopic(settings)], [panelTexts]);
    const subscriptions = panelFeature({ inTransaction: transactions(test.store, bench.clock, []), posting: panelPosting(bench.outbox), settings, destinations }).subscriptions ?? [];
    inTransaction = transactions(test.store, bench.clock, subscriptions);
    desk = drive(panelFeature(deps()));
  });
  afterEach(() => test.drop());

  it("is posted where the officer is, says how the desk works, and leads to four rooms", async () => {
    const reply = await desk.run(ada, "panel");
    expect(textOf(reply)).toContain(`The panel is on its way to <#${HERE}>.`);
    expect(textOf(reply)).toContain("Choose this channel in `/settings`, too");
    await deliver();
    const [panel, ...others] = bench.sender.messages;
    expect(others).toEqual([]);
    expect(panel?.channelId).toBe(HERE);
    expect(textOf(panel?.view ?? null)).toMatch(/The crafting desk[^]*Need something crafted[^]*Create request\nManage requests\nMy requests\nCharacters/);
    expect(limitProblems(panel?.view ?? null)).toEqual([]);
    const press = (label: string): Promise<Reply | null> => desk.press(as("1002"), buttonId(panel?.view ?? null, label));
    expect((await Promise.all(["Create", "Manage", "My", "Characters"].map(press))).map((reply) => [reply?.kind, textOf(reply)])).toEqual([
      ["show", "guide for 1002"],
      ["show", "queue for 1002"],
      // An update would put one person's list in everybody's panel.
      ["show", "mine for 1002"],
      ["show", "characters for 1002"],
    ]);
  });

  it("stands in the channel of the settings, or here when so asked", async () => {
    const call = as("1001", { rights: officer, settings: withDesk });
    expect(textOf(await desk.run(call, "panel"))).toBe(`### 📌 The panel is on its way to <#${DESK}>.`);
    await desk.run(call, "panel", { where: "here" });
    await desk.run(call, "panel", { where: "configured" });
    await deliver();
    expect(bench.sender.messages.map(({ channelId }) => channelId).toSorted()).toEqual([HERE, DESK]);
    expect(await desk.run(ada, "panel", { where: "configured" })).toMatchObject({ kind: "refuse", sentence: expect.stringContaining("No panel channel is set.") });
  });

  it("is one per channel, however often it is posted, also at once", async () => {
    await Promise.all(Array.from({ length: 6 }, () => desk.run(ada, "panel")));
    await deliver();
    await desk.run(ada, "panel");
    await desk.run(ada, "panel");
    await deliver();
    expect(bench.sender.in(HERE)).toHaveLength(1);
    expect(bench.sender.calls).toEqual([`send ${HERE}`, `edit ${await idOf(HERE)}`]);
    expect(textOf(await desk.run(ada, "panel"))).toContain(`The panel in <#${HERE}> is refreshed`);
  });

  it("comes back where somebody deleted it", async () => {
    await desk.run(ada, "panel");
    await deliver();
    const gone = await idOf(HERE);
    bench.sender.messages.length = 0;
    await desk.run(ada, "panel");
    await deliver();
    expect(bench.sender.calls).toEqual([`send ${HERE}`, `edit ${gone}`, `send ${HERE}`]);
    expect(await idOf(HERE)).toBe(bench.sender.messages[0]?.id);
  });

  it("follows the settings to another channel, and only there", async () => {
    await changeChannel(null, DESK);
    await changeChannel(DESK, DESK);
    await deliver();
    expect(bench.sender.calls).toEqual([`send ${DESK}`]);
    await changeChannel(DESK, HERE);
    await changeChannel(HERE, null);
    await deliver();
    expect(bench.sender.calls).toEqual([`send ${DESK}`, `send ${HERE}`]);
  });

  it("speaks the guild's language, and changes it in place", async () => {
    await changeChannel(null, DESK);
    await deliver();
    held = { ...withDesk, language: "de" };
    await inTransaction((tx) => tx.raise({ type: "guild.settings-changed", guildId: GUILD, actorId: "1001", before: withDesk, after: held, changes: [] }));
    await deliver();
    expect(textOf(bench.sender.messages[0]?.view ?? null)).toContain("Auftrag erteilen");
    expect(bench.sender.in(DESK)).toHaveLength(1);
  });

  it("is there after a start wherever the settings want one", async () => {
    const settings = { get: (guildId: string) => Promise.resolve(guildId === GUILD ? withDesk : unsetSettings(guildId)) };
    await ensurePanels({ ...deps(), settings }, GUILD);
    await ensurePanels({ ...deps(), settings }, "900000000000000002");
    await deliver();
    expect(bench.sender.calls).toEqual([`send ${DESK}`]);
    await ensurePanels({ ...deps(), settings }, GUILD);
    await deliver();
    expect(bench.sender.in(DESK)).toHaveLength(1);
  });

  it("keeps its buttons after a restart, since they carry all that is needed", async () => {
    await desk.run(ada, "panel");
    await deliver();
    const afterRestart = drive(panelFeature(deps()));
    for (const id of customIdsOf(bench.sender.messages[0]?.view ?? null)) expect(await afterRestart.press(as("1002"), id)).toMatchObject({ kind: "show" });
  });

  it("says why it did not arrive last time, until it arrives", async () => {
    bench.sender.fault = () => new DeliveryRefused("no-access");
    await desk.run(ada, "panel");
    await deliver();
    bench.sender.fault = () => null;
    expect(textOf(await desk.run(ada, "panel"))).toContain("Last time it did not arrive: I may not write there. Give me View Channel and Send Messages in it.");
    await deliver();
    expect(textOf(await desk.run(ada, "panel"))).not.toContain("did not arrive");
  });

  it("is posted by officers only", async () => {
    expect(await desk.run(as("1002"), "panel")).toMatchObject({ kind: "refuse", sentence: expect.stringContaining("Only officers post the panel.") });
    await deliver();
    expect(bench.sender.calls).toEqual([]);
  });

  it("leaves ids that are not its own to the router", async () => {
    for (const id of ["panel.open.1:destroy:abc", "panel.open.1:create", "panel.open.1:create:abc:more"]) expect(await desk.press(ada, id)).toBeNull();
  });
});
