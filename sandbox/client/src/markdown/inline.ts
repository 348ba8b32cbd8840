import type { Inline } from "./nodes.ts";

interface Rule {
  readonly pattern: RegExp;
  readonly make: (match: RegExpExecArray) => Inline;
}

const part = (match: RegExpExecArray, index: number): string => match[index] ?? "";
const nested = (kind: "bold" | "italic" | "underline" | "strike" | "spoiler") => (match: RegExpExecArray): Inline => ({
  kind,
  children: parseInline(part(match, 1)),
});
const url = (address: string, children: readonly Inline[]): Inline => ({ kind: "link", url: address, children });
const plain = (text: string): Inline => ({ kind: "text", text });

/** In order: the first that matches where the text stands, wins. */
const RULES: readonly Rule[] = [
  { pattern: /\\([^A-Za-z0-9\s])/y, make: (m) => plain(part(m, 1)) },
  {
    pattern: /```(?:([\w+\-.#]+)?\n)?([\s\S]+?)\n*```\n?/y,
    make: (m) => ({ kind: "code-block", language: m[1] ?? null, text: part(m, 2) }),
  },
  { pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y, make: (m) => ({ kind: "code", text: part(m, 2).replaceAll(/^ (?=`)|(?<=`) $/g, "") }) },
  { pattern: /<(https?:\/\/[^\s<>]+)>/y, make: (m) => url(part(m, 1), [plain(part(m, 1))]) },
  { pattern: /<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y, make: (m) => ({ kind: "time", seconds: Number(part(m, 1)), style: m[2] ?? "f" }) },
  { pattern: /<@!?(\d{5,20})>/y, make: (m) => ({ kind: "user", id: part(m, 1) }) },
  { pattern: /<@&(\d{5,20})>/y, make: (m) => ({ kind: "role", id: part(m, 1) }) },
  { pattern: /<#(\d{5,20})>/y, make: (m) => ({ kind: "channel", id: part(m, 1) }) },
  { pattern: /<\/([^:>]{1,100}):(\d{1,20})>/y, make: (m) => ({ kind: "command", name: part(m, 1), id: part(m, 2) }) },
  { pattern: /<a?:(\w{2,32}):\d{5,20}>/y, make: (m) => ({ kind: "emoji", name: part(m, 1) }) },
  {
    pattern: /\[((?:\\.|[^[\]\\])+)\]\(<?(https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?: "[^"]*")?\)/y,
    make: (m) => url(part(m, 2), parseInline(part(m, 1), true)),
  },
  { pattern: /@(?:everyone|here)\b/y, make: (m) => ({ kind: "everyone", text: part(m, 0) }) },
  { pattern: /\|\|([\s\S]+?)\|\|/y, make: nested("spoiler") },
  { pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, make: nested("bold") },
  { pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, make: nested("underline") },
  { pattern: /~~([\s\S]+?)~~/y, make: nested("strike") },
  { pattern: /\*(?=\S)((?:\\[\s\S]|\*\*|[^*\\])+?)(?<!\s)\*(?!\*)/y, make: nested("italic") },
  { pattern: /(?<!\w)_((?:\\[\s\S]|__|[^_\\])+?)_(?!\w)/y, make: nested("italic") },
];

const BARE_URL: Rule = {
  pattern: /https?:\/\/[^\s<>|]*[^\s<>|.,:;"')\]*_~]/y,
  make: (m) => url(part(m, 0), [plain(part(m, 0))]),
};

/** Text within a line or paragraph; a link's own words hold no further bare address. */
export function parseInline(text: string, insideLink = false): readonly Inline[] {
  const rules = insideLink ? RULES : [...RULES, BARE_URL];
  const nodes: Inline[] = [];
  let pending = "";
  let at = 0;
  while (at < text.length) {
    const found = firstMatch(rules, text, at);
    if (found === null) {
      pending += text[at] ?? "";
      at += 1;
      continue;
    }
    if (pending !== "") nodes.push(plain(pending));
    pending = "";
    nodes.push(found.node);
    at = found.end;
  }
  if (pending !== "") nodes.push(plain(pending));
  return joined(nodes);
}

const MAY_START = /[\\`<[@|*_~h]/;

function firstMatch(rules: readonly Rule[], text: string, at: number): { node: Inline; end: number } | null {
  if (!MAY_START.test(text[at] ?? "")) return null;
  for (const { pattern, make } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    // The make functions parse what is inside with these same patterns: the end is taken first.
    const end = pattern.lastIndex;
    if (match !== null) return { node: make(match), end };
  }
  return null;
}

function joined(nodes: readonly Inline[]): readonly Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.kind === "text" && last?.kind === "text") out[out.length - 1] = plain(last.text + node.text);
    else out.push(node);
  }
  return out;
}
