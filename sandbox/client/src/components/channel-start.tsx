import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { channelTitle } from "../state/look-up.ts";
import { Avatar } from "./avatar.tsx";
import { Icon } from "./icons.tsx";

/** How a channel begins, above its first message. */
export function ChannelStart({ empty }: { readonly empty: boolean }): JSX.Element {
  const { snapshot } = usePage();
  const { channel } = usePlace();
  const title = channelTitle(snapshot, channel);
  if (channel.kind === "dm") {
    const other = channel.recipientIds.find((id) => id !== snapshot.me.id) ?? channel.id;
    return (
      <div class="channel-start">
        <Avatar id={other} name={title} size={72} />
        <h2>{title}</h2>
        <p>This is the beginning of your direct messages with <strong>{title}</strong>.{empty ? " No messages yet." : ""}</p>
      </div>
    );
  }
  const thread = channel.kind === "thread";
  return (
    <div class="channel-start">
      <span class="channel-start-sign"><Icon name={thread ? "thread" : "hash"} size={40} /></span>
      <h2>{thread ? title : `Welcome to #${title}!`}</h2>
      <p>{thread ? "This is the start of the thread." : `This is the start of the #${title} channel.`}{empty ? " No messages yet." : ""}</p>
    </div>
  );
}
