import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { changeCommand, commandsIn, contentOf, deleteCommand, getCommand, putCommand, replaceCommands } from "../../world/commands.ts";
import { DiscordError } from "../../world/discord-error.ts";
import type { Application } from "../../world/world.ts";
import { askingBot, type RestContext } from "../context.ts";
import { readCommand } from "../validation/command.ts";
import { readForm } from "../validation/form.ts";

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
    if (application.id !== applicationId) throw new DiscordError(Code.MissingAccess);
    if (guildId !== undefined && !world.guilds.has(guildId)) throw new DiscordError(Code.MissingAccess);
    return { application, guildId: guildId ?? null };
  };
  for (const base of ["/applications/:applicationId/commands", "/applications/:applicationId/guilds/:guildId/commands"]) {
    const one = `${base}/:commandId`;
    server.get(base, async (request) => {
      const { application, guildId } = target(request);
      return commandsIn(application, guildId);
    });
    server.post(base, async (request, reply) => {
      const { application, guildId } = target(request);
      const { command, isNew } = putCommand(world, application, guildId, readForm(request.body, readCommand));
      return reply.code(isNew ? 201 : 200).send(command);
    });
    server.put(base, async (request) => {
      const { application, guildId } = target(request);
      const contents = readForm(request.body, (form) => {
        const read = form.list({ max: 130 }).map((entry) => ({ entry, content: readCommand(entry) }));
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
      return changeCommand(world, application, command, readForm(merged, readCommand));
    });
    server.delete<{ Params: Params }>(one, async (request, reply) => {
      const { application, guildId } = target(request);
      deleteCommand(world, application, getCommand(application, guildId, request.params.commandId));
      return reply.code(204).send();
    });
  }
}
