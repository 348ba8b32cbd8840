import { expect, it } from "vitest";
import { parseInline } from "../../sandbox/client/src/markdown/inline.ts";
import { harmless } from "./harmless.ts";

const WOWHEAD = "https://www.wowhead.com/classic/item=16252/formula_enchant_weapon-crusader?a=*1*";

it.each([
  [WOWHEAD, `<${WOWHEAD}>`],
  [`see ${WOWHEAD}, please`, `see <${WOWHEAD}>, please`],
  ["[x](https://evil.example)", "\\[x\\]\\(<https://evil.example>\\)"],
  ["[x](<https://evil.example>)", "\\[x\\]\\(\\<<https://evil.example>\\>\\)"],
  ["**https://a.example/b_c**!", "\\*\\*<https://a.example/b_c>\\*\\*!"],
  ["(https://a.example/b_(c)).", "\\(<https://a.example/b_(c)>\\)."],
  ["https://a.example/@everyone **b**", "<https://a.example/@everyone> \\*\\*b\\*\\*"],
  ["https://a.example/<@1>", "<https://a.example/>\\<\\@1\\>"],
  ["https://a.exam…", "https\\://a.exam…"],
  ["https://", "https://"],
  ["javascript://a_b", "javascript://a\\_b"],
])("leaves nothing but addresses working: %s", (typed, shown) => {
  expect(harmless(typed)).toBe(shown);
});

it("is read by a markdown parser as the very text, with links that lead where they say", () => {
  for (const typed of [WOWHEAD, "[x](https://evil.example) and https://a.example/__b__?c=~~d~~.", `a*b*${WOWHEAD}*c*`]) {
    const nodes = parseInline(harmless(typed));
    expect(nodes.map((node) => (node.kind === "link" ? node.url : node.kind === "text" ? node.text : node.kind)).join("")).toBe(typed);
    const links = nodes.filter((node) => node.kind === "link");
    expect(links.map(({ children }) => children)).toEqual(links.map(({ url }) => [{ kind: "text", text: url }]));
  }
});
