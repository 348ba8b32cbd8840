import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import type { DeliveryFailure } from "../contract.ts";
import type { PanelAction } from "./custom-ids.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** The panel room's sentences. */
export const panelTexts = defineTexts("panel", {
  commandDescription: "Post the desk's panel: create, manage and see requests, characters (officers)",
  whereDescription: "Where it stands; the panel channel of /settings when there is one, else this channel",
  whereHere: "This channel",
  whereConfigured: "The panel channel of /settings",

  title: "The crafting desk",
  howRequest: "**Need something crafted?** Say what and who brings the materials. Our crafters see it at once, and you get a message when it is taken and when it is done.",
  howCraft: "**Do you craft?** Your queue is under *Manage requests*: claim, start, complete.",
  create: "Create request",
  manage: "Manage requests",
  mine: "My requests",
  characters: "Characters",

  posting: "The panel is on its way to {{channel}}.",
  refreshing: "The panel in {{channel}} is refreshed; if somebody deleted it, a new one is on its way.",
  setHint: "Choose this channel in `/settings`, too: the panel then comes back by itself if it is ever deleted.",
  lastFailed: "Last time it did not arrive: {{why}}",
  noAccess: "I may not write there. Give me View Channel and Send Messages in it.",
  channelGone: "Discord says that the channel is gone.",
  rejected: "Discord did not accept it. Whoever hosts this bot finds the reason in its log.",
  tooManyAttempts: "Discord could not be reached for too long.",

  notOfficer: "Only officers post the panel. Ask one of them, or somebody who may manage this server.",
  noChannel: "No panel channel is set. Choose one in `/settings`, or post the panel in this channel.",
}, { de, fr, "es-ES": es, "pt-BR": pt });

type Key = TextKey<typeof panelTexts.en>;
export type Say = Translate<Key>;

export const actionKeys: Record<PanelAction, Key> = { create: "create", manage: "manage", mine: "mine", characters: "characters" };

/** The sentence for each reason why a panel did not arrive. */
export const failureKeys: Record<DeliveryFailure, Key> = {
  "no-access": "noAccess",
  gone: "channelGone",
  rejected: "rejected",
  "too-many-attempts": "tooManyAttempts",
  // A panel goes to channels only; should Discord say this of one, it is about access.
  "closed-dm": "noAccess",
};
