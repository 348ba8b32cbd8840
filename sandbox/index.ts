import fastify from "fastify";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { z } from "zod";
import { Faults } from "./faults/faults.ts";
import { faultSettingsSchema } from "./faults/settings.ts";
import { Gateway } from "./gateway/gateway.ts";
import { DISCORD_SESSION_STARTS, type SessionStartLimits } from "./gateway/session-starts.ts";
import { type LimitSettings, OBSERVED_LIMITS } from "./limits/observed.ts";
import { RateLimits } from "./limits/rate-limits.ts";
import { Feeds } from "./page/feeds.ts";
import { isFromOwnSite } from "./page/own-site.ts";
import { registerPage } from "./page/register-page.ts";
import { TrafficFeed } from "./page/traffic-feed.ts";
import { registerAttachments } from "./rest/attachments.ts";
import { registerRest } from "./rest/register-rest.ts";
import { Traffic } from "./traffic/traffic.ts";
import { type Clock, systemClock } from "./world/clock.ts";
import { DEFAULT_TOKEN } from "./world/seed.ts";
import { buildWorld } from "./world-file/build.ts";
import { defaultWorld } from "./world-file/default-world.ts";
import type { WorldFile } from "./world-file/schema.ts";
import { settle } from "./world/interactions/start.ts";
import { type Application, type Rules, World } from "./world/world.ts";

export * from "./world/seed.ts";
export { readWorldFile, WorldFileError } from "./world-file/read.ts";
export { saveWorld } from "./world-file/save.ts";
export type { WorldFile } from "./world-file/schema.ts";
export type { LimitSettings, Quota, RouteQuota } from "./limits/observed.ts";
export { OBSERVED_LIMITS } from "./limits/observed.ts";
export { type Clock, systemClock } from "./world/clock.ts";
export { ManualClock } from "./world/manual-clock.ts";
export { DISCORD_SESSION_STARTS, type SessionStartLimits } from "./gateway/session-starts.ts";
export type { Faults } from "./faults/faults.ts";
export { type FaultSettings, type Latency, NO_FAULTS, type RestFailure } from "./faults/settings.ts";
export type { Traffic } from "./traffic/traffic.ts";
export type { GatewayFrame, RestCall, TrafficEntry } from "./traffic/entries.ts";

export interface SandboxOptions extends Partial<Rules> {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly host?: string;
  /** The token of the first application's bot, which also takes any that begins with `sandbox-`. */
  readonly token?: string;
  /** Who and what is there at first: The Gilded Anvil, if nothing is given. {@link readWorldFile} makes one of a YAML text. */
  readonly world?: WorldFile;
  /** Time for everything that Discord counts: ids, ages, limits, the 3 s for an answer. */
  readonly clock?: Clock;
  /** Time for heartbeats, which come over real sockets: the machine's, unless a test is about them. */
  readonly heartbeatClock?: Clock;
  /** What is not named is as {@link OBSERVED_LIMITS} has it. */
  readonly limits?: Partial<LimitSettings>;
  readonly heartbeatMs?: number;
  /** How often a bot may identify; what is not named is Discord's. Tests that start bots again and again set `everyMs` to 0. */
  readonly sessionStarts?: Partial<SessionStartLimits>;
  /** Which privileged gateway intents the applications have switched on, a bit field; without it all of them. */
  readonly privilegedIntents?: number;
  /** What goes wrong from the start; see {@link Sandbox.faults}. */
  readonly faults?: z.input<typeof faultSettingsSchema>;
  /** Chance, from 0 to 1, for latencies and faults: a test's repeats. */
  readonly random?: () => number;
}

export interface Sandbox {
  /** The page. */
  readonly url: string;
  /** For discord.js as `rest.api`. */
  readonly apiUrl: string;
  readonly gatewayUrl: string;
  readonly token: string;
  /** Of the first application in the world. */
  readonly applicationId: string;
  /** Of the first guild in the world. */
  readonly guildId: string;
  /** For tests that look behind the curtain. */
  readonly world: World;
  /** Everything that bots and the sandbox say to each other. */
  readonly traffic: Traffic;
  /** What was counted so far. */
  readonly limits: RateLimits;
  /** What goes wrong; change it at any time. */
  readonly faults: Faults;
  /** For tests that let the gateway misbehave. */
  readonly gateway: Pick<Gateway, "requestReconnect" | "requestHeartbeats" | "invalidateSessions" | "dropConnections">;
  /** Cuts the bots' gateway connections as a bad network does. */
  dropConnections(): void;
  close(): Promise<void>;
}

const DEFAULT_RULES: Rules = { answerWithinMs: 3000, tokenLivesMs: 15 * 60_000, oldMessageEditsPerHour: 30 };
const HEARTBEAT_MS = 41_250;

/** Starts a Discord of one's own on this machine, with The Gilded Anvil in it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = "127.0.0.1", clock = systemClock, limits: chosenLimits = {}, heartbeatMs = HEARTBEAT_MS, heartbeatClock = systemClock, faults: givenFaults = {}, random = Math.random, world: givenWorld = defaultWorld(), sessionStarts = {}, privilegedIntents } = options;
  const world = new World(clock, { ...DEFAULT_RULES, ...pickRules(options) });
  buildWorld(world, givenWorld);
  if (privilegedIntents !== undefined) for (const application of world.applications.values()) application.privilegedIntents = privilegedIntents;
  const traffic = new Traffic(world);
  const limits = new RateLimits({ ...OBSERVED_LIMITS, ...chosenLimits }, clock);
  const faults = new Faults(clock, random);
  faults.set(faultSettingsSchema.parse(givenFaults));
  const first = firstOf(world.applications.values(), "application");
  const token = options.token ?? first.token ?? DEFAULT_TOKEN;
  const applicationOfToken = (given: string): Application | null => {
    const known = world.applications.values().find((application) => application !== first && application.token === given);
    return known ?? (given === token || given.startsWith("sandbox-") ? first : null);
  };
  const gatewayUrl = () => `${world.origin.replace(/^http/, "ws")}/gateway`;
  const gateway = new Gateway(world, { heartbeatMs, heartbeatClock, resumeUrl: gatewayUrl, applicationOfToken, traffic, faults, sessionStarts: { ...DISCORD_SESSION_STARTS, ...sessionStarts } });
  const feeds = new Feeds(world);
  const trafficFeed = new TrafficFeed(traffic);

  const server = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 500 }, bodyLimit: 26 * 1024 * 1024 });
  await registerRest(server, { world, traffic, faults, limits, gateway, gatewayUrl, applicationOfToken });
  registerAttachments(server, world);
  await registerPage(server, { world, faults, gateway }, feeds, host);
  const sockets = new WebSocketServer({ noServer: true });
  server.server.on("upgrade", (request, socket, head) => upgrade(request, socket, head));
  await server.listen({ port, host });
  const address = server.server.address();
  if (typeof address !== "object" || address === null) throw new Error("the sandbox has no address");
  world.origin = `http://${host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "127.0.0.1" : host}:${address.port}`;

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Who is gone before the answer is sent wants none.
    socket.on("error", () => socket.destroy());
    const address = request.url ?? "";
    const { pathname, searchParams } = new URL(URL.canParse(address, "http://sandbox") ? address : "/", "http://sandbox");
    // Bots name no origin, browsers do: a site that somebody has open must not become a bot here.
    const mayBeBot = request.headers.origin === undefined || isFromOwnSite(request.headers, host);
    if (/^\/gateway\/?$/.test(pathname) && mayBeBot) return sockets.handleUpgrade(request, socket, head, (opened) => gateway.accept(opened, searchParams));
    if (pathname === "/sandbox/traffic" && isFromOwnSite(request.headers, host)) return sockets.handleUpgrade(request, socket, head, (opened) => trafficFeed.open(opened));
    const person = world.people.find(({ id }) => id === searchParams.get("person"));
    if (pathname !== "/sandbox/socket" || !person || !isFromOwnSite(request.headers, host)) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return undefined;
    }
    return sockets.handleUpgrade(request, socket, head, (opened) => feeds.open(opened, person));
  }

  return {
    url: world.origin,
    apiUrl: `${world.origin}/api`,
    gatewayUrl: gatewayUrl(),
    token,
    applicationId: first.id,
    guildId: firstOf(world.guilds.values(), "guild").id,
    world,
    traffic,
    limits,
    faults,
    gateway,
    dropConnections: () => gateway.dropConnections(),
    close: async () => {
      for (const interaction of world.interactions.values()) settle(interaction);
      gateway.close();
      feeds.close();
      trafficFeed.close();
      sockets.close();
      await server.close();
    },
  };
}

function firstOf<T>(all: Iterable<T>, what: string): T {
  for (const each of all) return each;
  throw new Error(`the world has no ${what}`);
}

function pickRules({ answerWithinMs, tokenLivesMs, oldMessageEditsPerHour }: SandboxOptions): Partial<Rules> {
  return {
    ...(answerWithinMs === undefined ? {} : { answerWithinMs }),
    ...(tokenLivesMs === undefined ? {} : { tokenLivesMs }),
    ...(oldMessageEditsPerHour === undefined ? {} : { oldMessageEditsPerHour }),
  };
}
