import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { DirectMessageList } from "./direct-message-list.tsx";
import { GuildChannels } from "./guild-channels.tsx";
import { ServerRail } from "./server-rail.tsx";
import { UserPanel } from "./user-panel.tsx";

/** The left: servers, then the channels of one of them or the direct messages, and who one is. */
export function Sidebar(): JSX.Element {
  const { snapshot } = usePage();
  const { guild: here } = usePlace();
  const [guildId, setGuildId] = useState<string | null>(here?.id ?? null);
  useEffect(() => setGuildId(here?.id ?? null), [here?.id]);
  const guild = snapshot.guilds.find((each) => each.id === guildId) ?? null;
  return (
    <div class="sidebar">
      <div class="sidebar-columns">
        <ServerRail shown={guildId} onShow={setGuildId} />
        {guild === null ? <DirectMessageList /> : <GuildChannels guild={guild} />}
      </div>
      <UserPanel />
    </div>
  );
}
