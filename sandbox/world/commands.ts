import { type APIApplicationCommand, ApplicationCommandType, ApplicationIntegrationType, RESTJSONErrorCodes as Code, InteractionContextType } from "discord-api-types/v10";
import { isDeepStrictEqual } from "node:util";
import { countCreates } from "./command-creates.ts";
import { DiscordError } from "./discord-error.ts";
import type { Application, World } from "./world.ts";

/** What a bot says of a command; ids and the version are Discord's. */
export type CommandContent = Omit<APIApplicationCommand, "id" | "application_id" | "version" | "guild_id">;

/** How many there may be, global or in one guild. Source: interactions/application-commands.mdx in Discord's documentation. */
const LIMITS: Partial<Record<ApplicationCommandType, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

export const commandsIn = (application: Application, guildId: string | null): APIApplicationCommand[] =>
  application.commands.values().filter((command) => (command.guild_id ?? null) === guildId).toArray();

export function getCommand(application: Application, guildId: string | null, commandId: string): APIApplicationCommand {
  const command = application.commands.get(commandId);
  if (!command || (command.guild_id ?? null) !== guildId) throw new DiscordError(Code.UnknownApplicationCommand);
  return command;
}

/** Adds a command, or overwrites the one of the same type and name. `isNew` tells which. */
export function putCommand(world: World, application: Application, guildId: string | null, content: CommandContent): { command: APIApplicationCommand; isNew: boolean } {
  const before = sameAs(content, commandsIn(application, guildId));
  if (!before) refuseTooMany([...commandsIn(application, guildId), content]);
  countCreates(world, application, guildId, before ? 0 : 1);
  const command = store(world, application, guildId, content, before);
  changed(world, application);
  return { command, isNew: !before };
}

/** Throws 40041 when another command of the type has the new name. */
export function changeCommand(world: World, application: Application, before: APIApplicationCommand, content: CommandContent): APIApplicationCommand {
  const guildId = before.guild_id ?? null;
  const other = sameAs(content, commandsIn(application, guildId));
  if (other && other.id !== before.id) throw new DiscordError(Code.ApplicationCommandWithThatNameAlreadyExists);
  const command = store(world, application, guildId, content, before);
  changed(world, application);
  return command;
}

/** Makes these the only commands there are. One that names the id of a command there was takes its place, also under a new name. */
export function replaceCommands(world: World, application: Application, guildId: string | null, contents: readonly (CommandContent & { readonly id?: string | undefined })[]): APIApplicationCommand[] {
  refuseTooMany(contents);
  const there = commandsIn(application, guildId);
  const pairs = contents.map(({ id, ...content }) => ({ content, before: there.find((command) => command.id === id && command.type === content.type) ?? sameAs(content, there) }));
  countCreates(world, application, guildId, pairs.filter(({ before }) => !before).length);
  for (const { id } of there) application.commands.delete(id);
  const after = pairs.map(({ content, before }) => store(world, application, guildId, content, before));
  changed(world, application);
  return after;
}

export function deleteCommand(world: World, application: Application, command: APIApplicationCommand): void {
  application.commands.delete(command.id);
  changed(world, application);
}

const sameAs = (content: CommandContent, commands: readonly APIApplicationCommand[]) => commands.find(({ type, name }) => type === content.type && name === content.name);

function refuseTooMany(contents: readonly CommandContent[]): void {
  const counts = Map.groupBy(contents, ({ type }) => type);
  for (const [type, { length }] of counts) if (length > (LIMITS[type] ?? 1)) throw new DiscordError(Code.MaximumNumberOfApplicationCommandsReached);
}

function store(world: World, application: Application, guildId: string | null, content: CommandContent, before: APIApplicationCommand | undefined): APIApplicationCommand {
  const key = `${guildId ?? "global"}:${content.type}:${content.name}`;
  const id = before?.id ?? application.commandIds.get(key) ?? world.ids.next();
  application.commandIds.set(key, id);
  // Where it may be used is a question of global commands only.
  const contexts = guildId === null ? (content.contexts ?? null) : null;
  const whole: CommandContent = {
    ...content,
    contexts,
    integration_types: guildId === null ? (content.integration_types ?? [ApplicationIntegrationType.GuildInstall]) : [ApplicationIntegrationType.GuildInstall],
    ...(guildId === null ? { dm_permission: isForDirectMessages({ contexts }) } : {}),
  };
  const command: APIApplicationCommand = {
    ...whole,
    id,
    application_id: application.id,
    version: before && isDeepStrictEqual(contentOf(before), whole) ? before.version : world.ids.next(),
    ...(guildId === null ? {} : { guild_id: guildId }),
  };
  application.commands.set(id, command);
  return command;
}

export function contentOf({ id: _id, application_id: _application, version: _version, guild_id: _guild, ...content }: APIApplicationCommand): CommandContent {
  return content;
}

/** May it be used in a direct message with the bot? */
export function isForDirectMessages({ contexts }: Pick<APIApplicationCommand, "contexts">): boolean {
  return contexts === null || contexts === undefined || contexts.includes(InteractionContextType.BotDM);
}

export const isForGuilds = ({ contexts }: Pick<APIApplicationCommand, "contexts">): boolean =>
  contexts === null || contexts === undefined || contexts.includes(InteractionContextType.Guild);

function changed(world: World, application: Application): void {
  world.events.emit({ type: "commands-changed", applicationId: application.id });
}
