/** Where this room's own buttons, selects and modals lead. All carry the guild, since they also work in direct messages. */
import { defineCustomId, int, oneOf, text } from "../../kernel/custom-id.ts";

/** A request as it was when the button was drawn. */
export type Target = { guildId: string; requestId: string; version: number };
const target = { guildId: text, requestId: text, version: int };

/** Does it at once. */
export const actButton = defineCustomId<Target & { action: ActWord }>("request.act", 1, {
  ...target,
  action: oneOf("claim", "start", "complete-one", "complete-all", "release", "cancel", "renew", "receive"),
});
export type ActWord = "claim" | "start" | "complete-one" | "complete-all" | "release" | "cancel" | "renew" | "receive";

/** Asks something first: for certainty, a person, a number or a reason. */
export const askButton = defineCustomId<Target & { question: AskWord }>("request.ask", 1, {
  ...target,
  question: oneOf("cancel", "assign", "complete-some", "deny", "reopen", "edit"),
});
export type AskWord = "cancel" | "assign" | "complete-some" | "deny" | "reopen" | "edit";

export const assignSelect = defineCustomId<Target>("request.assign", 1, target);
export const countModal = defineCustomId<Target>("request.count", 1, target);
export const denyModal = defineCustomId<Target>("request.deny", 1, target);
export const reopenModal = defineCustomId<Target>("request.reopen", 1, target);

export const editModal = defineCustomId<Target>("request.edit", 1, target);

/** `as` tells buttons of one message apart that lead to the same page. */
type Paging = "tab" | "previous" | "next" | "back";
const paging = oneOf("tab", "previous", "next", "back");

export const historyButton = defineCustomId<{ guildId: string; requestId: string; page: number; as: Paging }>("request.history", 1, {
  guildId: text,
  requestId: text,
  page: int,
  as: paging,
});

export const STATUS_GROUPS = ["active", "completed", "ended"] as const;
export type StatusGroup = (typeof STATUS_GROUPS)[number];

export const statusButton = defineCustomId<{ guildId: string; group: StatusGroup; page: number; as: Paging }>("request.status", 1, {
  guildId: text,
  group: oneOf(...STATUS_GROUPS),
  page: int,
  as: paging,
});

/** Opens the chosen one of one's own requests. */
export const pickSelect = defineCustomId<{ guildId: string }>("request.pick", 1, { guildId: text });
