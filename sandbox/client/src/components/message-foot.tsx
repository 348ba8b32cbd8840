import type { APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { isEphemeral } from "../state/unread.ts";
import { Icon } from "./icons.tsx";

/** Below a message: what failed on it, and who can see it. */
export function MessageFoot({ message }: { readonly message: APIMessage }): JSX.Element | null {
  const { state, act } = usePage();
  const failed = state.interactions.some(
    (each) => each.messageId === message.id && each.state === "failed" && !state.sentFromModal.includes(each.interactionId),
  );
  const ephemeral = isEphemeral(message);
  if (!failed && !ephemeral) return null;
  return (
    <footer class="message-foot">
      {failed ? <p class="failed" role="alert"><Icon name="warning" size={16} /> This interaction failed</p> : null}
      {ephemeral ? (
        <p class="only-you">
          <Icon name="eye" size={16} />
          <span>Only you can see this</span>
          <span aria-hidden="true"> • </span>
          <button type="button" class="text-link" onClick={() => void act("dismiss", { channelId: message.channel_id, messageId: message.id })}>
            Dismiss message
          </button>
        </p>
      ) : null}
    </footer>
  );
}
