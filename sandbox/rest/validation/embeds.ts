import { type APIEmbed, EmbedType } from "discord-api-types/v10";
import type { Field } from "./form.ts";
import { countCharacters } from "../../world/count-characters.ts";
import { withoutNulls } from "./without-nulls.ts";

/** Limits: resources/message.mdx, "Embed Limits", in Discord's documentation. */
const MAX_EMBEDS = 10;
const MAX_TOTAL = 6000;

/** Gives the embeds, their type filled in and their text trimmed; undefined when there is no list. */
export function readEmbeds(field: Field): APIEmbed[] | undefined {
  if (field.isAbsent) return field.value === null ? [] : undefined;
  let total = 0;
  const count = (text: string | undefined) => {
    total += countCharacters(text ?? "");
  };
  const embeds = field.list({ max: MAX_EMBEDS }).filter((embed) => embed.isObject());
  for (const embed of embeds) {
    count(embed.get("title").text({ max: 256, trim: true }));
    count(embed.get("description").text({ max: 4096, trim: true }));
    count(part(embed, "footer", "text")?.text({ max: 2048, trim: true }));
    count(part(embed, "author", "name")?.text({ max: 256, trim: true }));
    embed.get("color").whole({ max: 0xffffff });
    embed.get("timestamp").instant();
    embed.get("url").url();
    for (const picture of ["image", "thumbnail"]) part(embed, picture, "url")?.url();
    for (const [holder, key] of [["footer", "icon_url"], ["author", "icon_url"], ["author", "url"]] as const) embed.get(holder).get(key).url();
    for (const entry of embed.get("fields").list({ max: 25 })) {
      if (!entry.isObject()) continue;
      if (entry.get("name").required()) count(entry.get("name").text({ min: 1, max: 256, trim: true }));
      if (entry.get("value").required()) count(entry.get("value").text({ min: 1, max: 1024, trim: true }));
      entry.get("inline").flag();
    }
    if (SHOWN.every((key) => isNothing(embed.get(key).value))) embed.get("description").required();
  }
  if (total > MAX_TOTAL) field.refuse("MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${MAX_TOTAL}`);
  const read = embeds.map(({ value }) => ({ ...(withoutNulls(value) as APIEmbed), type: EmbedType.Rich }));
  // Of those with the same address only the first is shown.
  return read.filter(({ url }, index) => url === undefined || read.findIndex((each) => each.url === url) === index);
}

/** What an embed needs at least one of. */
const SHOWN = ["title", "description", "fields", "image", "thumbnail", "author", "footer"];

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** A part of an embed by what it cannot be without; null when there is no such part. */
function part(embed: Field, name: string, key: string): Field | null {
  const field = embed.get(name);
  if (field.isAbsent || !field.isObject() || !field.get(key).required()) return null;
  return field.get(key);
}
