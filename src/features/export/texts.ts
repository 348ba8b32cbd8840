import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What officers read of exports. */
export const exportTexts = defineTexts("export", {
  command: "Officers: take all requests along as a table",
  "option.state": "Only those in this state",
  "option.profession": "Only for this profession",
  "option.days": "Only those asked in the last so many days",
  "choice.active": "Active: open, claimed or in progress",

  "state.every": "Every one",
  "state.active": "Active",
  "state.open": "Open",
  "state.claimed": "Claimed",
  "state.in_progress": "In progress",
  "state.completed": "Completed",
  "state.cancelled": "Cancelled",
  "state.denied": "Denied",

  "done.heading_one": "### {{count}} request as a table",
  "done.heading_other": "### {{count}} requests as a table",
  "done.about": "-# It opens in any spreadsheet. People have their name where it is known, and stand there as Discord writes them: pasted into a message, it shows who they are.",
  "refused.not-an-officer": "Only officers can export requests.",
  "refused.nothing": "There is no such request. Ask for another state, another profession or more days.",
  "refused.too-large": "That is more than fits into one file of {{limit}} MB, which is full with #{{number}}. Ask for one state, one profession or fewer days.",
  "refused.unknown-profession": "This server crafts nothing called “{{typed}}”. Leave the option out, or take one of what is offered while you type.",

  "column.number": "Number",
  "column.item": "Item",
  "column.quantity": "Quantity",
  "column.completed": "Crafted",
  "column.profession": "Profession",
  "column.category": "Category",
  "column.state": "State",
  "column.character": "Character",
  "column.requester": "Requested by",
  "column.crafter": "Crafter",
  "column.materials": "Materials",
  "column.note": "Note",
  "column.reason": "Reason",
  "column.needed-by": "Needed by",
  "column.created": "Requested at (UTC)",
  "column.changed": "Last change (UTC)",
  "column.delivered": "Handed over at (UTC)",
  material: "{{needed}} {{material}}: {{brought}} brought, {{pledged}} pledged, {{missing}} missing",
  characterDeleted: "The character {{character}} was deleted",
  left: "Left the server",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type ExportKey = TextKey<(typeof exportTexts)["en"]>;
export type Say = Translate<ExportKey>;
