import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  PermissionFlagsBits as Bit,
} from "discord-api-types/v10";
import type { PageActions } from "../../protocol.ts";
import { type Channel, guildIdOf, isThread } from "../channel.ts";
import { ClientRefusal } from "../client-refusal.ts";
import { commandsIn, isForDirectMessages, isForGuilds } from "../commands.ts";
import { messageObject } from "../messages/message-object.ts";
import { isEphemeral } from "../messages/stored-message.ts";
import { has, permissionsIn } from "../permissions.ts";
import { isArchived, isLockedFor } from "../thread-locks.ts";
import type { Application, World } from "../world.ts";
import { fillOptions } from "./command-options.ts";
import type { InteractionRecord } from "./record.ts";
import { ResolvedData } from "./resolved.ts";
import { startInteraction } from "./start.ts";

type CommandBody = PageActions["command"]["body"];
type AutocompleteBody = PageActions["autocomplete"]["body"];

/** The commands that a person may use in a channel: right place, right permissions; a server's own goes before a global one. */
export function usableCommands(world: World, application: Application, personId: string, channel: Channel): APIApplicationCommand[] {
  // Source: topics/threads.mdx, "Locked Threads" and "Active & Archived Threads", in Discord's documentation.
  if (isArchived(channel) || isLockedFor(world, channel, personId)) return [];
  const guildId = guildIdOf(channel);
  const permissions = permissionsIn(world, personId, channel);
  const own = guildId === null ? [] : commandsIn(application, guildId);
  const global = commandsIn(application, null).filter(
    (command) =>
      (guildId === null ? isForDirectMessages(command) : isForGuilds(command)) && !own.some(({ name, type }) => name === command.name && type === command.type),
  );
  const isAdult = isAgeRestricted(world, channel);
  return [...own, ...global].filter((command) => (isAdult || !command.nsfw) && (guildId === null || mayUse(command, permissions)));
}

/** A thread is as its channel is; in direct messages nobody here has switched such commands on. */
function isAgeRestricted(world: World, channel: Channel): boolean {
  const place = isThread(channel) ? world.channels.get(channel.parent_id ?? "") : channel;
  return place !== undefined && "nsfw" in place && place.nsfw;
}

function mayUse({ default_member_permissions: wanted }: APIApplicationCommand, permissions: bigint): boolean {
  if (!has(permissions, Bit.UseApplicationCommands)) return false;
  if (wanted === null || has(permissions, Bit.Administrator)) return true;
  return wanted !== "0" && has(permissions, BigInt(wanted));
}

/** Runs a slash, user or message command as a person. */
export function runCommand(world: World, personId: string, channel: Channel, body: CommandBody): InteractionRecord {
  const application = world.application(body.applicationId);
  const type = body.commandType ?? ApplicationCommandType.ChatInput;
  const command = findCommand(world, application, personId, channel, body.name, type);
  const resolved = new ResolvedData(world, guildIdOf(channel), personId);
  const source = [command.name, ...(type === ApplicationCommandType.ChatInput ? (body.path ?? []) : [])].join(" ");
  const start = (data: object, isContextMenu: boolean) =>
    startInteraction(world, { kind: InteractionType.ApplicationCommand, application, personId, channel, source, data, isContextMenu });
  const common = dataOf(command);
  if (type === ApplicationCommandType.ChatInput) {
    const { defined, wrap } = followPath(command, body.path ?? []);
    const options = wrap(fillOptions(defined, body.options ?? {}, resolved, null));
    return start({ ...common, options, resolved: resolved.get() }, false);
  }
  const targetId = body.targetId ?? "";
  if (type === ApplicationCommandType.User) {
    if (!resolved.addUser(targetId)) throw new ClientRefusal("That person is not here.");
    return start({ ...common, target_id: targetId, resolved: resolved.get() }, true);
  }
  const target = world.messages.get(channel.id)?.get(targetId);
  // Discord's client offers no commands on what only one person sees.
  if (!target || isEphemeral(target)) throw new ClientRefusal("That message is gone.");
  return start({ ...common, target_id: targetId, resolved: { messages: { [targetId]: messageObject(world, target) } } }, true);
}

/** What every use of a command says of it. */
const dataOf = ({ id, name, type, guild_id }: APIApplicationCommand) => ({ id, name, type, ...(guild_id === undefined ? {} : { guild_id }) });

/** Asks the bot for choices; null when none came in time. */
export function askForChoices(world: World, personId: string, channel: Channel, body: AutocompleteBody): Promise<readonly APIApplicationCommandOptionChoice[] | null> {
  const application = world.application(body.applicationId);
  const command = findCommand(world, application, personId, channel, body.name, ApplicationCommandType.ChatInput);
  const { defined, wrap } = followPath(command, body.path ?? []);
  const resolved = new ResolvedData(world, guildIdOf(channel), personId);
  const options = wrap(fillOptions(defined, body.options, resolved, body.focused));
  const data = { ...dataOf(command), options, resolved: resolved.get() };
  const choiceType = defined.find(({ name }) => name === body.focused)?.type ?? ApplicationCommandOptionType.String;
  return new Promise((resolve) => {
    startInteraction(world, { kind: InteractionType.ApplicationCommandAutocomplete, application, personId, channel, source: command.name, data, choiceType, onChoices: resolve });
  });
}

function findCommand(world: World, application: Application, personId: string, channel: Channel, name: string, type: ApplicationCommandType): APIApplicationCommand {
  const command = usableCommands(world, application, personId, channel).find((each) => each.name === name && each.type === type);
  if (!command) throw new ClientRefusal(`There is no command "${name}" that you may use here.`);
  return command;
}

interface Leaf {
  readonly defined: readonly APIApplicationCommandBasicOption[];
  /** Puts filled options back under their subcommand and group. */
  readonly wrap: (filled: readonly object[]) => readonly object[];
}

const atTheTop: Leaf["wrap"] = (filled) => filled;

function followPath(command: APIApplicationCommand, path: readonly string[]): Leaf {
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  let wrap = atTheTop;
  for (const name of path) {
    const next = options.find((option) => option.name === name && isBranch(option));
    if (!next || !isBranch(next)) throw new ClientRefusal(`There is no subcommand "${name}".`);
    const outer = wrap;
    wrap = (filled) => outer([{ name: next.name, type: next.type, options: filled }]);
    options = next.options ?? [];
  }
  const defined = options.filter((option): option is APIApplicationCommandBasicOption => !isBranch(option));
  if (defined.length < options.length) throw new ClientRefusal("Choose one of its subcommands.");
  return { defined, wrap };
}

function isBranch(option: APIApplicationCommandOption) {
  return option.type === ApplicationCommandOptionType.Subcommand || option.type === ApplicationCommandOptionType.SubcommandGroup;
}
