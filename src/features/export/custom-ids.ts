import { defineCustomId, int, oneOf, optionalText } from "../../kernel/custom-id.ts";

export const EXPORT_STATES = ["every", "active", "open", "claimed", "in_progress", "completed", "cancelled", "denied"] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** Gives officers a file of requests. `profession`: empty for every one; `days`: 0 for all that there ever were. */
export const exportButton = defineCustomId<{ state: ExportState; profession: string; days: number }>("export.requests", 1, {
  state: oneOf(...EXPORT_STATES),
  profession: optionalText,
  days: int,
});
