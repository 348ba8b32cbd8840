import { stringify } from "yaml";
import type { LoadGuild } from "./places.ts";

/** The guilds as an operator sets them up in `guildsmith.yaml`; `levers` hold for all of them. */
export function guildFileOf(guilds: readonly LoadGuild[], levers: Readonly<Record<string, string | number | boolean>>): string {
  return stringify({
    guilds: Object.fromEntries(guilds.map((guild) => [guild.guildId, setUp(guild)])),
    // One of these people comes more often than any real one does.
    defaults: { openRequestsPerPerson: 1_000, submissionsPerMinute: 200, ...levers },
  });
}

const setUp = ({ roles: { member, officer, ...professions }, channels: { desk, board } }: LoadGuild): object => ({ roles: { member, officer, professions }, panelChannel: desk, boardChannel: board });
