import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";
import { es } from "./languages/es-ES.ts";
import { fr } from "./languages/fr.ts";
import { pt } from "./languages/pt-BR.ts";

/** What people are told in direct messages. `{{item}}` comes with its number of pieces. */
export const notificationsTexts = defineTexts("notifications", {
  item: "{{item}} ×{{quantity}}",
  about: "#{{number}} · for {{character}}",
  aboutInGuild: "#{{number}} · for {{character}} · {{guild}}",
  reason: "> {{reason}}",
  details: "Details",

  "claimed.heading": "✋ Somebody is on it",
  "claimed.sentence": "{{crafter}} has claimed your **{{item}}**.",
  "assigned.heading": "✋ Somebody is on it",
  "assigned.sentence": "{{actor}} has asked {{crafter}} to craft your **{{item}}**.",
  "progress.heading": "🛠 {{completed}} of {{quantity}} made",
  "progress.sentence_one": "{{crafter}} has made one more of your **{{item}}**.",
  "progress.sentence_other": "{{crafter}} has made {{count}} more of your **{{item}}**.",
  "completed.heading": "✅ Your craft is ready",
  "completed.sentence": "{{crafter}} has finished your **{{item}}**. Get in touch to pick it up.",
  "released.heading": "🟢 Back in the queue",
  "released.sentence": "{{crafter}} no longer has your **{{item}}**. It waits for another crafter; you need not do anything.",
  "cancelled.heading": "⚪ Cancelled",
  "cancelled.sentence": "{{actor}} has cancelled your **{{item}}**.",
  "character-gone.heading": "⚪ Cancelled with its character",
  "character-gone.sentence": "**{{character}}** was deleted, and with it the request for **{{item}}**.",
  "denied.heading": "⛔ Your request was denied",
  "denied.sentence": "{{actor}} has denied your **{{item}}**.",
  "reopened.heading": "🟢 Open again",
  "reopened.sentence": "{{actor}} has reopened your request for **{{item}}**. It is in the queue again, with {{left}} of {{quantity}} to be crafted.",

  "given-to-you.heading": "✋ A craft for you",
  "given-to-you.sentence": "{{actor}} asks you to craft **{{item}}** for {{requester}}. Open the details to start, or to hand it back.",
  "taken-from-you.heading": "👋 Handed on",
  "taken-from-you.sentence": "{{actor}} has given **{{item}}** to {{crafter}}. You need not craft it any more.",
  "released-for-you.heading": "👋 Your claim was released",
  "released-for-you.sentence": "{{actor}} has put **{{item}}** back into the queue. You need not craft it any more.",
  "your-craft-cancelled.heading": "✋ Stop: a claim of yours was cancelled",
  "your-craft-cancelled.sentence": "{{actor}} has cancelled **{{item}}**, which you had claimed. You need not craft it any more.",
  "your-craft-denied.heading": "✋ Stop: a claim of yours was denied",
  "your-craft-denied.sentence": "{{actor}} has denied **{{item}}**, which you had claimed. You need not craft it any more.",
  "your-craft-reopened.heading": "🟢 A craft that you had finished is open again",
  "your-craft-reopened.sentence": "{{actor}} has reopened **{{item}}**. It is in the queue again, with {{left}} of {{quantity}} to be crafted; claim it if you would like to.",
  "expired-for-you.heading": "⌛ Your claim ended",
  "expired-for-you.sentence": "**{{item}}** is back in the queue, since its time was over. Claim it again if you are still on it.",
  "handed-over.heading": "🤝 Handed over",
  "handed-over.sentence": "{{actor}} confirmed that **{{item}}** was handed over.",
  "lease-ending.heading": "⏳ Still on it?",
  "lease-ending.sentence": "Your claim of **{{item}}** ends {{until}}. Press **Still on it** and it stays yours; otherwise it goes back into the queue.",
  "needed-soon.heading": "⏰ Needed soon",
  "needed-soon.sentence": "{{requester}} needs **{{item}}** by {{date}}. {{left}} of {{quantity}} are still to be crafted.",
  "needed-soon-unclaimed.heading": "⏰ Nobody has it yet",
  "needed-soon-unclaimed.sentence": "You need **{{item}}** by {{date}}, and nobody has claimed it yet. It stands first in the queue; perhaps ask a crafter.",
  "somebody-here.heading": "👋 Somebody waits for you",
  "somebody-here.sentence": "{{actor}} is here for **{{item}}**. Press **I am here** when you are, too.",
  "both-here.heading": "🤝 You are both here",
  "both-here.sentence": "{{requester}} and {{crafter}} are both here for **{{item}}**. It is for the character **{{character}}**.",
  "pledges-changed.heading": "🤝 Materials were pledged",
  "pledges-changed.sentence": "What is pledged for **{{item}}** has changed. Now {{brought}} of its materials are brought, {{pledged}} pledged and {{missing}} missing.",
  "pledge-cut.heading": "✂️ Less is needed of you",
  "pledge-cut.sentence": "{{actor}} has changed what **{{item}}** takes, so that your pledge for it was cut to what is still missing. The details show what it is now.",
  "pledge-ended.heading": "⚪ Your pledge is not needed any more",
  "pledge-ended.sentence": "{{actor}} has called off **{{item}}**. You need not bring what you pledged for it.",
  "undone.heading": "↩️ Taken back",
  "undone.sentence": "{{actor}} took this back; it no longer holds:",

  renew: "Still on it",
  receive: "Received",
  here: "I am here",
}, { de, fr, "es-ES": es, "pt-BR": pt });

export type NotificationsKey = TextKey<(typeof notificationsTexts)["en"]>;
export type Say = Translate<NotificationsKey>;
