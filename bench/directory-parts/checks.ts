import type { APIInteraction } from "discord-api-types/v10";
import { type CallerDeps, callOf } from "../../src/discord/caller.ts";
import { connectDiscord } from "../../src/discord/connection.ts";
import { createMemberDirectory } from "../../src/discord/members/member-directory.ts";
import { routerTexts } from "../../src/discord/texts.ts";
import { unsetSettings } from "../../src/features/guild-settings/guild-settings.ts";
import { createTranslators } from "../../src/i18n/translators.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import { createLog } from "../../src/telemetry/log.ts";
import { NO_TELEMETRY } from "../../src/telemetry/telemetry.ts";
import { Times, withCallers } from "../measuring/times.ts";
import type { BenchSandbox } from "../sandbox-parts/open.ts";

export type Source = "payload" | "cache" | "fetch";

export interface Checks {
  /** One check after the other. */
  readonly times: Readonly<Record<Source, Times>>;
  /** Milliseconds until the last of 50 different people at the same instant was checked. */
  readonly together: Readonly<Record<"cache" | "fetch", number>>;
  /** How long the whole list took, from when it was asked for. */
  readonly loadMs: number;
  readonly members: number;
}

const AT_ONCE = 50;

/** From an interaction to what its person may do, by where their roles come from; settings are in memory. */
export async function timeChecks(sandbox: BenchSandbox, counts: Readonly<Record<Source, number>>): Promise<Checks> {
  const log = createLog("error");
  const connection = await connectDiscord({ token: sandbox.token, apiUrl: `${sandbox.url}/api`, clock: systemClock, log, telemetry: NO_TELEMETRY, membersIntent: "auto", stop: new AbortController().signal });
  const directory = createMemberDirectory({ connection, clock: systemClock, telemetry: NO_TELEMETRY, log });
  try {
    const guildId = connection.client.guilds.cache.firstKey() ?? "";
    const settings = { ...unsetSettings(guildId), memberPayload: true, memberCache: true };
    const deps: CallerDeps = { settings: { get: () => Promise.resolve(settings) }, directory, telemetry: NO_TELEMETRY, translators: await createTranslators([routerTexts]), clock: systemClock };
    const userIds = ((await connection.rest.get(`/guilds/${guildId}/members?limit=1000`)) as readonly { user: { id: string } }[]).map(({ user }) => user.id);
    const from = performance.now();
    directory.keep(guildId, true);
    while (directory.size().guilds.loaded === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    const loadMs = performance.now() - from;
    const { members } = directory.size();
    const atOnce = async (source: Source): Promise<number> => {
      const begin = performance.now();
      await Promise.all(userIds.slice(0, AT_ONCE).map((userId) => checked(deps, guildId, userId, source)));
      return performance.now() - begin;
    };
    const together = { cache: 0, fetch: 0 };
    const times = { payload: new Times(), cache: new Times(), fetch: new Times() };
    for (const source of ["payload", "cache", "fetch"] as const) {
      if (source === "fetch") together.cache = await atOnce("cache");
      settings.memberCache = source !== "fetch";
      const check = (n: number, into: Times): Promise<void> => into.time(() => checked(deps, guildId, userIds[n % userIds.length] ?? "", source));
      const warmUp = new Times();
      if (source !== "fetch") for (let n = 0; n < counts[source]; n += 1) await check(n, warmUp);
      await withCallers(1, counts[source], (n) => check(n, times[source]));
    }
    together.fetch = await atOnce("fetch");
    return { times, together, loadMs, members };
  } finally {
    await directory.stop();
    await connection.close();
  }
}

async function checked(deps: CallerDeps, guildId: string, userId: string, source: Source): Promise<void> {
  const user = { id: userId, username: "someone", discriminator: "0", global_name: null, avatar: null };
  const who = source === "payload" ? { guild_id: guildId, member: { user, roles: [guildId], permissions: "0" } } : { user };
  const interaction: APIInteraction = Object.assign(Object.create(null), { id: "1", locale: "en-US", channel: { id: "3", type: 0 } }, who);
  const call = await callOf(deps, interaction, () => guildId);
  if (!call.ok) throw new Error(`a check was refused: ${call.error}`);
}
