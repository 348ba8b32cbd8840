import type { APIEmbed } from "discord-api-types/v10";
import type { Field } from "./form.ts";
import { countCharacters } from "../../world/count-characters.ts";

/** Limits: resources/message.mdx, "Embed Limits", in Discord's documentation. */
const MAX_EMBEDS = 10;
const MAX_TOTAL = 6000;

/** Gives the embeds, their type filled in and their text trimmed; undefined when there is no list. */
export function readEmbeds(field: Field): APIEmbed[] | undefined {
  if (field.isAbsent) return field.value === null ? [] : undefined;
  let total = 0;
  const count = (text: string | undefined) => {
    total += countCharacters(text?.trim() ?? "");
  };
  const embeds = field.list({ max: MAX_EMBEDS }).filter((embed) => embed.isObject());
  for (const embed of embeds) {
    count(embed.get("title").text({ max: 256 }));
    count(embed.get("description").text({ max: 4096 }));
    count(embed.get("footer").get("text").text({ max: 2048 }));
    count(embed.get("author").get("name").text({ max: 256 }));
    embed.get("color").whole({ max: 0xffffff });
    embed.get("url").url();
    for (const part of ["image", "thumbnail"]) embed.get(part).get("url").url();
    for (const entry of embed.get("fields").list({ max: 25 })) {
      if (entry.get("name").required()) count(entry.get("name").text({ min: 1, max: 256 }));
      if (entry.get("value").required()) count(entry.get("value").text({ min: 1, max: 1024 }));
    }
  }
  if (total > MAX_TOTAL) field.refuse("MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${MAX_TOTAL}`);
  return embeds.map(({ value }) => ({ type: "rich", ...(value as object) }) as APIEmbed);
}
