import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What a card on the board says. */
export const boardTexts = defineTexts("board", {
  heading: "### {{item}} ×{{quantity}}",
  "state.open": "🟢 **Open**",
  "state.open-partly": "🟢 **Open** · {{completed}} of {{quantity}} made",
  "state.claimed": "✋ **Claimed** by {{crafter}}",
  "state.in_progress": "🛠 **In progress** · {{completed}} of {{quantity}} made by {{crafter}}",
  "state.completed": "✅ **Completed** by {{crafter}}",
  "state.cancelled": "⚪ **Cancelled**",
  "state.denied": "⛔ **Denied**",
  forWhom: "For **{{character}}**, asked by {{requester}}",
  neededBy: "🗓 Needed by {{date}} ({{relative}})",
  neededSoon: "⏰ **Needed soon, and nobody has claimed it**: by {{date}} ({{relative}})",
  allBrought: "📦 All materials are brought",
  brought: "📦 {{brought}} of {{needed}} materials brought",
  broughtAndPledged: "📦 {{brought}} of {{needed}} materials brought, {{pledged}} pledged",
  noneMissing: "📦 Nothing is missing",
  missing: "📦 Missing: {{materials}}",
  material: "{{count}} {{name}}",
  moreMaterials: "{{count}} more",
  note: "> {{note}}",
  about: "-# #{{number}} · asked {{at}}",
  aboutProfession: "-# #{{number}} · {{profession}} · asked {{at}}",
  moved: "↪️ This card is kept no longer: the board is in {{channel}}",
  switchedOff: "↪️ This card is kept no longer: the board is switched off. Crafters see what is open with `/requests`",
  claim: "Claim",
  pledge: "Pledge…",
  details: "Details",
  mention_one: "{{crafters}} a new request waits for you: {{professions}}",
  mention_other: "{{crafters}} {{count}} new requests wait for you: {{professions}}",
  mentionAny_one: "{{crafters}} a new request waits for you",
  mentionAny_other: "{{crafters}} {{count}} new requests wait for you",
  showQueue: "Show the queue",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type BoardKey = TextKey<(typeof boardTexts)["en"]>;
export type Say = Translate<BoardKey>;
