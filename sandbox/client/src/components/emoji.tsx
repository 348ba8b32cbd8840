import type { APIMessageComponentEmoji } from "discord-api-types/v10";
import type { JSX } from "preact";

/** An emoji on a button or option: Unicode as it is, a guild's own as its name. */
export function Emoji({ emoji }: { readonly emoji: APIMessageComponentEmoji | undefined }): JSX.Element | null {
  if (emoji?.name === undefined || emoji.name === "") return null;
  if (emoji.id === undefined) return <span class="emoji" aria-hidden="true">{emoji.name}</span>;
  return <span class="emoji custom" aria-hidden="true">:{emoji.name}:</span>;
}
