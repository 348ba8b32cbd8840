import type { GuildSettings } from "./guild-settings.ts";

/** One answer of a guild's own that changed. */
export interface SettingChange {
  /** Such as `roles.officer`, `roles.professions.tailoring`, `channels.panel`, `packs`. */
  readonly key: string;
  /** The guild's own answer as JSON; null when it had or has none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** An officer changed how the guild's desk is set up; told in the transaction that wrote it. */
export interface SettingsChanged {
  readonly guildId: string;
  readonly actorId: string;
  /** What held before and what holds from now on, all layers together. */
  readonly before: GuildSettings;
  readonly after: GuildSettings;
  readonly changes: readonly SettingChange[];
}

declare module "../contract.ts" {
  interface DomainEvents {
    "guild.settings-changed": SettingsChanged;
  }
}
