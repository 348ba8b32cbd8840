import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { compareIds } from "../state/snowflake.ts";
import { ChannelLink } from "./channel-link.tsx";

/** Direct messages, the latest first. */
export function DirectMessageList(): JSX.Element {
  const { snapshot } = usePage();
  const latest = (channelId: string): string => snapshot.messages[channelId]?.at(-1)?.id ?? "0";
  const channels = snapshot.directMessages.toSorted((a, b) => compareIds(latest(b.id), latest(a.id)));
  return (
    <nav class="channels" aria-label="Direct messages">
      <h2 class="channels-title">Direct messages</h2>
      <div class="channels-scroll">
        {channels.length === 0 ? (
          <p class="list-note">No direct messages yet. Choose somebody among the people of a server to write to them.</p>
        ) : (
          <ul>{channels.map((channel) => <li key={channel.id}><ChannelLink channel={channel} /></li>)}</ul>
        )}
      </div>
    </nav>
  );
}
