import type { JSX } from "preact";
import type { ChannelView } from "../../../protocol.ts";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { channelTitle, lookOf } from "../state/look-up.ts";
import { unreadOf } from "../state/unread.ts";
import { Avatar } from "./avatar.tsx";
import { Icon } from "./icons.tsx";

/** A channel in a list: a real link, so that it can also be opened in a tab of its own. */
export function ChannelLink({ channel }: { readonly channel: ChannelView }): JSX.Element {
  const { state, snapshot, openChannel, linkTo } = usePage();
  const { channel: here } = usePlace();
  const current = here.id === channel.id;
  const { count, mentions } = unreadOf(state, channel);
  const title = channelTitle(snapshot, channel);
  const other = channel.kind === "dm" ? lookOf(snapshot, null, channel.recipientIds.find((id) => id !== snapshot.me.id) ?? channel.id) : null;
  const unread = !current && count > 0;
  return (
    <a
      class={`channel-link${current ? " current" : ""}${unread ? " unread" : ""}`}
      href={linkTo(snapshot.me.id, channel.id)}
      aria-current={current ? "page" : undefined}
      aria-label={unread ? `${title}, ${mentions > 0 ? `${mentions} ` : ""}unread` : title}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        openChannel(channel.id);
      }}
    >
      {other === null ? <Icon name={channel.kind === "thread" ? "thread" : "hash"} size={20} /> : <Avatar id={other.id} name={title} size={32} online={other.online} />}
      <span class="channel-link-name">{title}</span>
      {mentions > 0 && !current ? <span class="badge" aria-hidden="true">{mentions}</span> : null}
    </a>
  );
}
