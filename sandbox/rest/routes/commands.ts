import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { changeCommand, commandsIn, contentOf, deleteCommand, getCommand, putCommand, replaceCommands } from "../../world/commands.ts";
import { DiscordError } from "../../world/discord-error.ts";
import { askedLocale, localizedCommand } from "../../world/localized-command.ts";
import type { Application } from "../../world/world.ts";
import { askingBot, type RestContext } from "../context.ts";
import { readCommand } from "../validation/command.ts";
import { readForm } from "../validation/form.ts";
import { isTrue } from "../validation/query.ts";

interface Params {
  applicationId: string;
  guildId?: string;
  commandId: string;
}

/** Application commands, global and of one guild: the same routes under two addresses. */
export function commandRoutes(server: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const target = (request: FastifyRequest): { application: Application; guildId: string | null } => {
    const { applicationId, guildId } = request.params as Params;
    const application = askingBot(context, request);
    if (application.id !== applicationId) throw new DiscordError(Code.NotAuthorizedToPerformThisActionOnThisApplication);
    if (guildId !== undefined && !world.guilds.get(guildId)?.members.has(application.botUserId)) throw new DiscordError(Code.MissingAccess);
    return { application, guildId: guildId ?? null };
  };
  for (const base of ["/applications/:applicationId/commands", "/applications/:applicationId/guilds/:guildId/commands"]) {
    const one = `${base}/:commandId`;
    server.get(base, async (request) => {
      const { application, guildId } = target(request);
      const { with_localizations: whole } = request.query as { with_localizations?: string };
      const commands = commandsIn(application, guildId);
      return isTrue(whole) ? commands : commands.map((command) => localizedCommand(command, askedLocale(request.headers)));
    });
    server.post(base, async (request, reply) => {
      const { application, guildId } = target(request);
      const { command, isNew } = putCommand(world, application, guildId, readForm(request.body, (form) => readCommand(form, { application, guildId })));
      return reply.code(isNew ? 201 : 200).send(command);
    });
    server.put(base, async (request) => {
      const { application, guildId } = target(request);
      const contents = readForm(request.body, (form) => {
        const read = form.list({ max: 130 }).map((entry) => ({ entry, content: { ...readCommand(entry, { application, guildId }), id: entry.get("id").snowflake() } }));
        const seen = new Set<string>();
        for (const { entry, content } of read) {
          const key = `${content.type}:${content.name}`;
          if (seen.has(key)) entry.refuse("APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
          seen.add(key);
        }
        return read.map(({ content }) => content);
      });
      return replaceCommands(world, application, guildId, contents);
    });
    server.get<{ Params: Params }>(one, async (request) => {
      const { application, guildId } = target(request);
      return getCommand(application, guildId, request.params.commandId);
    });
    server.patch<{ Params: Params }>(one, async (request) => {
      const { application, guildId } = target(request);
      const command = getCommand(application, guildId, request.params.commandId);
      const { dm_permission: _, ...before } = contentOf(command);
      const merged = { ...before, ...(request.body as object), type: command.type };
      return changeCommand(world, application, command, readForm(merged, (form) => readCommand(form, { application, guildId })));
    });
    server.delete<{ Params: Params }>(one, async (request, reply) => {
      const { application, guildId } = target(request);
      deleteCommand(world, application, getCommand(application, guildId, request.params.commandId));
      return reply.code(204).send();
    });
  }
  permissionRoutes(server, target);
}

/** Who may use a command in a guild is changed by people in Discord's client; here nobody has, and a bot may not. */
function permissionRoutes(server: FastifyInstance, target: (request: FastifyRequest) => { application: Application; guildId: string | null }): void {
  const base = "/applications/:applicationId/guilds/:guildId/commands";
  server.get(`${base}/permissions`, async (request) => {
    target(request);
    return [];
  });
  server.get<{ Params: Params }>(`${base}/:commandId/permissions`, async (request) => {
    const { application, guildId } = target(request);
    const command = application.commands.get(request.params.commandId);
    if (!command || (command.guild_id !== undefined && command.guild_id !== guildId)) throw new DiscordError(Code.UnknownApplicationCommand);
    throw new DiscordError(Code.UnknownApplicationCommandPermissions);
  });
  server.put(`${base}/:commandId/permissions`, async (request) => {
    target(request);
    throw new DiscordError(Code.BotsCannotUseThisEndpoint);
  });
}
