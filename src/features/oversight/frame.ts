import type { APIButtonComponentWithCustomId, APIComponentInContainer } from "discord-api-types/v10";
import type { View } from "../contract.ts";
import { exportButton } from "../export/custom-ids.ts";
import { type Notice, noticeColour, noticeParts } from "../notice.ts";
import type { Page } from "../paging.ts";
import { button, card, option, row, separator, stringSelect, text } from "../view-kit.ts";
import { type As, openSelect, type Section, sectionButton, SECTIONS } from "./custom-ids.ts";
import type { Say } from "./texts.ts";

/** One view: what just happened, its parts, and the way to the others. `profession`: what the export is then of. */
export const framed = (say: Say, section: Section | null, parts: readonly APIComponentInContainer[], more: { readonly notice?: Notice | undefined; readonly profession?: string } = {}): View =>
  card(
    noticeColour(more.notice),
    ...noticeParts(more.notice),
    ...parts,
    separator(),
    row(
      ...SECTIONS.map((one) => button(one === section ? "primary" : "secondary", say(`section.${one}`), sectionButton.encode({ section: one, page: 0, as: "tab" }))),
      button("secondary", say("export"), exportButton.encode({ state: "every", profession: more.profession ?? "", days: 0 }), { emoji: "📄" }),
    ),
  );

/** "Page 2 of 3" and its row; nothing when there is one page only. */
export function paged(say: Say, { page, pageCount }: Page<unknown>, idOf: (page: number, as: As) => string, ...before: APIButtonComponentWithCustomId[]): readonly APIComponentInContainer[] {
  const turning =
    pageCount <= 1
      ? []
      : [
          button("secondary", say("previous"), idOf(Math.max(0, page - 1), "previous"), { disabled: page === 0 }),
          button("secondary", say("next"), idOf(Math.min(pageCount - 1, page + 1), "next"), { disabled: page === pageCount - 1 }),
        ];
  const buttons = [...before, ...turning];
  return [...(pageCount <= 1 ? [] : [text(`-# ${say("page", { page: page + 1, pageCount })}`)]), ...(buttons.length === 0 ? [] : [row(...buttons)])];
}

/** A request in two lines, and where there is no markdown. */
export interface Line {
  readonly id: string;
  readonly summary: string;
  readonly choice: string;
}

/** Requests of a list, each of which can be opened; `none` when there are none. */
export const listed = (say: Say, lines: readonly Line[], none: string): readonly APIComponentInContainer[] =>
  lines.length === 0
    ? [text(none)]
    : [text(lines.map(({ summary }) => summary).join("\n")), row(stringSelect(openSelect.encode({}), lines.map(({ id, choice }) => option(choice, id)), { hint: say("open-one") }))];
