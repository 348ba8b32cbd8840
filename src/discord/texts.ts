import { defineTexts } from "../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What the router itself says, whichever room was meant. */
export const routerTexts = defineTexts("router", {
  failed: "Something went wrong on my side, sorry. Please try again. If it keeps happening, tell an officer this number: **{{reference}}**",
  outdated: "This message is from an earlier version of me and its buttons no longer work. Please start again with `/request`, `/requests` or `/status`.",
  unknownCommand: "I do not know this command any more. Discord may still be showing an old one; restarting Discord fetches the new list.",
  serverOnly: "That works only inside a server.",
  notInServer: "You are no longer a member of the server that this message is about.",
  unreachable: "I could not look up your roles in the server just now. Please try again in a minute.",
  tooSlow: "That took too long to open. Please press it once more.",
}, { de, fr, "es-ES": es, "pt-BR": pt });
