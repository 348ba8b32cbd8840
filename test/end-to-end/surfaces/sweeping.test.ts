import { REST } from "discord.js";
import { type APIMessage, type APIThreadChannel, ChannelType, OverwriteType, PermissionFlagsBits, Routes } from "discord-api-types/v10";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectPerson } from "../../../sandbox/driver.ts";
import { CHANNELS, GUILD_ID, OBSERVED_LIMITS, PEOPLE, type Sandbox, startSandbox } from "../../../sandbox/index.ts";
import { isGuildChannel } from "../../../sandbox/world/channel.ts";
import { changeChannel } from "../../../sandbox/world/channels.ts";
import { createDeletions } from "../../../src/discord/clean-up/deletions.ts";
import { createSweeper, type Sweeper } from "../../../src/discord/clean-up/sweeper.ts";
import { createDisplayTimes } from "../../../src/discord/measures/display-times.ts";
import { NO_TELEMETRY } from "../../../src/telemetry/telemetry.ts";
import { unsetSettings } from "../../../src/features/guild-settings/guild-settings.ts";
import { surfaceBook } from "../../../src/features/surfaces/book-service.ts";
import { surfaceReads } from "../../../src/features/surfaces/read-model.ts";
import type { SurfaceBook } from "../../../src/features/surfaces/surface-port.ts";
import { surfaceMigrations } from "../../../src/features/surfaces/tables.ts";
import { transactions } from "../../../src/features/transactions.ts";
import { ENGINES, openTestStore, type TestStore } from "../../../src/testing/engines.ts";
import { ShiftedClock } from "../../../src/testing/shifted-clock.ts";
import { answeredWith, callsOf, DELETE_CHANNEL, DELETE_MANY, DELETE_ONE } from "./calls.ts";
import { MINUTE } from "./seen.ts";

const BOT_ROLE = "1200000000000000107";
/** Not what is tested here. */
const SEND = "POST /channels/:channelId/messages";
/** A message of early 2020. */
const OLD_ID = "662000000000000000";

describe.each(ENGINES)("the sweeper on %s", (engine) => {
  let sandbox: Sandbox;
  let rest: REST;
  let test: TestStore;
  let book: SurfaceBook;
  let clock: ShiftedClock;
  let sweeper: Sweeper;
  const logged: string[] = [];
  beforeAll(async () => {
    sandbox = await startSandbox({ sessionStarts: { everyMs: 0 }, limits: { routes: { ...OBSERVED_LIMITS.routes, [SEND]: { limit: 100, windowMs: 1_000 } } } });
    rest = new REST({ api: sandbox.apiUrl, version: "10" }).setToken(sandbox.token);
  });
  beforeEach(async () => {
    clock = new ShiftedClock();
    test = await openTestStore(engine, [surfaceMigrations]);
    book = surfaceBook(transactions(test.store, clock, []), surfaceReads(test.store.read));
    logged.length = 0;
    sweeper = sweeps();
  });
  afterEach(async () => {
    await sweeper.stop();
    await test.drop();
  });
  afterAll(() => sandbox.close());

  const note = (_: object, sentence: string): void => void logged.push(sentence);
  const log = { debug: note, info: note, warn: note, error: note };
  const sweeps = (): Sweeper => createSweeper({ book, displayTimes: createDisplayTimes(NO_TELEMETRY), clock, log, settings: { get: (guildId) => Promise.resolve(unsetSettings(guildId)) }, deletions: createDeletions(rest, log), pollMs: 50 });

  const track = (channelId: string, messageId: string): Promise<void> => book.track({ guildId: GUILD_ID, channelId, messageId, userId: PEOPLE.eva, isForm: false, dueAt: clock.now() - 1 });
  async function fill(channelId: string, count: number): Promise<void> {
    for (let n = 0; n < count; n++) await track(channelId, ((await rest.post(Routes.channelMessages(channelId), { body: { content: `flow ${n}` } })) as APIMessage).id);
  }
  const direct = async (): Promise<string> => ((await rest.post(Routes.userChannels(), { body: { recipient_id: PEOPLE.eva } })) as { id: string }).id;
  async function thread(idleAt: number | null): Promise<string> {
    const { id } = (await rest.post(Routes.threads(CHANNELS.craftingDesk), { body: { name: "eva", type: ChannelType.PrivateThread } })) as APIThreadChannel;
    await book.keepOwnChannel({ guildId: GUILD_ID, userId: PEOPLE.eva, purpose: "flow", channelId: id, idleAt });
    return id;
  }
  const left = async (channelId: string): Promise<number> => (await book.dueIn({ guildId: GUILD_ID, channelId }, Number.MAX_SAFE_INTEGER)).messageIds.length;
  const done = async (channelId: string): Promise<void> => {
    await expect.poll(() => left(channelId), { timeout: 8_000 }).toBe(0);
  };
  function counting(): (call: string) => number {
    const before = callsOf(sandbox);
    return (call) => callsOf(sandbox).filter((one) => one === call).length - before.filter((one) => one === call).length;
  }
  async function without(permission: bigint, work: () => Promise<void>): Promise<void> {
    const channel = sandbox.world.channels.get(CHANNELS.craftingDesk);
    if (!channel || !isGuildChannel(channel)) throw new Error("no channel");
    changeChannel(sandbox.world, channel, { overwrites: [{ id: BOT_ROLE, type: OverwriteType.Role, allow: "0", deny: String(permission) }] });
    await work();
    changeChannel(sandbox.world, channel, { overwrites: [] });
  }

  it("deletes one by one in direct messages, as fast as Discord's headers allow and no faster", async () => {
    const channelId = await direct();
    await fill(channelId, 12);
    const calls = counting();
    sweeper.start();
    await done(channelId);
    expect(calls(DELETE_ONE)).toBe(12);
    expect(answeredWith(sandbox, 429)).toBe(0);
  });

  it("stops where a person acts, and goes on later, after a restart too", async () => {
    const channelId = await direct();
    await fill(channelId, 6);
    const stopping = sandbox.traffic.subscribe((entry) => {
      if (entry.kind === "rest" && entry.method === "DELETE") void book.touch(channelId, clock.now() + MINUTE);
    });
    sweeper.start();
    await expect.poll(() => left(channelId)).toBeLessThan(6);
    await sweeper.stop();
    stopping();
    expect(await left(channelId)).toBeGreaterThan(3);
    sweeper = sweeps();
    sweeper.start();
    expect(await book.dueChannels(clock.now(), 5)).toEqual([]);
    clock.advance(2 * MINUTE);
    await done(channelId);
  });

  it("deletes in bulk where it may, but what is older than 14 days by itself, and counts as done what is gone", async () => {
    const channelId = await thread(null);
    await track(channelId, OLD_ID);
    await fill(channelId, 4);
    const calls = counting();
    sweeper.start();
    await done(channelId);
    expect([calls(DELETE_MANY), calls(DELETE_ONE), calls(DELETE_CHANNEL)]).toEqual([1, 1, 0]);
    expect(answeredWith(sandbox, 404)).toBe(1);
  });

  it("deletes one by one where it may not in bulk", async () => {
    const channelId = await thread(null);
    await fill(channelId, 3);
    const calls = counting();
    await without(PermissionFlagsBits.ManageMessages, async () => {
      sweeper.start();
      await done(channelId);
    });
    expect([calls(DELETE_MANY), calls(DELETE_ONE)]).toEqual([1, 3]);
  });

  it("removes an idle place as a whole, and keeps one that it may not remove", async () => {
    const [removed, calls] = [await thread(clock.now() - 1), counting()];
    await fill(removed, 3);
    sweeper.start();
    await done(removed);
    expect([calls(DELETE_MANY), calls(DELETE_ONE), calls(DELETE_CHANNEL)]).toEqual([0, 0, 1]);
    expect(await book.ownChannel(GUILD_ID, PEOPLE.eva, "flow")).toBeNull();
    await sweeper.stop();

    const kept = await thread(clock.now() - 1);
    await fill(kept, 3);
    await without(PermissionFlagsBits.ManageThreads, async () => {
      sweeper = sweeps();
      sweeper.start();
      await done(kept);
    });
    expect(await book.ownChannel(GUILD_ID, PEOPLE.eva, "flow")).toMatchObject({ channelId: kept, idleAt: null });
  });

  it("forgets what it may not delete, with a line in the log, and what is in a channel that is gone", async () => {
    const gone = await thread(null);
    await track(gone, "1575000000000000001");
    await rest.delete(Routes.channel(gone));
    await track(CHANNELS.general, "1575000000000000002");
    const foreign = await connectPerson(sandbox.url, PEOPLE.eva);
    await track(CHANNELS.craftingDesk, await foreign.send(CHANNELS.craftingDesk, "hello"));
    await foreign.close();
    await without(PermissionFlagsBits.ManageMessages, async () => {
      sweeper.start();
      await done(CHANNELS.craftingDesk);
      await done(gone);
      await done(CHANNELS.general);
    });
    expect(logged).toEqual(["Discord refused a deletion"]);
  });
});
