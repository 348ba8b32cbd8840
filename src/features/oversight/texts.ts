import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What officers read of the whole desk. */
export const oversightTexts = defineTexts("oversight", {
  command: "For officers: look over everything, search requests, see what was changed by whom",
  "option.find": "A number such as #12, a person, or words of an item, a character, a note or a reason",
  "refused.not-an-officer": "Only officers can look over the desk. `/status` shows your own requests.",
  "refused.nothing-to-search": "Type a number such as `#12`, a person, or at least two letters of what you look for.",
  "refused.no-such-request": "There is no request #{{number}} here.",

  "section.professions": "Professions",
  "section.crafters": "Crafters",
  "section.trail": "What was done",
  "section.settings": "Settings changes",
  export: "Export requests",
  back: "Back",
  page: "Page {{page}} of {{pageCount}}",
  previous: "Previous",
  next: "Next",
  "open-one": "Open one…",

  "professions.heading": "### ⚒️ Professions",
  "professions.line": "**{{profession}}** · {{open}} open · {{claimed}} claimed",
  "professions.oldest": "**{{profession}}** · {{open}} open · {{claimed}} claimed · oldest open one {{at}}",
  "professions.none": "Nothing is open or claimed.",
  "professions.choose": "Look at one profession…",
  "profession.heading": "### ⚒️ {{profession}}",
  "part.open": "Open",
  "part.claimed": "Claimed",
  "profession.none-open": "Nothing of it is open.",
  "profession.none-claimed": "Nothing of it is claimed.",

  "crafters.heading": "### 🛠 Crafters",
  "crafters.line_one": "{{crafter}} · {{count}} claim · {{left}} still to craft",
  "crafters.line_other": "{{crafter}} · {{count}} claims · {{left}} still to craft",
  "crafters.since": "-# Longest held one claimed {{since}} · last sign of work {{last}}",
  "crafters.since-only": "-# Longest held one claimed {{since}} · no sign of work yet",
  "crafters.none": "Nobody has claimed anything.",
  "crafters.choose": "Look at one crafter…",
  "crafter.heading": "### 🛠 What {{crafter}} has",
  "crafter.none": "{{crafter}} has claimed nothing.",
  "crafter.reassign": "Give all of it to somebody else…",
  "reassigned_one": "{{count}} request is now with {{crafter}}.",
  "reassigned_other": "{{count}} requests are now with {{crafter}}.",
  "not-reassigned_one": "{{count}} request stays as it is: {{crafter}} does not have the role of its profession, or somebody acted on it just now.",
  "not-reassigned_other": "{{count}} requests stay as they are: {{crafter}} does not have the role of their profession, or somebody acted on them just now.",
  "reassign.same": "{{crafter}} has them already.",

  "find.heading": "### 🔎 Requests that match “{{typed}}”",
  "find.none": "No request matches. Numbers, persons and words of items, characters, notes and reasons are searched.",
  "find.none-older": "No older request matches.",
  "find.older": "Older ones",
  "find.newest": "Newest ones",

  "trail.heading": "### 📜 What was done",
  "trail.count_one": "{{count}} entry, newest first",
  "trail.count_other": "{{count}} entries, newest first",
  "trail.line": "- {{at}} **#{{number}}** {{event}}",
  "trail.none": "Nothing was done that matches.",
  "trail.by": "By {{person}}",
  "trail.person": "Only what one person did…",
  "trail.everybody": "Everybody",
  "trail.action": "Only one kind of action…",
  "trail.every-action": "Every action",
  "trail.period": "Only of the last days…",
  "trail.every-time": "Since the beginning",
  "days_one": "The last {{count}} day",
  "days_other": "The last {{count}} days",
  "action.submit": "Asked",
  "action.edit": "Changed",
  "action.claim": "Claimed",
  "action.assign": "Assigned",
  "action.start": "Started",
  "action.complete": "Completed",
  "action.release": "Released",
  "action.renew": "Said to be still on it",
  "action.expire": "Claim ended by itself",
  "action.receive": "Handed over",
  "action.cancel": "Cancelled",
  "action.deny": "Denied",
  "action.reopen": "Opened again",
  "action.undo": "Taken back",

  "changes.heading": "### ⚙️ Settings changes",
  "changes.line": "- {{at}} {{actor}} changed **{{setting}}**\n{{before}} → {{after}}",
  "changes.none": "Nothing was changed in the settings yet.",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type OversightKey = TextKey<typeof oversightTexts.en>;
export type Say = Translate<OversightKey>;
