import { defineTexts, type TextKey } from "../../kernel/texts.ts";
import type { AddRefusal, OwnRefusal } from "./character.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** The characters room's sentences. */
export const characterTexts = defineTexts("characters", {
  commandDescription: "Your characters: add, rename, choose your main, delete",

  title: "Your characters",
  empty: "You have no character here yet. Add the one you play: every craft is requested for a character.",
  main: "main",
  mainHint: "⭐ is your main: it is offered first when you request a craft.",
  alone: "Playing an alt too? Add it, and choose it when you request a craft.",
  count: "{{count}} of {{limit}}",
  page: "page {{page}} of {{pages}}",
  choose: "Choose a character…",
  add: "Add a character",
  previous: "Previous",
  next: "Next",

  added: "Added {{when}}",
  active_one: "{{count}} active request",
  active_other: "{{count}} active requests",
  noneActive: "no active requests",
  isMain: "your main",
  rename: "Rename",
  makeMain: "Make main",
  delete: "Delete",
  back: "All characters",

  deleteTitle: "Delete {{name}}?",
  deleteFree: "It has no active requests. What was crafted for it stays in the history.",
  deleteCancels_one: "Its **{{count}} active request** is cancelled with it. This cannot be undone.",
  deleteCancels_other: "Its **{{count}} active requests** are cancelled with it. This cannot be undone.",
  deleteMore: "It has more active requests now than when you were asked. Please look again.",
  deleteNow: "Delete {{name}}",
  keep: "Keep it",

  addTitle: "Add a character",
  renameTitle: "Rename {{name}}",
  nameLabel: "Name",
  nameDescription: "2 to 24 characters, as in the game.",
  nameHint: "Thrandil",

  didAdd: "**{{name}}** is added.",
  didAddMain: "**{{name}}** is added, and is your main.",
  didRename: "It is called **{{name}}** now.",
  didMakeMain: "**{{name}}** is your main now.",
  didDelete: "**{{name}}** is deleted.",
  didDeleteCancelling_one: "**{{name}}** is deleted, and its active request is cancelled.",
  didDeleteCancelling_other: "**{{name}}** is deleted, and its {{count}} active requests are cancelled.",
  newMain: "**{{name}}** is your main now.",

  nameLength: "A name has 2 to 24 characters; “{{typed}}” has {{length}}. Try a shorter or longer one.",
  nameCharacters: "“{{typed}}” cannot be a name because of {{signs}}. Try it without that.",
  nameLetters: "“{{typed}}” has no letter or digit, so that nobody could type it. Write it as in the game.",
  nameTaken: "You already have a character called “{{typed}}”. Choose it in the list, or try another name.",
  tooMany: "You have {{limit}} characters, which is the most. Delete one that you no longer play, then add this one.",
  notYours: "That character is not yours, or is deleted. Here are your characters as they are now.",
  notMember: "The crafting desk is for members of this server. You need the role {{roles}}; an officer can give it to you.",
}, { de, fr, "es-ES": es, "pt-BR": pt });

type Key = TextKey<typeof characterTexts.en>;

/** The sentence for each refusal; values: `typed`, `signs`, `length`, `limit`, `roles`. */
export const refusalKeys: Record<AddRefusal | OwnRefusal, Key> = {
  "name-length": "nameLength",
  "name-characters": "nameCharacters",
  "name-letters": "nameLetters",
  "name-taken": "nameTaken",
  "too-many-characters": "tooMany",
  "not-yours": "notYours",
  "not-a-member": "notMember",
};
