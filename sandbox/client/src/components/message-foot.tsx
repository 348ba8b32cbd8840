import type { APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { useInspect } from "../inspect-context.ts";
import { isEphemeral } from "../state/unread.ts";
import { Icon } from "./icons.tsx";

/** Below a message: what failed on it, and who can see it. */
export function MessageFoot({ message }: { readonly message: APIMessage }): JSX.Element | null {
  const { state, act } = usePage();
  const { show } = useInspect();
  const failed = state.interactions.findLast(
    (each) => each.messageId === message.id && each.state === "failed" && !state.sentFromModal.includes(each.interactionId),
  );
  const ephemeral = isEphemeral(message);
  if (failed === undefined && !ephemeral) return null;
  return (
    <footer class="message-foot">
      {failed === undefined ? null : (
        <div class="failed-line">
          <p class="failed" role="alert"><Icon name="warning" size={16} /> This interaction failed</p>
          <button type="button" class="text-link" onClick={() => show({ kind: "interaction", id: failed.interactionId })}>What made this?</button>
        </div>
      )}
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
