import { defineTexts } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What is said of where a flow is shown, and of what could not be told. */
export const surfaceTexts = defineTexts("surfaces", {
  inDirectMessages: "It is in your direct messages: [open it]({{link}}).",
  inOwnChannel: "It is in a place that is yours alone: [open it]({{link}}).",
  newsThread: "News of your requests",
  unseen_one: "There is news of request {{numbers}} that could not reach you. `/status` shows how it stands. To be told next time, allow direct messages from members of this server.",
  unseen_other: "There is news of requests {{numbers}} that could not reach you. `/status` shows how they stand. To be told next time, allow direct messages from members of this server.",
}, { de, fr, "es-ES": es, "pt-BR": pt });
