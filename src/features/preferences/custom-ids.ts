import { defineCustomId, oneOf } from "../../kernel/custom-id.ts";
import { type Subject, SUBJECTS } from "./preferences.ts";

/** Its value is a way of telling, or {@link AS_GUILD}. */
export const tellingSelect = defineCustomId<{ subject: Subject }>("preferences.telling", 1, { subject: oneOf(...SUBJECTS) });
export const AS_GUILD = "guild";

export const timesButton = defineCustomId<Record<string, never>>("preferences.times", 1, {});
export const timesModal = defineCustomId<Record<string, never>>("preferences.times", 1, {});
/** Ends the quiet hours. */
export const noQuietButton = defineCustomId<Record<string, never>>("preferences.no-quiet", 1, {});
