import type { APIEmbed, APIEmbedField } from "discord-api-types/v10";
import type { ComponentChildren, JSX } from "preact";
import { usePage } from "../app-context.ts";
import { cssColor } from "../colors.ts";
import { safeLink } from "../safe-link.ts";
import { messageTime } from "../time-text.ts";
import { InlineMarkdown, Markdown } from "./markdown.tsx";
import { Picture } from "./picture.tsx";

/** An embed: the card with a coloured edge. */
export function Embed({ embed }: { readonly embed: APIEmbed }): JSX.Element {
  return (
    <div class="embed" style={{ "--accent": cssColor(embed.color) ?? "var(--line-strong)" }}>
      <div class="embed-grid">
        <div class="embed-words">
          {embed.author === undefined ? null : <p class="embed-author"><EmbedIcon address={embed.author.icon_url} /> <Linked address={embed.author.url}>{embed.author.name}</Linked></p>}
          {embed.title === undefined ? null : (
            <p class="embed-title">
              <Linked address={embed.url}><InlineMarkdown text={embed.title} /></Linked>
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

function Linked({ address, children }: { readonly address: string | undefined; readonly children: ComponentChildren }): JSX.Element {
  const link = address === undefined ? null : safeLink(address);
  return link === null ? <>{children}</> : <a href={link} target="_blank" rel="noreferrer noopener">{children}</a>;
}

function EmbedIcon({ address }: { readonly address: string | undefined }): JSX.Element | null {
  return address === undefined ? null : <Picture media={{ url: address }} about="" class="embed-icon" />;
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
  return parts.length === 0 ? null : <p class="embed-foot"><EmbedIcon address={embed.footer?.icon_url} /> {parts.join(" • ")}</p>;
}
