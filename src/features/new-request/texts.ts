import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import type { AddRefusal } from "../characters/character.ts";
import type { SubmitRefusal } from "../requests/request-port.ts";
import type { Problem } from "./problem.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What people read while they ask for a craft. */
export const newRequestTexts = defineTexts("new-request", {
  command: "Ask for something to be crafted",
  "command.item": "What you would like; start typing its name",
  "command.quantity": "How many, 1 to 999",
  choice: "{{item}} · {{profession}}",

  heading: "### 📜 New request",
  "ask.profession": "Which profession makes it?",
  "ask.category": "**{{profession}}** · what kind of thing?",
  "ask.item": "**{{profession}} › {{category}}** · which one?",
  "ask.results": "Did you mean one of these? You typed “{{typed}}”.",
  "ask.no-results": "Nothing here has a name like “{{typed}}”. Try fewer letters, or go back and look around.",
  "hint.profession": "Choose a profession…",
  "hint.category": "Choose a category…",
  "hint.item": "Choose an item…",
  "hint.again": "Once more: what you asked for lately…",
  step: "-# Step {{step}} of 4",
  "step.page": "-# Step {{step}} of 4 · page {{page}} of {{pageCount}}",
  about: "{{profession}} · {{category}}",

  previous: "Previous",
  next: "Next",
  search: "Search…",
  back: "Back",
  cancel: "Cancel",
  "search.title": "Search for an item",
  "search.label": "Name of the item",
  "search.description": "A part of it is enough; typing mistakes are forgiven.",

  "details.heading": "### {{item}}",
  "details.about": "-# {{profession}} · {{category}}",
  "details.produces": "-# {{profession}} · {{category}} · one craft makes {{produces}}",
  "details.quantity": "**Quantity** {{quantity}}",
  "details.no-quantity": "**Quantity** not chosen yet; the materials are for 1",
  "details.materials": "**Materials**",
  "details.material": "{{needed}} × {{material}}",
  "details.material-each": "{{needed}} × {{material}} ({{each}} each)",
  "details.no-materials": "**Materials** none needed",
  "details.hint": "-# Next: who it is for, the materials you bring, a note. Nothing is sent before that.",
  "details.kept": "-# What you typed is kept. Press **Edit…** and put it right; nothing has been sent yet.",
  continue: "Continue…",
  edit: "Edit…",
  "quantity.set": "Set…",
  "quantity.title": "How many?",
  "quantity.label": "Quantity",
  "quantity.description": "A whole number from 1 to 999.",

  "form.character": "Which character is it for?",
  "form.character-new": "Your character's name",
  "form.character-new-description": "2 to 24 characters. I remember it for next time.",
  "form.character-known-description": "The name of one of your characters.",
  "form.source": "Who brings the materials?",
  "form.source-all": "I bring all materials",
  "form.source-some": "I bring some",
  "form.source-some-description": "The lines below say how many.",
  "form.source-guild": "Guild craft",
  "form.source-guild-description": "The guild provides them.",
  "form.amounts": "If you bring some: how many in all?",
  "form.amounts-description": "One material a line, such as “Strange Dust: 12”. A line left out is 0.",
  "form.amounts-for-one": "One material a line, for the whole quantity. Filled in for a quantity of 1.",
  "form.note": "Note for the crafter",
  "form.note-description": "Optional, up to 500 characters.",

  "sent.heading": "### ✅ Request #{{number}} · {{item}} ×{{quantity}}",
  "sent.already-heading": "### 📜 Request #{{number}} · {{item}} ×{{quantity}}",
  "sent.for": "For **{{character}}**. {{profession}} crafters see it in their queue now.",
  "sent.for-officers": "For **{{character}}**. Officers see it in their queue now; no role is set up for {{profession}} crafters yet.",
  "sent.already": "You had already sent this one, so nothing was sent twice.",
  "sent.all": "**Materials** you bring everything:",
  "sent.guild": "**Materials** the guild is asked for everything:",
  "sent.some": "**Materials** you bring {{provided}} of {{needed}}:",
  "sent.none": "**Materials** none needed",
  "sent.brought": "✅ {{needed}} × {{material}}",
  "sent.partly": "⬜ {{provided}} of {{needed}} × {{material}} · **{{missing}} missing**",
  "sent.more_one": "…and {{count}} more",
  "sent.more_other": "…and {{count}} more",
  "sent.clamped": "-# You wrote {{typed}} × {{material}}; only {{needed}} needed, so I noted {{needed}}.",
  "sent.note": "**Note**\n{{note}}",
  "sent.hint": "-# I tell you when something happens. `/status` shows all your requests.",
  "sent.details": "Details",
  "sent.another": "Request another",

  "cancelled.heading": "### Cancelled",
  "cancelled.text": "Nothing was sent.",
  "gone.heading": "### This draft is gone",
  "gone.text": "Drafts are kept for 7 days. Nothing was sent; please start again.",
  again: "Start again",

  "refused.foreign": "This draft belongs to somebody else. Type `/request` to make your own.",
  "refused.not-a-member": "Requests are open to {{roles}}. Ask an officer for the role, then try again.",
  "refused.no-recipes": "There is nothing to request here yet: no recipes are set up. Please tell an officer.",
  "refused.no-recipes-officer": "There is nothing to request here yet: no recipe pack is in use. Choose packs in `/settings`; if there are none, whoever hosts me needs to add one.",
  "refused.unknown-item": "I know nothing called “{{typed}}”. Try a part of its name, or type `/request` alone to look around.",
  "refused.bad-quantity": "{{quantity}} is not a quantity I can take. Choose a whole number from 1 to 999.",

  "problem.line": "⚠️ {{sentence}}",
  "problem.more_one": "⚠️ …and {{count}} more",
  "problem.more_other": "⚠️ …and {{count}} more",
  "problem.choice-gone": "What you had chosen is no longer offered here. Please choose again.",
  "problem.changed-meanwhile": "Something changed while you were typing. Have a look, then press **Edit…** and send it again.",
  "problem.unknown-material": "“{{line}}”: this craft takes no such material. Write the names as they are listed here.",
  "problem.bad-amount": "“{{line}}”: write a whole number, such as “Strange Dust: 12”.",
  "problem.named-twice": "“{{line}}”: this material is there twice. Keep one line for it.",
  "problem.amounts-empty": "You bring some of the materials: write how many, one line each.",
  "problem.bad-quantity": "“{{typed}}” is not a quantity I can take. Type a whole number from 1 to 999.",
  "problem.no-quantity": "How many would you like? Type a whole number from 1 to 999.",
  "problem.note-too-long": "Your note has {{length}} characters; 500 fit. Please make it shorter.",
  "problem.character-missing": "Type your character's name: the crafter needs to know who it is for.",
  "problem.character-gone": "That character is no longer yours. Please choose another one.",
  "problem.character-unknown": "None of your characters is called “{{name}}”. `/characters` lists them.",
  "name.name-length": "“{{name}}” does not fit: a character's name has 2 to 24 characters.",
  "name.name-taken": "You already have a character called “{{name}}”. Please type another name.",
  "name.name-characters": "“{{name}}” cannot be a name because of {{signs}}. Try it without that.",
  "name.name-letters": "“{{name}}” has no letter or digit, so that nobody could type it. Write your character's name as in the game.",
  "name.too-many-characters": "You have as many characters as I can keep for you. Remove one with `/characters` first.",
  "name.not-a-member": "You can add characters once you have this server's member role.",
  "submit.not-a-member": "You can send requests once you have this server's member role. Ask an officer for it.",
  "submit.not-core": "Asking the guild for materials is for core members. Choose to bring them all.",
  "submit.bad-quantity": "That quantity cannot be taken. Choose a whole number from 1 to 999.",
  "submit.note-too-long": "Your note is too long; 500 characters fit.",
  "submit.character-gone": "That character is no longer yours. Please choose another one.",
  "submit.bad-materials": "The amounts of the materials do not add up. Please look at them again.",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type NewRequestKey = TextKey<typeof newRequestTexts.en>;
/** This room's sentences in one person's language. */
export type Say = Translate<NewRequestKey>;

export const PROBLEMS: Record<Exclude<Problem["kind"], "character-refused" | "submit-refused">, NewRequestKey> = {
  "choice-gone": "problem.choice-gone",
  "changed-meanwhile": "problem.changed-meanwhile",
  "unknown-material": "problem.unknown-material",
  "bad-amount": "problem.bad-amount",
  "named-twice": "problem.named-twice",
  "amounts-empty": "problem.amounts-empty",
  "bad-quantity": "problem.bad-quantity",
  "note-too-long": "problem.note-too-long",
  "character-missing": "problem.character-missing",
  "character-gone": "problem.character-gone",
  "character-unknown": "problem.character-unknown",
};

export const NAME_REFUSALS: Record<AddRefusal, NewRequestKey> = {
  "name-length": "name.name-length",
  "name-taken": "name.name-taken",
  "name-characters": "name.name-characters",
  "name-letters": "name.name-letters",
  "too-many-characters": "name.too-many-characters",
  "not-a-member": "name.not-a-member",
};

export const SUBMIT_REFUSALS: Record<SubmitRefusal, NewRequestKey> = {
  "not-a-member": "submit.not-a-member",
  "not-core": "submit.not-core",
  "bad-quantity": "submit.bad-quantity",
  "note-too-long": "submit.note-too-long",
  "character-gone": "submit.character-gone",
  "bad-materials": "submit.bad-materials",
};
