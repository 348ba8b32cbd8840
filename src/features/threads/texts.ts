import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What stands in a request's thread. */
export const threadTexts = defineTexts("threads", {
  name: "#{{number}} {{item}} ×{{quantity}}",
  nameOver: "#{{number}} {{item}} ×{{quantity}} (ended)",
  heading: "### #{{number}}: {{item}} ×{{quantity}}",
  "alone.open": "{{requester}} waits for somebody to claim this. Whoever does comes into this thread.",
  "alone.cancelled": "{{requester}} has cancelled this.",
  "alone.denied": "An officer has denied what {{requester}} asked for.",
  "state.claimed": "{{crafter}} has claimed this for {{requester}}. Here you can talk about it: materials, time and place.",
  "state.in_progress": "{{crafter}} works on this for {{requester}}: {{completed}} of {{quantity}} made.",
  "state.completed": "{{crafter}} has completed this for {{requester}}. Agree here on when and where to hand it over.",
  details: "Details",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type ThreadKey = TextKey<(typeof threadTexts)["en"]>;
export type Say = Translate<ThreadKey>;
