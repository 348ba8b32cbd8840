import { parseInline } from "./inline.ts";
import type { Block, ListItem } from "./nodes.ts";

const LIST = /^( *)([-*]|\d{1,9}\.) +(\S.*)$/;
const FENCE = "```";

/** Reads Discord's markdown: headings, subtext, lists and quotes at the start of lines, the rest as paragraphs. */
export function parseMarkdown(text: string): readonly Block[] {
  return parseLines(text.split("\n"), false);
}

function parseLines(lines: readonly string[], insideQuote: boolean): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const finish = (): void => {
    const body = paragraph.join("\n");
    if (body !== "") blocks.push({ kind: "paragraph", children: parseInline(body) });
    paragraph = [];
  };
  let at = 0;
  while (at < lines.length) {
    const special = blockAt(lines, at, insideQuote);
    if (special === null) {
      const end = endOfFence(lines, at);
      paragraph.push(...lines.slice(at, end));
      at = end;
    } else {
      finish();
      blocks.push(special.block);
      at = special.end;
    }
  }
  finish();
  return blocks;
}

interface Found {
  readonly block: Block;
  /** Index of the line after it. */
  readonly end: number;
}

function blockAt(lines: readonly string[], at: number, insideQuote: boolean): Found | null {
  const line = lines[at] ?? "";
  if (!insideQuote && line.startsWith(">>> ")) {
    const rest = [line.slice(4), ...lines.slice(at + 1)];
    return { block: { kind: "quote", blocks: parseLines(rest, true) }, end: lines.length };
  }
  if (!insideQuote && isQuote(line)) {
    let end = at;
    while (end < lines.length && isQuote(lines[end] ?? "")) end += 1;
    const inner = lines.slice(at, end).map((each) => each.slice(2));
    return { block: { kind: "quote", blocks: parseLines(inner, true) }, end };
  }
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading !== null) {
    const level = (heading[1]?.length ?? 1) as 1 | 2 | 3;
    return { block: { kind: "heading", level, children: parseInline((heading[2] ?? "").replace(/ #+$/, "")) }, end: at + 1 };
  }
  const subtext = /^-# +(\S.*)$/.exec(line);
  if (subtext !== null) return { block: { kind: "subtext", children: parseInline(subtext[1] ?? "") }, end: at + 1 };
  return LIST.test(line) ? listAt(lines, at) : null;
}

function isQuote(line: string): boolean {
  return line.startsWith("> ");
}

function listAt(lines: readonly string[], at: number): Found {
  const first = LIST.exec(lines[at] ?? "");
  const indent = first?.[1]?.length ?? 0;
  const ordered = isNumber(first?.[2]);
  const items: ListItem[] = [];
  let end = at;
  while (end < lines.length) {
    const match = LIST.exec(lines[end] ?? "");
    const depth = match?.[1]?.length ?? 0;
    if (match === null || depth < indent) break;
    if (depth > indent) {
      const inner = listAt(lines, end);
      const last = items.pop();
      if (last !== undefined) items.push({ ...last, nested: [...last.nested, inner.block] });
      end = inner.end;
      continue;
    }
    if (isNumber(match[2]) !== ordered) break;
    items.push({ children: parseInline(match[3] ?? ""), nested: [] });
    end += 1;
  }
  return { block: { kind: "list", ordered, start: ordered ? Number.parseInt(first?.[2] ?? "1", 10) : 1, items }, end };
}

function isNumber(mark: string | undefined): boolean {
  return mark !== undefined && mark !== "-" && mark !== "*";
}

/** The line after a code block that opens on this line, or the next line where none does. */
function endOfFence(lines: readonly string[], at: number): number {
  const line = lines[at] ?? "";
  const opens = line.split(FENCE).length % 2 === 0;
  if (!opens) return at + 1;
  const close = lines.findIndex((each, index) => index > at && each.includes(FENCE));
  return close === -1 ? at + 1 : close + 1;
}
