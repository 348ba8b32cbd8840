import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import type { RequestState } from "../requests/request.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What people read of materials: of one request, and of many added up. */
export const materialsTexts = defineTexts("materials", {
  command: "See what is missing over all requests, and take the list along",
  "option.profession": "Only for this profession",
  "option.character": "Only for this character",

  heading: "### Materials for #{{number}} · {{item}}",
  item: "{{item}} ×{{quantity}}",
  none: "This takes no materials.",
  /** Of one material, in totals; `each` is what one of the item takes. */
  standEach: "**{{material}}**\n-# {{each}} each, {{needed}} in all: {{brought}} brought, {{pledged}} pledged, {{missing}} missing",
  stand: "**{{material}}**\n-# {{needed}} in all: {{brought}} brought, {{pledged}} pledged, {{missing}} missing",
  moreStands_one: "…and {{count}} more material",
  moreStands_other: "…and {{count}} more materials",
  nobodyPledged: "Nobody has pledged anything.",
  pledges: "**Pledged**",
  pledgesOf: "🤝 {{person}}: {{materials}}",
  material: "{{count}} {{name}}",
  moreMaterials: "{{count}} more",
  morePledges_one: "…and {{count}} more person",
  morePledges_other: "…and {{count}} more people",
  event: "-# {{person}}: {{material}} from {{before}} to {{after}}, {{at}}",
  eventCut: "-# {{person}}: {{material}} from {{before}} to {{after}}, since {{actor}} changed what is missing, {{at}}",
  pledge: "Pledge…",
  change: "Change my pledge…",
  withdraw: "Withdraw my pledge",
  back: "Back to the request",
  details: "Details",

  "form.title": "Pledge for #{{number}}",
  "form.label": "What do you pledge?",
  "form.description": "A line each. What you take out or set to 0 is not pledged.",

  "did.pledged": "🤝 You pledge {{materials}}.",
  "did.nothing": "🤝 You pledge nothing now.",
  "did.cut": "✂️ Of {{material}}, {{wanted}} are more than are missing: your pledge is {{amount}}.",

  "refused.heading": "Nothing was pledged.",
  "refused.not-found": "This request no longer exists.",
  "refused.not-a-member": "To pledge something, you need the member role of this server. Ask an officer for it.",
  "refused.ended": "This request is {{state}}, so that nothing can be pledged to it any more.",
  "refused.nothing-missing": "Nothing is missing for this request any more. Thank you!",
  "refused.unknown-material": "It takes no material as in the line “{{line}}”. It takes: {{materials}}.",
  "refused.bad-amount": "I cannot read a number in the line “{{line}}”. Write the material, a colon and a whole number, such as `{{material}}: 3`.",
  "refused.named-twice": "The line “{{line}}” names a material a second time. Give each material one line.",
  "refused.unknown-profession": "This server crafts nothing called “{{typed}}”. Leave the option out, or take one of what is offered while you type.",
  "refused.unknown-character": "Nothing is missing for a character called “{{typed}}”. Leave the option out, or take one of what is offered while you type.",
  "word.open": "open",
  "word.claimed": "claimed",
  "word.in_progress": "in progress",
  "word.completed": "completed",
  "word.cancelled": "cancelled",
  "word.denied": "denied",

  "totals.heading": "### Missing materials",
  "totals.about_one": "{{scope}} · {{count}} material",
  "totals.about_other": "{{scope}} · {{count}} materials",
  "scope.own": "My professions",
  "scope.all": "All professions",
  "scope.claimed": "Claimed by me",
  "scope.profession": "{{scope}}, only {{profession}}",
  "scope.character": "{{scope}}, only for {{character}}",
  unknownCharacter: "a character without requests",
  everyProfession: "Every profession",
  everyCharacter: "Every character",
  chooseProfession: "Profession…",
  chooseCharacter: "Character…",
  characterMissing: "{{count}} missing",
  total_one: "**{{missing}}** {{material}}\n-# {{count}} request · {{needed}} needed, {{brought}} brought, {{pledged}} pledged",
  total_other: "**{{missing}}** {{material}}\n-# {{count}} requests · {{needed}} needed, {{brought}} brought, {{pledged}} pledged",
  "empty.own": "Nothing is missing for what your professions craft.",
  "empty.all": "Nothing is missing for any request.",
  "empty.claimed": "Nothing is missing for what you have claimed.",
  "empty.narrowed": "Nothing is missing for what you have chosen. **Every profession** and **Every character** show more.",
  page: "Page {{page}} of {{pageCount}}",
  "order.most": "Sort: most first",
  "order.name": "Sort: by name",
  previous: "Previous",
  next: "Next",
  refresh: "Refresh",
  export: "Take along…",

  "export.heading": "### The list to take along",
  "export.about": "The table opens in a spreadsheet, the text anywhere.",
  "export.empty": "Nothing is missing, so that there is no list to take along.",
  "export.back": "Back to the list",
  "export.line": "{{missing}} {{material}}",
  "export.more_one": "…and {{count}} more in the files",
  "export.more_other": "…and {{count}} more in the files",
  "column.material": "Material",
  "column.missing": "Missing",
  "column.pledged": "Pledged",
  "column.brought": "Brought",
  "column.needed": "Needed",
  "column.requests": "Requests",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type MaterialsKey = TextKey<(typeof materialsTexts)["en"]>;
export type Say = Translate<MaterialsKey>;

/** A state as a word inside a sentence. */
export const STATE_WORDS: Record<RequestState, MaterialsKey> = {
  open: "word.open",
  claimed: "word.claimed",
  in_progress: "word.in_progress",
  completed: "word.completed",
  cancelled: "word.cancelled",
  denied: "word.denied",
};
