import { type APIApplication, ApplicationFlags } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import type { Application, World } from "../../world/world.ts";
import { askingBot, type RestContext } from "../context.ts";

/** Sessions a bot may start in a day. Source: events/gateway.mdx in Discord's documentation. */
const SESSIONS_A_DAY = 1000;

/** Who the bot is, and where its gateway is. */
export function applicationRoutes(server: FastifyInstance, context: RestContext): void {
  const me = (application: Application) => applicationObject(context.world, application);
  server.get("/applications/@me", async (request) => me(askingBot(context, request)));
  server.get("/oauth2/applications/@me", async (request) => me(askingBot(context, request)));
  server.get("/gateway", async () => ({ url: context.gatewayUrl() }));
  server.get("/gateway/bot", async () => ({
    url: context.gatewayUrl(),
    shards: 1,
    session_start_limit: { total: SESSIONS_A_DAY, remaining: SESSIONS_A_DAY, reset_after: 0, max_concurrency: 1 },
  }));
}

function applicationObject(world: World, { id, name, botUserId }: Application): APIApplication {
  return {
    id,
    name,
    icon: null,
    description: "",
    summary: "",
    bot_public: false,
    bot_require_code_grant: false,
    bot: world.user(botUserId),
    verify_key: "0".repeat(64),
    team: null,
    flags: ApplicationFlags.GatewayGuildMembersLimited | ApplicationFlags.GatewayMessageContentLimited,
    flags_new: String(ApplicationFlags.GatewayGuildMembersLimited | ApplicationFlags.GatewayMessageContentLimited),
    approximate_guild_count: world.guilds.size,
    integration_types_config: { 0: {} },
  };
}
