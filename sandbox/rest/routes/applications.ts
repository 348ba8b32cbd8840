import type { APIApplication, APIUser } from "discord-api-types/v10";
import type { FastifyInstance } from "fastify";
import { flagsOf, intentsOfFlags } from "../../world/application-flags.ts";
import type { Application, World } from "../../world/world.ts";
import { askingBot, type RestContext } from "../context.ts";
import { readProfile } from "../validation/application.ts";
import { readForm } from "../validation/form.ts";

/** Who the bot is, and where its gateway is. */
export function applicationRoutes(server: FastifyInstance, context: RestContext): void {
  const me = (application: Application) => applicationObject(context.world, application);
  server.get("/applications/@me", async (request) => me(askingBot(context, request)));
  server.patch("/applications/@me", async (request) => {
    const application = askingBot(context, request);
    const { flags, ...profile } = readForm(request.body, readProfile);
    application.profile = { ...application.profile, ...profile };
    if (flags !== undefined) application.privilegedIntents = intentsOfFlags(flags);
    return me(application);
  });
  server.get("/oauth2/applications/@me", async (request) => me(askingBot(context, request)));
  server.get("/gateway", async () => ({ url: context.gatewayUrl() }));
  server.get("/gateway/bot", async (request) => ({ url: context.gatewayUrl(), ...context.gateway.adviceFor(askingBot(context, request)) }));
}

/** More than the types know. */
interface OwnApplication extends APIApplication {
  readonly type: null;
  readonly explicit_content_filter: 0;
  readonly eligible_oauth2_scopes: readonly string[];
}

function applicationObject(world: World, application: Application): OwnApplication {
  const { id, name, botUserId, profile = {} } = application;
  const { custom_install_url, role_connections_verification_url, install_params, integration_types_config, tags } = profile;
  return {
    id,
    name,
    icon: null,
    description: profile.description ?? "",
    summary: "",
    bot_public: false,
    bot_require_code_grant: false,
    bot: world.user(botUserId),
    verify_key: "0".repeat(64),
    team: null,
    flags: flagsOf(application),
    flags_new: String(flagsOf(application)),
    approximate_guild_count: world.guilds.values().filter(({ members }) => members.has(botUserId)).toArray().length,
    integration_types_config: integration_types_config ?? { 0: {} },
    type: null,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: role_connections_verification_url ?? null,
    ...ownerOf(world),
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    ...(tags ? { tags } : {}),
    ...(custom_install_url ? { custom_install_url } : {}),
    ...(install_params ? { install_params } : {}),
  };
}

/** Whoever made it: the first of the people. */
function ownerOf(world: World): { owner?: APIUser } {
  const owner = world.users.values().find(({ bot }) => !bot);
  return owner ? { owner } : {};
}
