import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What people read of how they are told things. */
export const preferencesTexts = defineTexts("preferences", {
  command: "Choose how you are told things: messages, digest, quiet hours",
  "option.time-zone": "Where you are, such as Europe/Berlin",

  heading: "### 🔔 How you are told",
  "about.requests": "**My requests** · {{telling}}\n-# What others do with what you have asked for.",
  "about.crafts": "**My crafts** · {{telling}}\n-# What happens to what you craft: assignments, dates, claims that end.",
  "telling.dm": "by direct message",
  "telling.thread": "in the request's thread, else by direct message",
  "telling.digest": "once a day, in one message",
  "telling.nothing": "not at all; `/status` and `/requests` show everything",
  asGuild: "{{telling}} (as this server has it)",
  quiet: "**Quiet hours** · from {{from}} to {{to}}\n-# Until then nothing is sent; then all of it in one message.",
  noQuiet: "**Quiet hours** · none",
  digest: "**Digest** · at {{at}}",
  zone: "-# Times are those of {{zone}}, where it is {{now}} now.",

  "select.requests": "My requests…",
  "select.crafts": "My crafts…",
  "choice.guild": "As this server has it",
  "choice.dm": "Direct message",
  "choice.thread": "The request's thread",
  "choice.digest": "Daily digest",
  "choice.nothing": "Nothing",
  times: "Quiet hours & digest…",
  endQuiet: "No quiet hours",

  "form.title": "Quiet hours & digest",
  "form.from": "Quiet from",
  "form.to": "Quiet until",
  "form.time": "Such as 22:00 or 10pm. Leave both empty for none.",
  "form.digest": "Digest at",
  "form.digestAbout": "When the daily digest comes, if you have one.",
  "form.zone": "Time zone",
  "form.zoneAbout": "A city is enough, such as Berlin or New York.",

  saved: "Saved.",
  nothingSaved: "Nothing was changed.",
  "bad.time": "“{{typed}}” is no time that I can read. Type it as 22:00 or 10pm.",
  "bad.half": "Quiet hours take both a beginning and an end. Leave both empty for none.",
  "bad.same": "Quiet hours that begin and end at the same time are none at all. Choose two times.",
  "bad.zone": "I know no time zone “{{typed}}”. Type a city, or choose one with `/preferences time-zone:`.",
  "bad.zones": "Several time zones fit “{{typed}}”: {{zones}}. Type one of these.",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type PreferencesKey = TextKey<typeof preferencesTexts.en>;
export type Say = Translate<PreferencesKey>;
