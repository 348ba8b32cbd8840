import { Client, type ClientOptions, Events, GatewayDispatchEvents, Options, PermissionFlagsBits, type REST, SimpleShardingStrategy } from "discord.js";
import type { APIInteraction, GatewayGuildMemberAddDispatchData, GatewayGuildMemberRemoveDispatchData, GatewaySendPayload } from "discord-api-types/v10";
import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../kernel/clock.ts";
import { Inbox } from "./inbox.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { withinGlobalLimit } from "./global-limit.ts";
import { measuredRequests } from "./measures/measured-requests.ts";
import { routeName } from "./measures/route-name.ts";
import { Intents, type MembersIntent } from "./intents.ts";
import { LoginError, type LoginTerms, logIn, shutOut, wereIntentsRefused } from "./login.ts";

/** A bot that is logged in to Discord, or to whatever speaks its protocols at `apiUrl`. */
export interface Connection {
  readonly rest: REST;
  readonly client: Client<true>;
  readonly applicationId: string;
  /** Resolves when Discord has shut the bot out for good, as after its token was reset. Shorter troubles end by themselves. */
  readonly lost: Promise<LoginError>;
  /** Calls `handle` with the id of each server that the bot is in now, and of each that it joins later. */
  eachGuild(handle: (guildId: string) => void): void;
  /** Calls `handle` with the id of each server that the bot leaves, or is thrown out of; not of one that Discord cannot reach for a while. */
  eachGuildLeft(handle: (guildId: string) => void): void;
  /** Calls `handle` with whoever joins a server or leaves it. Nobody is told of without the Server Members intent. */
  eachMemberMove(handle: (guildId: string, userId: string) => void): void;
  /** Whether Discord tells of members who join, leave or change, and gives lists of them. It may stop while the bot runs. */
  hearsMembers(): boolean;
  /** Sends to the gateway, over the connection that a guild's events come from. @throws when it is not connected */
  send(guildId: string, payload: GatewaySendPayload): Promise<void>;
  isIn(guildId: string): boolean;
  /** Whether a server that can be reached surely has no such role or channel. */
  isDeleted(guildId: string, kind: "role" | "channel", id: string): boolean;
  guildName(guildId: string): string | null;
  /** Whether a message of ours in this channel pings this role, if it mentions it. */
  mayMention(guildId: string, channelId: string, roleId: string): boolean;
  /** From now on interactions go to `handle`; those that came before it and can still be answered first. `cameAt`: by `performance.now()`. */
  listen(handle: (interaction: APIInteraction, cameAt: number) => Promise<void>): void;
  /** Lets interactions that are under way finish, then leaves. */
  close(): Promise<void>;
}

export interface ConnectionTerms extends LoginTerms {
  readonly membersIntent: MembersIntent;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** What discord.js speaks to the gateway with; it gives it to nobody but who builds its strategy. */
type Gateway = Parameters<NonNullable<NonNullable<ClientOptions["ws"]>["buildStrategy"]>>[0];

const DRAIN_MS = 5_000;
const SETTLE_MS = 100;

/** Logs in. @throws LoginError with a sentence on what to do; what `stop` gives as its reason */
export async function connectDiscord(terms: ConnectionTerms): Promise<Connection> {
  const { log } = terms;
  const { telemetry } = terms;
  const inbox = new Inbox(terms.clock, log, telemetry);
  const lost = Promise.withResolvers<LoginError>();
  const intents = new Intents(terms.membersIntent, log);
  const gateways = new WeakMap<Client, Gateway>();
  const gatewayOf = (client: Client): Gateway => {
    const gateway = gateways.get(client);
    if (!gateway) throw new Error("the client has no gateway yet");
    return gateway;
  };
  let isAway = false;
  const isBack = (): void => {
    if (isAway) log.info({}, "connected to Discord again");
    isAway = false;
  };
  /** The intent was taken away while the bot ran: Discord says so when the session begins anew. */
  const goOnWithout = async (client: Client, code: number): Promise<void> => {
    if (!intents.refused()) return lost.resolve(shutOut(code));
    const gateway = gatewayOf(client);
    gateway.options.intents = intents.bits;
    // The library is in the middle of closing its connection.
    await wait(SETTLE_MS);
    await gateway.connect().catch((cause: unknown) => lost.resolve(new LoginError("Could not connect to Discord again without the Server Members intent.", { cause })));
  };
  const makeClient = (): Client => {
    const client = new Client(clientOptions(terms.apiUrl, intents.bits, telemetry, (gateway) => gateways.set(client, gateway)));
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => inbox.take(interaction));
    client.on(Events.Error, (error) => log.error({ err: error }, "the connection to Discord reported an error"));
    let isRefused = false;
    client.on(Events.ShardError, (error) => {
      // The library tells it once more as an error; that intents were refused is told in a sentence.
      if (!isRefused) log.error({ err: error }, "the connection to Discord reported an error");
      isRefused = false;
    });
    client.on(Events.Warn, (warning) => log.warn({ warning }, "discord.js warns"));
    client.on(Events.ShardReconnecting, () => {
      // It comes with each attempt, twice a second.
      if (!isAway) log.warn({}, "the connection to Discord was lost; reconnecting");
      isAway = true;
    });
    client.on(Events.ShardResume, isBack);
    client.on(Events.ShardReady, isBack);
    client.on(Events.ShardDisconnect, ({ code }) => {
      isRefused = wereIntentsRefused(code);
      if (!isRefused) lost.resolve(shutOut(code));
      // Before it is ready, whoever logs in sees to it.
      else if (client.isReady()) void goOnWithout(client, code);
    });
    client.rest.on("rateLimited", (facts) => {
      telemetry.count("restWait", { method: facts.method, route: routeName(facts.url), scope: facts.global ? "global" : "bucket" });
      log.warn({ route: facts.route, method: facts.method, waitMs: facts.timeToReset, global: facts.global }, "a request waits for Discord's rate limit");
    });
    return client;
  };

  const client = await logIn(terms, intents, makeClient);
  return {
    rest: client.rest,
    client,
    applicationId: client.application.id,
    lost: lost.promise,
    eachGuild(handle) {
      client.on(Events.GuildCreate, (guild) => handle(guild.id));
      for (const guildId of client.guilds.cache.keys()) handle(guildId);
    },
    eachGuildLeft(handle) {
      client.on(Events.GuildDelete, (guild) => handle(guild.id));
    },
    eachMemberMove(handle) {
      const move = ({ guild_id: guildId, user }: GatewayGuildMemberAddDispatchData | GatewayGuildMemberRemoveDispatchData): void => handle(guildId, user.id);
      client.ws.on(GatewayDispatchEvents.GuildMemberAdd, move);
      client.ws.on(GatewayDispatchEvents.GuildMemberRemove, move);
    },
    hearsMembers: () => intents.hearsMembers,
    send: async (guildId, payload) => gatewayOf(client).send(client.guilds.cache.get(guildId)?.shardId ?? 0, payload),
    isIn: (guildId) => client.guilds.cache.has(guildId),
    isDeleted(guildId, kind, id) {
      const guild = client.guilds.cache.get(guildId);
      return guild !== undefined && guild.available && !(kind === "role" ? guild.roles.cache : guild.channels.cache).has(id);
    },
    guildName: (guildId) => client.guilds.cache.get(guildId)?.name ?? null,
    mayMention(guildId, channelId, roleId) {
      const guild = client.guilds.cache.get(guildId);
      const channel = guild?.channels.cache.get(channelId);
      return guild?.roles.cache.get(roleId)?.mentionable === true || channel?.permissionsFor(client.user.id)?.has(PermissionFlagsBits.MentionEveryone) === true;
    },
    listen: (handle) => inbox.open(handle),
    async close() {
      client.ws.removeAllListeners(GatewayDispatchEvents.InteractionCreate);
      await Promise.race([inbox.settled(), new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())]);
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}

const clientOptions = (apiUrl: string, intents: number, telemetry: Telemetry, onGateway: (gateway: Gateway) => void): ClientOptions => ({
  intents,
  rest: { api: apiUrl, version: "10", makeRequest: withinGlobalLimit(measuredRequests(telemetry), (url, method) => telemetry.count("restWait", { method, route: routeName(url), scope: "global" })) },
  ws: {
    buildStrategy(gateway) {
      onGateway(gateway);
      return new SimpleShardingStrategy(gateway);
    },
  },
  // The bot reads what it needs from each interaction; a cache of members and messages would only grow.
  makeCache: Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    MessageManager: 0,
    GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id },
    UserManager: { maxSize: 1, keepOverLimit: (user) => user.id === user.client.user.id },
    ThreadManager: 0,
    ThreadMemberManager: 0,
    PresenceManager: 0,
    VoiceStateManager: 0,
    ReactionManager: 0,
  }),
});
