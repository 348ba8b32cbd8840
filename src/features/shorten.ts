/** Cutting text where people would: between characters as they see them, and between words where one ends nearby. */

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How much of what fits is given up at most so that no word is cut: long words, addresses and scripts without spaces are cut within. */
const GIVEN_UP = 0.4;

/**
 * At most the first `limit` UTF-16 units, which are never fewer than characters: so it fits however Discord
 * counts. What is seen as one character is never cut, but for one that alone is longer.
 */
export function firstOf(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = graphemes.segment(text).containing(limit)?.index ?? 0;
  // Of a letter under more marks than fit, what fits; never half of a code point.
  return cut > 0 ? text.slice(0, cut) : text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "");
}

/** Cuts text to `limit` characters, with an ellipsis in place of the rest; at the end of a word where one is near. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const fitting = firstOf(text, limit - 1);
  const end = isSpace(text, fitting.length) ? fitting.length : lastSpace(fitting);
  return `${fitting.slice(0, end < fitting.length * (1 - GIVEN_UP) ? fitting.length : end).trimEnd()}…`;
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at));

function lastSpace(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && !isSpace(text, at)) at -= 1;
  return at;
}
