import { defineCustomId, oneOf, optionalText, text } from "../../kernel/custom-id.ts";

/** Asks what somebody pledges to a request, from a card that everybody sees, or from the page of its materials, which is then shown anew. */
export const pledgeButton = defineCustomId<{ guildId: string; requestId: string; mark: string; from: "card" | "page" }>("materials.pledge", 1, {
  guildId: text,
  requestId: text,
  /** The outbox row that the message comes from, by which it is found again after a crash; else empty. */
  mark: optionalText,
  from: oneOf("card", "page"),
});

/** Shows how a request's materials stand, and who pledged what, in place of the view that has the button. */
export const materialsButton = defineCustomId<{ guildId: string; requestId: string }>("materials.open", 1, { guildId: text, requestId: text });

/** What is missing over many requests, as a message of its own. */
export const missingButton = defineCustomId<{ guildId: string }>("materials.missing", 1, { guildId: text });
