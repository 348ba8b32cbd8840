import type { View } from "../contract.ts";
import { inline } from "../phrases.ts";
import { button, row, text } from "../view-kit.ts";
import { findButton } from "./custom-ids.ts";
import { framed, type Line, listed } from "./frame.ts";
import type { Say } from "./texts.ts";

/** What matches a search, the newest first. `below`: 0 from the newest on; `next`: null when there is no more. */
export function findView(say: Say, { typed, below, lines, next }: { readonly typed: string; readonly below: number; readonly lines: readonly Line[]; readonly next: number | null }): View {
  const buttons = [
    ...(below === 0 ? [] : [button("secondary", say("find.newest"), findButton.encode({ typed, below: 0, as: "back" }))]),
    ...(next === null ? [] : [button("secondary", say("find.older"), findButton.encode({ typed, below: next, as: "next" }))]),
  ];
  return framed(say, null, [
    text(say("find.heading", { typed: inline(typed, 60) })),
    ...listed(say, lines, say(below === 0 ? "find.none" : "find.none-older")),
    ...(buttons.length === 0 ? [] : [row(...buttons)]),
  ]);
}
