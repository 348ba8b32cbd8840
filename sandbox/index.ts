import fastify from "fastify";
import { Faults } from "./faults/faults.ts";
import { faultSettingsSchema } from "./faults/settings.ts";
import { Gateway } from "./gateway/gateway.ts";
import { acceptSockets } from "./accept-sockets.ts";
import { DISCORD_SESSION_STARTS } from "./gateway/session-starts.ts";
import { OBSERVED_LIMITS } from "./limits/observed.ts";
import { rulesOf, type SandboxOptions } from "./options.ts";
import { RateLimits } from "./limits/rate-limits.ts";
import { Feeds } from "./page/feeds.ts";
import { registerPage } from "./page/register-page.ts";
import { TrafficFeed } from "./page/traffic-feed.ts";
import { registerAttachments } from "./rest/attachments.ts";
import { REQUEST_SIZE_LIMIT } from "./rest/body.ts";
import { registerRest } from "./rest/register-rest.ts";
import { Traffic } from "./traffic/traffic.ts";
import { tellWatchers } from "./traffic/watchers.ts";
import { carryCommands } from "./world/carry-commands.ts";
import { systemClock } from "./world/clock.ts";
import { DEFAULT_TOKEN } from "./world/seed.ts";
import { buildWorld } from "./world-file/build.ts";
import { defaultWorld } from "./world-file/default-world.ts";
import type { WorldFile } from "./world-file/schema.ts";
import { failInteraction, settle } from "./world/interactions/start.ts";
import { type Application, World } from "./world/world.ts";

export type { SandboxOptions } from "./options.ts";
export * from "./world/seed.ts";
export { NO_LIMITS } from "./limits/settings.ts";
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

/** Disposing of it closes it: `await using sandbox = await startSandbox()`. */
export interface Sandbox extends AsyncDisposable {
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
  /** Begins anew with another world: bots must identify again, pages load themselves again. An application with the same id keeps its commands. */
  loadWorld(file: WorldFile): void;
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

const HEARTBEAT_MS = 41_250;

/** Starts a Discord of one's own on this machine, with The Gilded Anvil in it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = "127.0.0.1", clock = systemClock, limits: chosenLimits = {}, heartbeatMs = HEARTBEAT_MS, heartbeatClock = systemClock, faults: givenFaults = {}, random = Math.random, world: givenWorld = defaultWorld(), sessionStarts = {}, privilegedIntents } = options;
  const world = new World(clock, rulesOf(options));
  const fill = (file: WorldFile) => {
    buildWorld(world, file);
    if (privilegedIntents !== undefined) for (const application of world.applications.values()) application.privilegedIntents = privilegedIntents;
  };
  fill(givenWorld);
  const traffic = new Traffic(world);
  tellWatchers(traffic);
  const limits = new RateLimits({ ...OBSERVED_LIMITS, ...chosenLimits }, clock);
  const faults = new Faults(world, random);
  faults.set(faultSettingsSchema.parse(givenFaults));
  const first = () => firstOf(world.applications.values(), "application");
  const token = () => options.token ?? first().token ?? DEFAULT_TOKEN;
  const applicationOfToken = (given: string): Application | null => {
    const known = world.applications.values().find((application) => application !== first() && application.token === given);
    return known ?? (given === token() || given.startsWith("sandbox-") ? first() : null);
  };
  const gatewayUrl = () => `${world.origin.replace(/^http/, "ws")}/gateway`;
  const gateway = new Gateway(world, { heartbeatMs, heartbeatClock, resumeUrl: gatewayUrl, applicationOfToken, traffic, faults, sessionStarts: { ...DISCORD_SESSION_STARTS, ...sessionStarts } });
  const feeds = new Feeds(world, faults);
  const trafficFeed = new TrafficFeed(traffic, world);

  const server = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 500 }, bodyLimit: REQUEST_SIZE_LIMIT });
  await registerRest(server, { world, traffic, faults, limits, gateway, gatewayUrl, applicationOfToken }, host);
  registerAttachments(server, world);
  const loadWorld = (file: WorldFile) => {
    // Who waits for an answer hears that none comes.
    for (const interaction of world.interactions.values()) failInteraction(world, interaction);
    gateway.invalidateSessions(false);
    const before = [...world.applications.values()];
    world.clear();
    fill(file);
    carryCommands(world, before);
    feeds.restart();
  };
  await registerPage(server, { world, faults, gateway, loadWorld }, feeds, host);
  const sockets = acceptSockets(server.server, { world, gateway, feeds, trafficFeed, host });
  await server.listen({ port, host });
  const address = server.server.address();
  if (typeof address !== "object" || address === null) throw new Error("the sandbox has no address");
  world.origin = `http://${host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "127.0.0.1" : host}:${address.port}`;

  const close = async (): Promise<void> => {
    for (const interaction of world.interactions.values()) settle(interaction);
    gateway.close();
    feeds.close();
    trafficFeed.close();
    sockets.close();
    await server.close();
  };
  return {
    url: world.origin,
    apiUrl: `${world.origin}/api`,
    gatewayUrl: gatewayUrl(),
    get token() {
      return token();
    },
    get applicationId() {
      return first().id;
    },
    get guildId() {
      return firstOf(world.guilds.values(), "guild").id;
    },
    world,
    loadWorld,
    traffic,
    limits,
    faults,
    gateway,
    dropConnections: () => gateway.dropConnections(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function firstOf<T>(all: Iterable<T>, what: string): T {
  for (const each of all) return each;
  throw new Error(`the world has no ${what}`);
}
