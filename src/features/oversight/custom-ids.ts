import { defineCustomId, int, oneOf, optionalText, text } from "../../kernel/custom-id.ts";
import type { ChangeKind } from "../requests/request.ts";

/** `as` tells buttons of one message apart that lead to the same page. */
export type As = "tab" | "back" | "previous" | "next" | "all";
const as = oneOf("tab", "back", "previous", "next", "all");

export const SECTIONS = ["professions", "crafters", "trail", "settings"] as const;
export type Section = (typeof SECTIONS)[number];

/** A page of one of the four views. */
export const sectionButton = defineCustomId<{ section: Section; page: number; as: As }>("officer.section", 1, { section: oneOf(...SECTIONS), page: int, as });

export const professionSelect = defineCustomId<Record<string, never>>("officer.choose-profession", 1, {});
export const PARTS = ["open", "claimed"] as const;
export type Part = (typeof PARTS)[number];
/** What is open or claimed of one profession. */
export const professionButton = defineCustomId<{ profession: string; part: Part; page: number; as: As }>("officer.profession", 1, { profession: text, part: oneOf(...PARTS), page: int, as });

export const crafterSelect = defineCustomId<Record<string, never>>("officer.choose-crafter", 1, {});
/** What one crafter has. */
export const crafterButton = defineCustomId<{ userId: string; page: number; as: As }>("officer.crafter", 1, { userId: text, page: int, as });
/** Gives all that one crafter has to whom is chosen. */
export const reassignSelect = defineCustomId<{ userId: string }>("officer.reassign", 1, { userId: text });

/** Opens one of a list beside it. */
export const openSelect = defineCustomId<Record<string, never>>("officer.open", 1, {});

/** What matches the text, below this number; 0: from the newest on. */
export const findButton = defineCustomId<{ typed: string; below: number; as: As }>("officer.find", 1, { typed: text, below: int, as });

/** All that can happen to a request, in the order in which it is offered. */
export const ACTIONS = ["submit", "edit", "claim", "assign", "start", "complete", "release", "renew", "expire", "receive", "cancel", "deny", "reopen", "undo"] as const satisfies readonly ChangeKind[];
/** In days. */
export const PERIODS = [1, 7, 30, 90] as const;

/** Which part of the trail is shown: empty and 0 leave nothing out. */
export interface TrailFilter extends Record<string, string | number> {
  readonly person: string;
  readonly action: "" | (typeof ACTIONS)[number];
  readonly days: number;
}
const filter = { person: optionalText, action: oneOf("", ...ACTIONS), days: int };

export const trailButton = defineCustomId<TrailFilter & { page: number; as: As }>("officer.trail", 1, { ...filter, page: int, as });
export const personSelect = defineCustomId<TrailFilter>("officer.trail-person", 1, filter);
export const actionSelect = defineCustomId<TrailFilter>("officer.trail-action", 1, filter);
export const periodSelect = defineCustomId<TrailFilter>("officer.trail-period", 1, filter);
