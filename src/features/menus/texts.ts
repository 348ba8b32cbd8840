import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** The commands of Discord's "Apps" menus; names have at most 32 characters. */
export const menuTexts = defineTexts("menus", {
  "user.command": "Crafting requests",
  "message.command": "Request this craft",

  "person.heading": "### {{person}} at the crafting desk",
  "person.requests": "**Waits for** ({{count}})",
  "person.claims": "**Crafts** ({{count}})",
  "person.line": "**#{{number}}** {{item}} ×{{quantity}} · {{state}}",
  "person.noRequests": "Waits for nothing.",
  "person.noClaims": "Crafts nothing now.",
  "person.more_one": "…and {{count}} more",
  "person.more_other": "…and {{count}} more",
  "person.open": "Open one…",
  "person.bot": "{{person}} is a bot, and asks for nothing. Choose a person.",

  "state.open": "open",
  "state.claimed": "claimed",
  "state.in_progress": "in progress",
  "state.completed": "completed",
  "state.cancelled": "cancelled",
  "state.denied": "denied",

  "message.empty": "There is no text in this message that I can read. Type `/request` and name the item.",
  "message.unknown": "I find no item in this message that can be crafted. Type `/request` and name it.",
  "message.heading": "### Which of these?",
  "message.about": "The message names several things that can be crafted.",
  "message.choose": "Choose the item…",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type MenuKey = TextKey<typeof menuTexts.en>;
export type Say = Translate<MenuKey>;
