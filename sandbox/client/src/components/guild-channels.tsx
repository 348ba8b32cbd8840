import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ChannelView, GuildView } from "../../../protocol.ts";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { channelsOf, threadsOf } from "../state/look-up.ts";
import { unreadOf } from "../state/unread.ts";
import { ChannelLink } from "./channel-link.tsx";
import { Icon } from "./icons.tsx";

/** A server's categories, channels and threads. */
export function GuildChannels({ guild }: { readonly guild: GuildView }): JSX.Element {
  const loose = guild.channels.filter((each) => each.kind === "text" && each.parentId === null).toSorted((a, b) => a.position - b.position);
  const categories = guild.channels.filter((each) => each.kind === "category").toSorted((a, b) => a.position - b.position);
  return (
    <nav class="channels" aria-label={`Channels of ${guild.name}`}>
      <h2 class="channels-title">{guild.name}</h2>
      <div class="channels-scroll">
        <ul>{loose.map((channel) => <ChannelWithThreads key={channel.id} guild={guild} channel={channel} />)}</ul>
        {categories.map((category) => (
          <Category key={category.id} guild={guild} category={category} />
        ))}
      </div>
    </nav>
  );
}

function Category({ guild, category }: { readonly guild: GuildView; readonly category: ChannelView }): JSX.Element {
  const { state } = usePage();
  const { channel: here } = usePlace();
  const [open, setOpen] = useState(true);
  const channels = channelsOf(guild, category.id);
  // A closed category still shows where one is and what waits, as on Discord.
  const shown = open ? channels : channels.filter((each) => each.id === here.id || unreadOf(state, each).count > 0);
  return (
    <section>
      <button type="button" class="category" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>{category.name}</span>
        <Icon name={open ? "down" : "right"} size={12} />
      </button>
      <ul>{shown.map((channel) => <ChannelWithThreads key={channel.id} guild={guild} channel={channel} />)}</ul>
    </section>
  );
}

function ChannelWithThreads({ guild, channel }: { readonly guild: GuildView; readonly channel: ChannelView }): JSX.Element {
  const threads = threadsOf(guild, channel.id);
  return (
    <li>
      <ChannelLink channel={channel} />
      {threads.length === 0 ? null : (
        <ul class="threads">
          {threads.map((thread) => (
            <li key={thread.id}><ChannelLink channel={thread} /></li>
          ))}
        </ul>
      )}
    </li>
  );
}
