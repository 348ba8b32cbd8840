import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options, type REST } from "discord.js";
import type { APIInteraction } from "discord-api-types/v10";
import { OperatorError } from "../kernel/operator-error.ts";
import type { Log } from "../telemetry/log.ts";

/** A bot that is logged in to Discord, or to whatever speaks its protocols at `apiUrl`. */
export interface Connection {
  readonly rest: REST;
  readonly client: Client<true>;
  readonly applicationId: string;
  /** Ids of the servers that the bot is in. */
  guildIds(): readonly string[];
  guildName(guildId: string): string | null;
  /** From now on interactions go to `handle`; those that came before it wait. */
  listen(handle: (interaction: APIInteraction) => Promise<void>): void;
  /** Lets interactions that are under way finish, then leaves. */
  close(): Promise<void>;
}

/** Discord did not let the bot in. */
export class LoginError extends OperatorError {}

const DRAIN_MS = 5_000;

/** Logs in. @throws LoginError with a sentence on what to do */
export async function connectDiscord(options: { token: string; apiUrl: string; log: Log }): Promise<Connection> {
  const { log } = options;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: options.apiUrl, version: "10" },
    // The bot reads what it needs from each interaction; a cache of members and messages would only grow.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id }, UserManager: { maxSize: 1, keepOverLimit: (user) => user.id === user.client.user.id }, ThreadManager: 0, ThreadMemberManager: 0, PresenceManager: 0, VoiceStateManager: 0, ReactionManager: 0 }),
  });
  const underWay = new Set<Promise<void>>();
  const waiting: APIInteraction[] = [];
  let handler: ((interaction: APIInteraction) => Promise<void>) | null = null;
  const take = (interaction: APIInteraction): void => {
    if (!handler) {
      waiting.push(interaction);
      return;
    }
    const work = handler(interaction).finally(() => underWay.delete(work));
    underWay.add(work);
  };
  client.ws.on(GatewayDispatchEvents.InteractionCreate, take);
  client.on(Events.Error, (error) => log.error({ err: error }, "the connection to Discord reported an error"));
  client.on(Events.Warn, (warning) => log.warn({ warning }, "discord.js warns"));
  client.on(Events.ShardReconnecting, () => log.info({}, "reconnecting to Discord"));
  client.rest.on("rateLimited", (facts) => log.warn({ route: facts.route, method: facts.method, waitMs: facts.timeToReset, global: facts.global }, "a request waits for Discord's rate limit"));

  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(options.token);
    await ready;
  } catch (cause) {
    await client.destroy();
    throw new LoginError(sentenceFor(cause, options.apiUrl), { cause });
  }
  if (!client.isReady()) throw new LoginError("Discord let the bot in, but did not say who it is.");
  return {
    rest: client.rest,
    client,
    applicationId: client.application.id,
    guildIds: () => [...client.guilds.cache.keys()],
    guildName: (guildId) => client.guilds.cache.get(guildId)?.name ?? null,
    listen(handle) {
      handler = handle;
      for (const interaction of waiting.splice(0)) take(interaction);
    },
    async close() {
      client.ws.removeAllListeners(GatewayDispatchEvents.InteractionCreate);
      await Promise.race([Promise.allSettled(underWay), new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())]);
      await client.destroy();
    },
  };
}

function sentenceFor(cause: unknown, apiUrl: string): string {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  if (code === "TokenInvalid" || code === 4004) return "Discord does not accept this DISCORD_TOKEN. Copy it again from the Bot page of your application at https://discord.com/developers/applications.";
  return `Could not reach Discord at ${apiUrl}: ${cause instanceof Error ? cause.message : String(cause)}`;
}
