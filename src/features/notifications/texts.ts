import { defineTexts, type TextKey, type Translate } from "../../kernel/texts.ts";
import { de } from "./languages/de.ts";

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
}, { de });

export type NotificationsKey = TextKey<(typeof notificationsTexts)["en"]>;
export type Say = Translate<NotificationsKey>;
