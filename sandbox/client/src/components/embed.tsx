import type { APIEmbed, APIEmbedField } from "discord-api-types/v10";
import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { cssColor } from "../colors.ts";
import { safeLink } from "../safe-link.ts";
import { messageTime } from "../time-text.ts";
import { InlineMarkdown, Markdown } from "./markdown.tsx";
import { Picture } from "./picture.tsx";

/** An embed: the card with a coloured edge. */
export function Embed({ embed }: { readonly embed: APIEmbed }): JSX.Element {
  const link = embed.url === undefined ? null : safeLink(embed.url);
  return (
    <div class="embed" style={{ "--accent": cssColor(embed.color) ?? "var(--line-strong)" }}>
      <div class="embed-grid">
        <div class="embed-words">
          {embed.author === undefined ? null : <p class="embed-author">{embed.author.name}</p>}
          {embed.title === undefined ? null : (
            <p class="embed-title">
              {link === null ? <InlineMarkdown text={embed.title} /> : <a href={link} target="_blank" rel="noreferrer noopener"><InlineMarkdown text={embed.title} /></a>}
            </p>
          )}
          {embed.description === undefined ? null : <Markdown text={embed.description} />}
          {embed.fields === undefined || embed.fields.length === 0 ? null : <Fields fields={embed.fields} />}
        </div>
        {embed.thumbnail === undefined ? null : <Picture media={embed.thumbnail} about="" class="embed-thumbnail" />}
      </div>
      {embed.image === undefined ? null : <Picture media={embed.image} about="" class="embed-image" />}
      <Foot embed={embed} />
    </div>
  );
}

function Fields({ fields }: { readonly fields: readonly APIEmbedField[] }): JSX.Element {
  return (
    <dl class="embed-fields">
      {fields.map((field, index) => (
        <div key={index} class={field.inline === true ? "inline" : ""}>
          <dt><InlineMarkdown text={field.name} /></dt>
          <dd><Markdown text={field.value} /></dd>
        </div>
      ))}
    </dl>
  );
}

function Foot({ embed }: { readonly embed: APIEmbed }): JSX.Element | null {
  const { locale } = usePage().snapshot.me;
  const at = embed.timestamp === undefined ? null : messageTime(embed.timestamp, locale, Date.now());
  const parts = [embed.footer?.text, at].filter((part) => part !== undefined && part !== null);
  return parts.length === 0 ? null : <p class="embed-foot">{parts.join(" • ")}</p>;
}
