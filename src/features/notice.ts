import type { APIComponentInContainer } from "discord-api-types/v10";
import { COLOURS, separator, text } from "./view-kit.ts";

/** What just happened, told above a view. */
export interface Notice {
  readonly tone: "good" | "bad";
  readonly sentence: string;
}

/** The first parts of a view: nothing when nothing happened. */
export const noticeParts = (notice: Notice | undefined): readonly APIComponentInContainer[] =>
  notice ? [text(`${notice.tone === "good" ? "✅" : "⚠️"} ${notice.sentence}`), separator()] : [];

export const noticeColour = (notice: Notice | undefined): number => (notice ? COLOURS[notice.tone] : COLOURS.neutral);
