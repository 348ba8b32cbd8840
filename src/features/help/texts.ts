import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What `/help` says. `{{…}}` are commands by name, which can be pressed where Discord knows them. */
export const helpTexts = defineTexts("help", {
  command: "What you can do here, as a member, a crafter or an officer",
  heading: "### 🧭 The crafting desk",
  "you.member": "You are a **member** here.",
  "you.crafter": "You are a **crafter** here: {{professions}}.",
  "you.officer": "You are an **officer** here.",
  "you.guest": "You can look around here. Requests are open to {{roles}}.",

  "topic.member": "Requesting",
  "topic.crafter": "Crafting",
  "topic.officer": "Officers",
  "topic.telling": "Being told",

  "member.request": "{{request}} asks for a craft: name the item and how many. Without them you go step by step, or paste a list of several.",
  "member.status": "{{status}} shows your requests. Open one to change, cancel or follow it, and to say that you received it.",
  "member.characters": "{{characters}} keeps the characters that you ask for.",
  "member.who": "{{who}} says who can make an item.",
  "member.materials": "{{materials}} adds up what is missing; **Pledge** on a request says what you bring.",
  "member.message": "Press and hold a message, or right-click it, then **Apps**, **Request this craft**: the item that it names is in the form already.",
  "member.stats": "{{stats}} shows what you and the guild have made.",

  "crafter.requests": "{{requests}} is your queue. Choose one or many, then claim, start, complete or release them in one go.",
  "crafter.claim": "A claim is yours for {{hours}} hours. You are asked before it ends, and one press keeps it; starting or completing some keeps it too.",
  "crafter.claim-forever": "A claim is yours until you complete or release it.",
  "crafter.undo": "**Undo** takes back what you did last, for a minute.",
  "crafter.recipes": "{{recipes}} keeps what you can make, so that others find you and your queue shows only that.",
  "crafter.here": "**I am here** tells the other one that you are there to hand over.",
  "crafter.person": "Press and hold a person, or right-click their name, then **Apps**, **Crafting requests**: what they wait for, and what they craft.",

  "officer.settings": "{{settings}} sets up roles, channels, packs and how the desk behaves.",
  "officer.panel": "{{panel}} posts the menu that everybody can press.",
  "officer.requests": "In {{requests}}, **Claimed** shows what others are on: open one to assign, deny or reopen it; choose many to release or deny them.",
  "officer.officer": "{{officer}} looks over everything: by profession and crafter, search, and what was changed by whom.",
  "officer.export": "{{export}} gives the requests as a table.",
  "officer.missing": "**Still to be set up:** {{what}}.",
  "missing.officer": "an officer role",
  "missing.professions": "the professions' roles",
  "missing.panel": "a channel for the panel",
  "missing.board": "a channel for the board",

  "telling.preferences": "{{preferences}} chooses how you are told: at once, in a daily digest or not at all, with quiet hours in your time zone.",
  "telling.dm": "If I cannot send you direct messages, you are told in a private thread, or at your next command.",
  "telling.language": "I speak the language of your Discord: English, German, French, Spanish or Portuguese.",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type HelpKey = TextKey<typeof helpTexts.en>;
export type Say = Translate<HelpKey>;
