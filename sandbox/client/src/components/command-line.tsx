import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { useInspect } from "../inspect-context.ts";
import { usePlace } from "../place-context.ts";
import type { InteractionEntry } from "../state/model.ts";
import { timeOf } from "../state/snowflake.ts";
import { messageTime } from "../time-text.ts";
import { AppTag, Avatar } from "./avatar.tsx";
import { Dots } from "./dots.tsx";
import { Icon } from "./icons.tsx";

/** A command of this person that nobody else sees: under way, or failed. */
export function CommandLine({ entry }: { readonly entry: InteractionEntry }): JSX.Element {
  const { snapshot, dispatch } = usePage();
  const { channel } = usePlace();
  const { show } = useInspect();
  const application =
    snapshot.applications.find((each) => each.commands.some((command) => command.name === entry.source.split(" ")[0])) ??
    snapshot.applications.find((each) => channel.recipientIds.includes(each.botUserId)) ??
    snapshot.applications[0];
  const at = timeOf(entry.interactionId);
  const name = application?.name ?? "The application";
  return (
    <article class="message starts local" aria-label={name}>
      <div class="message-origin">
        <span class="message-spine" aria-hidden="true" />
        <Avatar id={snapshot.me.id} name={snapshot.me.displayName} size={16} />
        <span class="message-author">{snapshot.me.displayName}</span>
        <span class="origin-words">used <b>{entry.source === entry.source.toLowerCase() ? `/${entry.source}` : entry.source}</b></span>
      </div>
      <div class="message-gutter"><Avatar id={application?.botUserId ?? entry.source} name={name} /></div>
      <div class="message-main">
        <header class="message-head"><span class="message-author">{name}</span><AppTag /><time dateTime={at} title={new Date(at).toLocaleString(snapshot.me.locale)}>{messageTime(at, snapshot.me.locale, Date.now())}</time></header>
        {entry.state === "pending" ? (
          <p class="thinking"><Dots /> Sending command…</p>
        ) : (
          <>
            <p class="failed" role="alert"><Icon name="warning" size={16} /> The application did not respond</p>
            <p class="only-you">
              <Icon name="eye" size={16} />
              <span>Only you can see this</span>
              <span aria-hidden="true"> • </span>
              <button type="button" class="text-link" onClick={() => dispatch({ type: "interaction-forgotten", interactionId: entry.interactionId })}>
                Dismiss message
              </button>
              <span aria-hidden="true"> • </span>
              <button type="button" class="text-link" onClick={() => show({ kind: "interaction", id: entry.interactionId })}>
                What made this?
              </button>
            </p>
          </>
        )}
      </div>
    </article>
  );
}
