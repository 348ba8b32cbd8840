import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import type { DeliveryFailure } from "../contract.ts";
import type { Section } from "./custom-ids.ts";
import type { SettingsRefusal } from "./guild-settings.ts";
import type { ChannelKind, RoleKind, Source } from "./layers.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** The settings room's sentences. */
export const settingsTexts = defineTexts("guild-settings", {
  commandDescription: "Set up the crafting desk: roles, professions, channels, packs (officers)",

  overview: "Overview",
  roles: "Roles",
  professions: "Professions",
  channels: "Channels",
  packs: "Packs",

  overviewTitle: "Your guild's crafting desk",
  guide: "**Ready in two minutes**",
  ready: "**Everything is set. Your desk is open.**",
  guideOfficer: "Officer role",
  guideProfessions: "Profession roles ({{set}} of {{count}})",
  guidePanel: "Panel channel",
  guideBoard: "Board channel",
  failedNoAccess: "I may not write there. Give me View Channel and Send Messages in it",
  failedGone: "Discord says that the channel is gone",
  failedRejected: "Discord did not accept it. Whoever hosts this bot finds the reason in its log",
  failedTooOften: "Discord could not be reached for too long",
  answers: "**What holds now, and who says so**",
  more_one: "… and {{count}} more",
  more_other: "… and {{count}} more",
  reset: "Reset",

  officer: "Officers",
  member: "Members",
  core: "Core members",
  panel: "Panel",
  board: "Board",
  officerAbout: "**{{who}}** assign, deny and reopen requests, and change these settings; who may manage the server always can.",
  memberAbout: "**{{who}}** may request crafts. Without a role here, everyone may.",
  coreAbout: "**{{who}}** may ask the guild to bring some or all materials. Without a role here, everyone may.",
  panelAbout: "**{{what}}**: the message with the four buttons, for everybody.",
  boardAbout: "**{{what}}**: a card for each request, which crafters claim right there. A card of what is over stays, and says how it ended.",
  officerUnset: "who may manage the server",
  everyone: "everyone",
  officersOnly: "officers only",
  noPanel: "no panel; `/panel` posts one where you are",
  noBoard: "no board",
  everyPack: "every pack that is loaded",

  fromGuild: "set here",
  fromDeployment: "from guildsmith.yaml",
  fromUnset: "not set",

  rolesTitle: "Who is who",
  rolesHint: "Choosing saves at once. Officers may do all that crafters may, and crafters all that members may.",
  rolesSelect: "{{who}}: choose up to 10 roles",
  professionsTitle: "Who crafts what",
  professionsHint: "Who has a profession's role sees and claims its requests. Choosing saves at once.",
  noProfessions: "The packs in use have no professions. Choose packs first.",
  page: "Page {{page}} of {{pages}}",
  previous: "Previous",
  next: "Next",
  channelsTitle: "Where the desk stands",
  channelsHint: "Choosing saves at once. I need View Channel and Send Messages there.",
  channelSelect: "{{what}}: choose a text channel",
  clearPanel: "No panel",
  clearBoard: "No board",
  postPanel: "Post the panel now",
  packsTitle: "What can be crafted",
  packsHint: "A pack is a game's professions and recipes. Choosing saves at once.",
  packsSelect: "Choose the packs in use",
  allPacks: "Use every pack",
  noPacks: "No pack is loaded. Whoever hosts this bot can add some.",

  savedRoles: "Saved. {{who}}: {{roles}}.",
  savedChannel: "Saved. {{what}}: {{channel}}.",
  savedPacks: "Saved. Packs in use: {{packs}}.",
  panelOnItsWay: "The panel is on its way to {{channel}}.",
  didReset: "Everything that was set here is forgotten.",

  resetTitle: "Forget everything that was set here?",
  resetToFile: "The operator's guildsmith.yaml then answers, and where it says nothing, nothing is set. Requests and characters stay.",
  resetToNothing: "Nothing is set then: officers are those who may manage the server. Requests and characters stay.",
  resetNow: "Forget and reset",
  keep: "Keep everything",

  notOfficer: "Only officers change the settings. Ask somebody with {{roles}}.",
  notOfficerUnset: "Only officers change the settings. Ask somebody who may manage this server.",
  badRole: "That is not a role of this server. Choose one from the list.",
  everyoneRole: "Discord lists @everyone for nobody, so it cannot stand for a role here. Leave members or core members empty to mean everyone.",
  tooManyRoles: "10 roles are the most. Choose fewer, or give those people one role in common.",
  badChannel: "That is not a channel of this server. Choose one from the list.",
  unknownProfession: "The packs in use do not have that profession any more. Here are those that they have.",
  unknownPack: "That pack is not loaded any more. Here are those that are.",
  noPack: "Without a pack nothing can be requested. Choose at least one, or use every pack.",
  badOption: "That value is not possible there. Nothing was changed.",
  noPanelChannel: "No panel channel is set any more. Choose one first.",
}, { de, fr, "es-ES": es, "pt-BR": pt });

type Key = TextKey<typeof settingsTexts.en>;
export type Say = Translate<Key>;

export const refusalKeys: Record<SettingsRefusal, Key> = {
  "not-an-officer": "notOfficerUnset",
  "bad-role": "badRole",
  "everyone-role": "everyoneRole",
  "too-many-roles": "tooManyRoles",
  "bad-channel": "badChannel",
  "unknown-profession": "unknownProfession",
  "unknown-pack": "unknownPack",
  "no-pack": "noPack",
  "no-panel-channel": "noPanelChannel",
  "bad-option": "badOption",
};

/** Why something does not arrive in its channel. */
export const failureKeys: Record<DeliveryFailure, Key> = {
  "no-access": "failedNoAccess",
  gone: "failedGone",
  rejected: "failedRejected",
  "too-many-attempts": "failedTooOften",
  // It is said of people; should Discord say it of a channel, it is about access.
  "closed-dm": "failedNoAccess",
};

export const sourceKeys: Record<Source, Key> = { guild: "fromGuild", deployment: "fromDeployment", unset: "fromUnset" };
export const sectionKeys: Record<Section, Key> = { overview: "overview", roles: "roles", professions: "professions", channels: "channels", packs: "packs" };
export const roleKeys: Record<RoleKind, { readonly about: Key; readonly unset: Key }> = {
  officer: { about: "officerAbout", unset: "officerUnset" },
  member: { about: "memberAbout", unset: "everyone" },
  core: { about: "coreAbout", unset: "everyone" },
};
export const channelKeys: Record<ChannelKind, { readonly about: Key; readonly unset: Key; readonly clear: Key }> = {
  panel: { about: "panelAbout", unset: "noPanel", clear: "clearPanel" },
  board: { about: "boardAbout", unset: "noBoard", clear: "clearBoard" },
};
