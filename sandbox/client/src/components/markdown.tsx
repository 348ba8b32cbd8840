import { Fragment, type JSX } from "preact";
import { useMemo } from "preact/hooks";
import { parseMarkdown } from "../markdown/blocks.ts";
import { parseInline } from "../markdown/inline.ts";
import type { Block, Inline } from "../markdown/nodes.ts";
import { safeLink } from "../safe-link.ts";
import { CommandMention, ChannelMention, RoleMention, UserMention } from "./mention.tsx";
import { Spoiler } from "./spoiler.tsx";
import { Time } from "./time.tsx";

/** Discord's markdown, drawn. */
export function Markdown({ text }: { readonly text: string }): JSX.Element {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <div class="markdown">{blocks.map(drawBlock)}</div>;
}

/** The same without headings, lists and quotes: for titles and field names. */
export function InlineMarkdown({ text }: { readonly text: string }): JSX.Element {
  const nodes = useMemo(() => parseInline(text), [text]);
  return <>{drawAll(nodes)}</>;
}

function drawBlock(block: Block, index: number): JSX.Element {
  switch (block.kind) {
    case "paragraph":
      return <div key={index} class="paragraph">{drawAll(block.children)}</div>;
    case "subtext":
      return <div key={index} class="subtext">{drawAll(block.children)}</div>;
    case "quote":
      return <blockquote key={index}>{block.blocks.map(drawBlock)}</blockquote>;
    case "heading":
      if (block.level === 1) return <h1 key={index}>{drawAll(block.children)}</h1>;
      return block.level === 2 ? <h2 key={index}>{drawAll(block.children)}</h2> : <h3 key={index}>{drawAll(block.children)}</h3>;
    case "list": {
      const items = block.items.map((item, at) => (
        <li key={at}>
          {drawAll(item.children)}
          {item.nested.map(drawBlock)}
        </li>
      ));
      return block.ordered ? <ol key={index} start={block.start}>{items}</ol> : <ul key={index}>{items}</ul>;
    }
  }
}

function drawAll(nodes: readonly Inline[]): readonly JSX.Element[] {
  return nodes.map((node, index) => <Fragment key={index}>{draw(node)}</Fragment>);
}

function draw(node: Inline): JSX.Element | string {
  switch (node.kind) {
    case "text":
      return node.text;
    case "bold":
      return <strong>{drawAll(node.children)}</strong>;
    case "italic":
      return <em>{drawAll(node.children)}</em>;
    case "underline":
      return <u>{drawAll(node.children)}</u>;
    case "strike":
      return <s>{drawAll(node.children)}</s>;
    case "spoiler":
      return <Spoiler>{drawAll(node.children)}</Spoiler>;
    case "code":
      return <code>{node.text}</code>;
    case "code-block":
      return <pre><code>{node.text}</code></pre>;
    case "link": {
      const href = safeLink(node.url);
      if (href === null) return node.url;
      return <a href={href} target="_blank" rel="noreferrer noopener">{drawAll(node.children)}</a>;
    }
    case "time":
      return <Time seconds={node.seconds} style={node.style} />;
    case "user":
      return <UserMention id={node.id} />;
    case "role":
      return <RoleMention id={node.id} />;
    case "channel":
      return <ChannelMention id={node.id} />;
    case "command":
      return <CommandMention name={node.name} />;
    case "emoji":
      return <span class="emoji custom">:{node.name}:</span>;
    case "everyone":
      return <span class="mention">{node.text}</span>;
  }
}
