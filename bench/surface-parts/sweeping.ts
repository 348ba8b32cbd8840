import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REST } from "discord.js";
import { ChannelType, OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import { CHANNELS, GUILD_ID, type Sandbox, startSandbox } from "../../sandbox/index.ts";
import { isGuildChannel, isWritable, type MessageChannel } from "../../sandbox/world/channel.ts";
import { changeChannel } from "../../sandbox/world/channels.ts";
import { openDirectMessage } from "../../sandbox/world/direct-messages.ts";
import { addMessage } from "../../sandbox/world/messages/create-message.ts";
import { EMPTY_DRAFT } from "../../sandbox/world/messages/draft.ts";
import { createThread } from "../../sandbox/world/threads.ts";
import { migrate } from "../../src/database/migrator.ts";
import { openDataStore } from "../../src/database/open.ts";
import { createDeletions } from "../../src/discord/clean-up/deletions.ts";
import { createSweeper } from "../../src/discord/clean-up/sweeper.ts";
import { createDisplayTimes } from "../../src/discord/measures/display-times.ts";
import { NO_TELEMETRY } from "../../src/telemetry/telemetry.ts";
import { unsetSettings } from "../../src/features/guild-settings/guild-settings.ts";
import type { LeverValues } from "../../src/features/guild-settings/profiles.ts";
import { surfaceBook } from "../../src/features/surfaces/book-service.ts";
import { surfaceReads } from "../../src/features/surfaces/read-model.ts";
import type { SurfaceBook } from "../../src/features/surfaces/surface-port.ts";
import { surfaceMigrations } from "../../src/features/surfaces/tables.ts";
import { transactions } from "../../src/features/transactions.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import { createLog } from "../../src/telemetry/log.ts";
import { Counted } from "./traffic.ts";

/** `bulk`: a private thread that the bot may not remove, whose messages it deletes. */
export const PLACES = ["ephemeral", "dm", "channel", "bulk"] as const;
export type Place = (typeof PLACES)[number];

const BOT_ROLE = "1200000000000000107";

export interface Swept {
  readonly ms: number;
  readonly calls: number;
  readonly refusedForRate: number;
}

/** So many people have so many messages each that are due at the same moment: how long until none is left. `levers`: other than by default. */
export async function sweep(place: Place, people: number, messages: number, levers: Partial<LeverValues> = {}): Promise<Swept> {
  await using sandbox = await startSandbox({ sessionStarts: { everyMs: 0 } });
  const folder = mkdtempSync(join(tmpdir(), "guildsmith-bench-"));
  const store = openDataStore({ engine: "sqlite", file: join(folder, "guildsmith.db") });
  await migrate(store, [surfaceMigrations]);
  const book = surfaceBook(transactions(store, systemClock, []), surfaceReads(store.read));
  const log = createLog("error");
  const rest = new REST({ api: sandbox.apiUrl, version: "10" }).setToken(sandbox.token);
  const sweeper = createSweeper({ book, displayTimes: createDisplayTimes(NO_TELEMETRY), clock: systemClock, log, settings: { get: (guildId) => Promise.resolve({ ...unsetSettings(guildId), ...levers }) }, deletions: createDeletions(rest, log) });
  try {
    // A reply that only its person sees is no message of the channel's: there is nothing to sweep.
    if (place !== "ephemeral") for (let n = 0; n < people; n++) await fill(sandbox, book, place, String(700_000_000_000_000_000n + BigInt(n)), messages);
    const counted = new Counted(sandbox);
    const from = performance.now();
    sweeper.start();
    while ((await book.dueChannels(systemClock.now(), 1)).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const ms = performance.now() - from;
    counted.stop();
    return { ms, calls: counted.calls, refusedForRate: counted.refusedForRate };
  } finally {
    await sweeper.stop();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Straight into the sandbox's world: what is measured is what comes after. */
async function fill(sandbox: Sandbox, book: SurfaceBook, place: Place, userId: string, messages: number): Promise<void> {
  const { world, applicationId } = sandbox;
  const channel = place === "dm" ? directMessage(sandbox, userId) : privateThread(sandbox, place === "channel");
  const dueAt = systemClock.now() - 1;
  if (place !== "dm") await book.keepOwnChannel({ guildId: GUILD_ID, userId, purpose: "flow", channelId: channel.id, idleAt: place === "channel" ? dueAt : null });
  for (let n = 0; n < messages; n++) {
    const messageId = addMessage(world, channel, applicationId, { ...EMPTY_DRAFT, content: `Message ${n}` }, null).api.id;
    await book.track({ guildId: GUILD_ID, channelId: channel.id, messageId, userId, isForm: false, dueAt });
  }
}

function directMessage({ world, applicationId }: Sandbox, userId: string): MessageChannel {
  world.users.set(userId, { id: userId, username: `person_${userId.slice(-3)}`, discriminator: "0", global_name: null, avatar: null });
  return openDirectMessage(world, userId, applicationId);
}

function privateThread({ world, applicationId }: Sandbox, isRemovable: boolean): MessageChannel {
  const parent = world.channels.get(CHANNELS.craftingDesk);
  if (!parent || !isGuildChannel(parent) || !isWritable(parent)) throw new Error("the world has no crafting desk");
  const deny = String(PermissionFlagsBits.ManageThreads);
  if (!isRemovable) changeChannel(world, parent, { overwrites: [{ id: BOT_ROLE, type: OverwriteType.Role, allow: "0", deny }] });
  return createThread(world, parent, applicationId, { name: "flow", type: ChannelType.PrivateThread });
}
