import type { Snapshot } from "../../../protocol.ts";
import { lookOf, rolesOf, type Look, type Place } from "./look-up.ts";

export interface PeopleGroup {
  readonly name: string;
  readonly people: readonly Look[];
}

/** The people of a place as Discord lists them: online by highest role, then online without one, then offline. */
export function groupsOfPeople(snapshot: Snapshot, place: Place): readonly PeopleGroup[] {
  const { guild, channel } = place;
  if (guild === null) {
    const ids = [...new Set([snapshot.me.id, ...channel.recipientIds])];
    return [{ name: "Members", people: ids.map((id) => lookOf(snapshot, null, id)) }];
  }
  const groups = new Map<string, Look[]>();
  for (const role of guild.roles.toSorted((a, b) => b.position - a.position)) {
    if (role.id !== guild.id) groups.set(role.name, []);
  }
  groups.set("Online", []);
  groups.set("Offline", []);
  for (const member of guild.members) {
    const name = member.online ? (rolesOf(guild, member)[0]?.name ?? "Online") : "Offline";
    groups.get(name)?.push(lookOf(snapshot, guild, member.userId));
  }
  return [...groups]
    .filter(([, people]) => people.length > 0)
    .map(([name, people]) => ({ name, people: people.toSorted((a, b) => a.name.localeCompare(b.name)) }));
}
