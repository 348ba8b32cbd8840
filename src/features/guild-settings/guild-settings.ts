import { defaultOptions, type OptionValues } from "./options.ts";

/** Where a flow is shown. */
export type Surface = OptionValues["surface"];

export interface GuildRoles {
  readonly officer: readonly string[];
  readonly member: readonly string[];
  readonly core: readonly string[];
  /** Role ids by profession id. */
  readonly professions: Readonly<Record<string, readonly string[]>>;
}

/** How one guild has set up its desk: role, channel and pack ids. Empty lists and null mean "not set". */
export interface GuildSettings extends OptionValues {
  readonly guildId: string;
  readonly roles: GuildRoles;
  readonly panelChannelId: string | null;
  readonly boardChannelId: string | null;
  /** The packs in use; null: every one that is loaded. */
  readonly packs: readonly string[] | null;
}

export const unsetSettings = (guildId: string): GuildSettings => ({
  guildId,
  roles: { officer: [], member: [], core: [], professions: {} },
  panelChannelId: null,
  boardChannelId: null,
  packs: null,
  ...defaultOptions(),
});

/** How many roles one answer may have; a select gives at most 25, and a sentence must hold them. */
export const ROLE_LIMIT = 10;

/** Why a setting is not changed. */
export type SettingsRefusal =
  | "not-an-officer"
  | "bad-role"
  | "everyone-role"
  | "too-many-roles"
  | "bad-channel"
  | "unknown-profession"
  | "unknown-pack"
  | "no-pack"
  | "no-panel-channel"
  | "bad-option";
