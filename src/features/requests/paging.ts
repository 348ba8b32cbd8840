import type { APIButtonComponentWithCustomId } from "discord-api-types/v10";
import type { Page } from "../paging.ts";
import { button } from "../view-kit.ts";
import type { Say } from "./texts.ts";

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
