import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { channelTitle } from "../state/look-up.ts";
import { Icon } from "./icons.tsx";

interface Props {
  readonly peopleShown: boolean;
  readonly onPeople: () => void;
  readonly onChannels: (() => void) | null;
  readonly onSearch: () => void;
}

/** The channel's name and topic, with the ways to the other panes. */
export function ChannelHeader({ peopleShown, onPeople, onChannels, onSearch }: Props): JSX.Element {
  const { snapshot, openChannel } = usePage();
  const { channel, guild } = usePlace();
  const parent = channel.kind === "thread" ? guild?.channels.find((each) => each.id === channel.parentId) : undefined;
  return (
    <header class="channel-header">
      {onChannels === null ? null : (
        <button type="button" class="tool" aria-label="Open channels" onClick={onChannels}>
          <Icon name="menu" size={22} />
        </button>
      )}
      {parent === undefined ? null : (
        <>
          <button type="button" class="parent-link" onClick={() => openChannel(parent.id)}>
            <Icon name="hash" size={20} /> {parent.name}
          </button>
          <Icon name="right" size={16} />
        </>
      )}
      <span class="channel-sign"><Icon name={channel.kind === "dm" ? "at" : channel.kind === "thread" ? "thread" : "hash"} size={22} /></span>
      <h1>{channelTitle(snapshot, channel)}</h1>
      {channel.topic === null || channel.topic === "" ? null : <p class="topic" title={channel.topic}>{channel.topic}</p>}
      <span class="spring" />
      <button type="button" class="search-button" aria-label="Find a channel or person" onClick={onSearch}>
        <Icon name="search" size={18} />
        <span aria-hidden="true">Find</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <button type="button" class="tool" aria-label="People" aria-pressed={peopleShown} onClick={onPeople}>
        <Icon name="people" size={22} />
      </button>
    </header>
  );
}
