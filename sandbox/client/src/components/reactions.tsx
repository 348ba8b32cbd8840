import type { APIMessage, APIReaction } from "discord-api-types/v10";
import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { reactionName } from "../reaction-name.ts";
import { AddReaction } from "./add-reaction.tsx";
import { Emoji } from "./emoji.tsx";

/** The reactions under a message: a press joins one, or leaves it. */
export function Reactions({ message }: { readonly message: APIMessage }): JSX.Element | null {
  const { act } = usePage();
  const { reactions = [], channel_id: channelId, id: messageId } = message;
  if (reactions.length === 0) return null;
  return (
    <div class="reactions" role="group" aria-label="Reactions">
      {reactions.map((reaction) => {
        const name = reactionName(reaction.emoji);
        return (
          <button
            key={name}
            type="button"
            class="reaction"
            aria-pressed={reaction.me}
            aria-label={label(reaction)}
            onClick={() => void act("react", { channelId, messageId, emoji: name, on: !reaction.me })}
          >
            <Emoji emoji={{ name: reaction.emoji.name ?? "", ...(reaction.emoji.id === null ? {} : { id: reaction.emoji.id }) }} />
            <span class="reaction-count">{reaction.count}</span>
          </button>
        );
      })}
      <AddReaction message={message} class="reaction" />
    </div>
  );
}

function label({ emoji, count, me }: APIReaction): string {
  return `${emoji.name ?? "emoji"}, ${count} ${count === 1 ? "reaction" : "reactions"}${me ? ", yours too" : ""}`;
}
