import type { View } from "../contract.ts";
import type { Notice } from "../notice.ts";
import type { Page } from "../paging.ts";
import { ago, person } from "../phrases.ts";
import { row, text, userSelect } from "../view-kit.ts";
import { crafterButton, crafterSelect, reassignSelect, sectionButton } from "./custom-ids.ts";
import { framed, type Line, listed, paged } from "./frame.ts";
import type { Say } from "./texts.ts";

export const CRAFTERS_PAGE_SIZE = 15;

/** How busy one crafter is. Times in milliseconds since 1970. */
export interface Busy {
  readonly crafterId: string;
  readonly count: number;
  readonly left: number;
  /** When they took what they hold longest; null when nothing tells. */
  readonly since: number | null;
  /** When they last did anything to a request. */
  readonly last: number | null;
}

/** Who has how much, for how long, and when they last showed that they work on it. */
export function craftersView(say: Say, page: Page<Busy>): View {
  const lines = page.items.flatMap(({ crafterId, count, left, since, last }) => [
    say("crafters.line", { crafter: person(crafterId), count, left }),
    ...(since === null ? [] : [last === null ? say("crafters.since-only", { since: ago(since) }) : say("crafters.since", { since: ago(since), last: ago(last) })]),
  ]);
  return framed(say, "crafters", [
    text([say("crafters.heading"), ...(lines.length > 0 ? lines : [say("crafters.none")])].join("\n")),
    row(userSelect(crafterSelect.encode({}), { hint: say("crafters.choose") })),
    ...paged(say, page, (to, as) => sectionButton.encode({ section: "crafters", page: to, as })),
  ]);
}

/** What one crafter has, and the way to give all of it to somebody else. */
export function crafterView(say: Say, crafterId: string, page: Page<Line>, notice?: Notice): View {
  return framed(
    say,
    "crafters",
    [
      text(say("crafter.heading", { crafter: person(crafterId) })),
      ...listed(say, page.items, say("crafter.none", { crafter: person(crafterId) })),
      ...(page.total === 0 ? [] : [row(userSelect(reassignSelect.encode({ userId: crafterId }), { hint: say("crafter.reassign") }))]),
      ...paged(say, page, (to, as) => crafterButton.encode({ userId: crafterId, page: to, as })),
    ],
    { notice },
  );
}
