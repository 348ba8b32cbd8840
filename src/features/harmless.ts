import { plain } from "./view-kit.ts";

/** An address, and the marks that somebody put around it. A backslash is in none, nor what Discord's `<…>` cannot hold. */
const LINK = /([*_~|`]*)(https?:\/\/[^\s<>"\\]+)/gi;
const PUNCTUATION = /[.,:;!?'`|\]]+$/;

/**
 * Text of people with nothing in it working as markdown or mention, but for http(s) addresses: these are
 * links that say where they lead, whole, in Discord's `<…>`, so that no mark in them or after them changes them.
 */
export function harmless(typed: string): string {
  let shown = "";
  let at = 0;
  for (const found of typed.matchAll(LINK)) {
    const [, marks = "", rest = ""] = found;
    const start = found.index + marks.length;
    const link = endOf(rest, marks);
    shown += plain(typed.slice(at, start)) + (isWhole(link) ? `<${link}>` : plain(link).replace(":", "\\:"));
    at = start + link.length;
  }
  return shown + plain(typed.slice(at));
}

/** Without what ends the sentence, closes a bracket that was open before, or answers the marks in front. */
function endOf(rest: string, marks: string): string {
  const closing = marks.split("").toReversed().join("");
  let link = untilUnbalanced(rest).replace(PUNCTUATION, "");
  if (closing !== "" && link.includes(closing)) link = link.slice(0, link.indexOf(closing));
  return link.replace(PUNCTUATION, "");
}

/** `(https://a.b/c_(d))` is `https://a.b/c_(d)` in brackets. */
function untilUnbalanced(rest: string): string {
  let open = 0;
  for (const { 0: bracket, index } of rest.matchAll(/[()]/g)) {
    open += bracket === "(" ? 1 : -1;
    if (open < 0) return rest.slice(0, index);
  }
  return rest;
}

/** One that was cut leads to somewhere else. */
const isWhole = (link: string): boolean => !link.endsWith("…");
