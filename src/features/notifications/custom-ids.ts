import { defineCustomId, text } from "../../kernel/custom-id.ts";

/** Leads from a message about several requests to one's own; `mark`: the outbox row that it comes from, by which it is found again after a crash. */
export const bundleButton = defineCustomId<{ guildId: string; mark: string }>("news.mine", 1, { guildId: text, mark: text });
