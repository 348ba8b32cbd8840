import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandSubcommandGroupOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";

type KeyOf<T> = T extends unknown ? keyof T : never;
/** What each field means where it is absent. Typed by all fields there are, so that a new one cannot be forgotten. */
type Defaults<T, Besides extends string = never> = Readonly<Record<Exclude<KeyOf<T>, Besides>, unknown>>;

/** `dm_permission` is read as contexts; `default_permission` is the permissions' form of 2021; nobody here makes an entry point. */
const COMMAND: Defaults<RESTPostAPIApplicationCommandsJSONBody, "dm_permission" | "default_permission" | "handler"> = {
  type: 1,
  name: "",
  name_localizations: {},
  description: "",
  description_localizations: {},
  options: [],
  default_member_permissions: null,
  nsfw: false,
  contexts: [0, 1, 2],
  integration_types: [0],
};

const OPTION: Defaults<APIApplicationCommandBasicOption | APIApplicationCommandSubcommandOption | APIApplicationCommandSubcommandGroupOption> = {
  type: null,
  name: "",
  name_localizations: {},
  description: "",
  description_localizations: {},
  required: false,
  autocomplete: false,
  choices: [],
  options: [],
  channel_types: [],
  file_types: [],
  min_value: null,
  max_value: null,
  min_length: null,
  max_length: null,
};

const CHOICE: Defaults<APIApplicationCommandOptionChoice> = { name: "", name_localizations: {}, value: null };

/**
 * What a command says, with every field that a bot may set, in one form: what we send and what Discord
 * answers are equal in it when nothing has to be registered. Discord adds fields of its own (ids, versions)
 * and leaves out, or gives, what is at its default (interactions/application-commands.mdx in its documentation).
 */
export function commandContent(command: RESTPostAPIApplicationCommandsJSONBody | APIApplicationCommand): unknown {
  const { options, ...rest } = filled(COMMAND, command);
  const isForGuildsOnly = command.dm_permission === false && (command.contexts ?? null) === null;
  return {
    ...rest,
    options: list(options).map(optionContent),
    contexts: asSet(isForGuildsOnly ? [0] : rest["contexts"]),
    integration_types: asSet(rest["integration_types"]),
  };
}

function optionContent(option: unknown): unknown {
  const { options, choices, channel_types, file_types, ...rest } = filled(OPTION, option);
  return { ...rest, options: list(options).map(optionContent), choices: list(choices).map((choice) => filled(CHOICE, choice)), channel_types: asSet(channel_types), file_types: asSet(file_types) };
}

/** The fields of `defaults`, each from `value` or as it is by default. */
function filled(defaults: Readonly<Record<string, unknown>>, value: unknown): Readonly<Record<string, unknown>> {
  const given = new Map(Object.entries(value ?? {}));
  return Object.fromEntries(Object.entries(defaults).map(([key, otherwise]) => [key, given.get(key) ?? otherwise]));
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const asSet = (value: unknown): ReadonlySet<unknown> => new Set(list(value));
