import { defineCustomId, int, oneOf, text } from "../../kernel/custom-id.ts";
import { OPTION_GROUPS, type OptionGroup } from "./option-groups.ts";
import { OPTION_KEYS, type OptionKey } from "./options.ts";
import { CHANNEL_KINDS, type ChannelKind, ROLE_KINDS, type RoleKind } from "./layers.ts";

export const SECTIONS = ["overview", "roles", "professions", "channels", "packs", "options"] as const;
export type Section = (typeof SECTIONS)[number];

export const sectionButton = defineCustomId<{ section: Section }>("settings.section", 1, { section: oneOf(...SECTIONS) });
/** Page of the professions, from 0. */
export const professionsButton = defineCustomId<{ page: number }>("settings.professions", 1, { page: int });

export const rolesSelect = defineCustomId<{ kind: RoleKind }>("settings.roles", 1, { kind: oneOf(...ROLE_KINDS) });
/** `page`: where its select stands. */
export const professionSelect = defineCustomId<{ page: number; professionId: string }>("settings.profession", 1, { page: int, professionId: text });
export const channelSelect = defineCustomId<{ kind: ChannelKind }>("settings.channel", 1, { kind: oneOf(...CHANNEL_KINDS) });
export const clearChannelButton = defineCustomId<{ kind: ChannelKind }>("settings.clear-channel", 1, { kind: oneOf(...CHANNEL_KINDS) });
export const postPanelButton = defineCustomId<Record<string, never>>("settings.post-panel", 1, {});
/** `part`: which 25 of the loaded packs it offers, from 0. */
export const packsSelect = defineCustomId<{ part: number }>("settings.packs", 1, { part: int });
export const allPacksButton = defineCustomId<Record<string, never>>("settings.all-packs", 1, {});
export const groupSelect = defineCustomId<Record<string, never>>("settings.group", 1, {});
/** Its value is the option to change. */
export const optionSelect = defineCustomId<{ group: OptionGroup }>("settings.option", 1, { group: oneOf(...OPTION_GROUPS) });
/** Its value is the option that is to be as by default. */
export const clearOptionSelect = defineCustomId<{ group: OptionGroup }>("settings.clear-option", 1, { group: oneOf(...OPTION_GROUPS) });
export const optionModal = defineCustomId<{ key: OptionKey }>("settings.option", 1, { key: oneOf(...OPTION_KEYS) });
export const askResetButton = defineCustomId<Record<string, never>>("settings.ask-reset", 1, {});
export const resetButton = defineCustomId<Record<string, never>>("settings.reset", 1, {});
