import type { APIButtonComponentWithCustomId } from "discord-api-types/v10";
import { button } from "../view-kit.ts";
import type { Page } from "./request-port.ts";
import type { Say } from "./texts.ts";

/** A page of a list that is at hand as a whole. */
export function pageOf<T>(all: readonly T[], page: number, pageSize: number): Page<T> {
  const pageCount = Math.max(1, Math.ceil(all.length / pageSize));
  const shown = Math.min(page, pageCount - 1);
  return { items: all.slice(shown * pageSize, (shown + 1) * pageSize), total: all.length, page: shown, pageCount };
}

/** "Page 2 of 3" with its buttons; nothing when there is one page only. */
export function pagingButtons(
  say: Say,
  { page, pageCount }: Page<unknown>,
  idOf: (page: number, as: "previous" | "next") => string,
): { readonly lines: readonly string[]; readonly buttons: readonly APIButtonComponentWithCustomId[] } {
  if (pageCount <= 1) return { lines: [], buttons: [] };
  return {
    lines: [`-# ${say("page", { page: page + 1, pageCount })}`],
    buttons: [
      button("secondary", say("previous"), idOf(Math.max(0, page - 1), "previous"), { disabled: page === 0 }),
      button("secondary", say("next"), idOf(Math.min(pageCount - 1, page + 1), "next"), { disabled: page === pageCount - 1 }),
    ],
  };
}
