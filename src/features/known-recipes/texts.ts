import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What people read of who can make what. */
export const knownRecipesTexts = defineTexts("known-recipes", {
  "recipes.command": "Keep what you can make, so that others find you",
  "recipes.add": "An item that you can make",
  "recipes.remove": "An item to take out of your list",
  "who.command": "See who can make an item",
  "who.item": "The item",

  heading: "### 📖 What you can make",
  count_one: "{{count}} recipe, for `/who` and your queue",
  count_other: "{{count}} recipes, for `/who` and your queue",
  profession: "**{{profession}}**",
  "profession.lost": "**{{profession}}** (does not count while you have no role for it)",
  item: "• {{item}}",
  page: "Page {{page}} of {{pageCount}}",
  empty: "Nothing is marked yet. `/recipes add:` finds an item as you type; **Paste a list…** takes many.",
  "learning.on": "-# What you complete is marked by itself.",
  "learning.off": "-# What you complete is not marked by itself.",
  paste: "Paste a list…",
  "learn.on": "Mark what I complete",
  "learn.off": "Do not mark what I complete",
  previous: "Previous",
  next: "Next",
  takeOut: "Take out…",

  "list.title": "What you can make",
  "list.label": "Items",
  "list.about": "One a line, by name. Other text in a line does not matter.",
  "list.empty": "Nothing was typed. Write a line for each item.",
  added_one: "{{count}} added: {{items}}",
  added_other: "{{count}} added: {{items}}",
  "added-many": "{{count}} added: {{items}} and {{more}} more",
  "known_one": "{{count}} was in your list already.",
  "known_other": "{{count}} were in your list already.",
  "not-yours_one": "{{count}} is of a profession that you have no role for: {{items}}",
  "not-yours_other": "{{count}} are of professions that you have no role for: {{items}}",
  "not-yours-many": "{{count}} are of professions that you have no role for: {{items}} and {{more}} more",
  "not-found_one": "{{count}} line names no item that I know: {{items}}",
  "not-found_other": "{{count}} lines name no item that I know: {{items}}",
  "not-found-many": "{{count}} lines name no item that I know: {{items}} and {{more}} more",
  quoted: "“{{text}}”",
  removed_one: "{{count}} taken out.",
  removed_other: "{{count}} taken out.",
  "remove.not-known": "“{{typed}}” is not in your list.",
  "learning.now-on": "What you complete is marked from now on.",
  "learning.now-off": "What you complete is no longer marked by itself.",
  "not-a-crafter": "This list is for crafters: {{roles}}. Ask an officer for one of these roles.",
  "not-a-crafter-unset": "This list is for crafters, and no role is set up as one yet. An officer can choose them in `/settings`.",

  "who.heading": "### {{item}}\n-# {{profession}}",
  "who.marked": "**Can make it**",
  "who.maker": "• {{person}}",
  "who.maker-made": "• {{person}}, made {{count}} here",
  "who.more": "-# More have it marked; these made the most of it.",
  "who.nobody": "Nobody has it marked as known.",
  "who.role": "Crafters of this profession: {{roles}}.",
  "who.no-role": "No role is set up for this profession yet; officers can craft it.",
  "who.request": "Request it",
  "who.unknown": "I know no item “{{typed}}”. Choose one of those that appear as you type.",
  "who.which": "### Which one?\nNo item has just the name “{{typed}}”. These come near it.",
  "who.choose": "Item…",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type KnownKey = TextKey<typeof knownRecipesTexts.en>;
export type Say = Translate<KnownKey>;
