import { describe, expect, test } from "vitest";
import { parseMarkdown } from "./blocks.ts";
import { parseInline } from "./inline.ts";

const text = (value: string) => ({ kind: "text", text: value });

describe("inline", () => {
  test.each([
    ["**a**", [{ kind: "bold", children: [text("a")] }]],
    ["*a*", [{ kind: "italic", children: [text("a")] }]],
    ["_a_", [{ kind: "italic", children: [text("a")] }]],
    ["***a***", [{ kind: "bold", children: [{ kind: "italic", children: [text("a")] }] }]],
    ["__a__", [{ kind: "underline", children: [text("a")] }]],
    ["~~a~~", [{ kind: "strike", children: [text("a")] }]],
    ["||a **b**||", [{ kind: "spoiler", children: [text("a "), { kind: "bold", children: [text("b")] }] }]],
    ["`*a*`", [{ kind: "code", text: "*a*" }]],
    ["``a`b``", [{ kind: "code", text: "a`b" }]],
    ["snake_case_name", [text("snake_case_name")]],
    ["2 * 3 * 4", [text("2 * 3 * 4")]],
    ["\\*a\\*", [text("*a*")]],
    ["<@12345678> <@&12345678> <#12345678>", [
      { kind: "user", id: "12345678" },
      text(" "),
      { kind: "role", id: "12345678" },
      text(" "),
      { kind: "channel", id: "12345678" },
    ]],
    ["</rollout start:123>", [{ kind: "command", name: "rollout start", id: "123" }]],
    ["<t:1700000000:R><t:5>", [{ kind: "time", seconds: 1_700_000_000, style: "R" }, { kind: "time", seconds: 5, style: "f" }]],
    ["<:anvil:123456>", [{ kind: "emoji", name: "anvil" }]],
    ["hi @everyone", [text("hi "), { kind: "everyone", text: "@everyone" }]],
    ["```js\nlet a;\n```", [{ kind: "code-block", language: "js", text: "let a;" }]],
    ["```one```", [{ kind: "code-block", language: null, text: "one" }]],
  ])("%s", (source, nodes) => {
    expect(parseInline(source)).toEqual(nodes);
  });

  test("links: bare, bracketed and masked, with the point at the end left out", () => {
    expect(parseInline("see https://a.example/b_c. <https://a.example> [x](https://a.example/(1))")).toEqual([
      text("see "),
      { kind: "link", url: "https://a.example/b_c", children: [text("https://a.example/b_c")] },
      text(". "),
      { kind: "link", url: "https://a.example", children: [text("https://a.example")] },
      text(" "),
      { kind: "link", url: "https://a.example/(1)", children: [text("x")] },
    ]);
  });

  test("nothing but http and https becomes a link", () => {
    expect(parseInline("[x](javascript:alert(1))")).toEqual([text("[x](javascript:alert(1))")]);
  });
});

describe("blocks", () => {
  test("headings, subtext, quote and paragraph", () => {
    expect(parseMarkdown("# One\n### Three\n-# small\n> a\n> b\nend").map((block) => block.kind)).toEqual([
      "heading",
      "heading",
      "subtext",
      "quote",
      "paragraph",
    ]);
  });

  test(">>> takes all that follows", () => {
    expect(parseMarkdown(">>> a\nb")).toEqual([
      { kind: "quote", blocks: [{ kind: "paragraph", children: [text("a\nb")] }] },
    ]);
  });

  test("lists nest by indentation and number from their first", () => {
    const [list] = parseMarkdown("3. a\n  - b\n4. c");
    expect(list).toEqual({
      kind: "list",
      ordered: true,
      start: 3,
      items: [
        {
          children: [text("a")],
          nested: [{ kind: "list", ordered: false, start: 1, items: [{ children: [text("b")], nested: [] }] }],
        },
        { children: [text("c")], nested: [] },
      ],
    });
  });

  test("nothing is read inside a code block", () => {
    expect(parseMarkdown("```\n# not a heading\n- nor a list\n```\nafter")).toEqual([
      {
        kind: "paragraph",
        children: [{ kind: "code-block", language: null, text: "# not a heading\n- nor a list" }, text("after")],
      },
    ]);
  });

  test("a bare # or - stays text", () => {
    expect(parseMarkdown("#channel\n-5")).toEqual([{ kind: "paragraph", children: [text("#channel\n-5")] }]);
  });
});
