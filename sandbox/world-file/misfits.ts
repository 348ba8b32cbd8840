import type { WorldFile, WorldGuild } from "./schema.ts";

/** Something that is wrong, and where. */
export interface Misfit {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
}

/** What names something that is not there, or is there twice. */
export function findMisfits({ applications, people, guilds }: WorldFile): Misfit[] {
  const usernames = people.map(({ username }) => username);
  const names = applications.map(({ name }) => name);
  const ids = [...applications, ...people, ...guilds, ...guilds.flatMap(({ roles, channels }) => [...roles, ...channels, ...channels.flatMap((each) => ("category" in each ? each.channels : []))])];
  return [
    ...doubles(usernames, "people", "username"),
    ...doubles(names, "applications", "name"),
    ...doubled(ids.flatMap(({ id }) => id ?? [])).map((id): Misfit => ({ path: [], problem: `the id ${id} is given twice` })),
    ...guilds.flatMap((guild, index) => inGuild(guild, usernames, names).map(({ path, problem }) => ({ path: ["guilds", index, ...path], problem }))),
  ];
}

function inGuild(guild: WorldGuild, usernames: readonly string[], applicationNames: readonly string[]): Misfit[] {
  const roleNames = guild.roles.map(({ name }) => name);
  const missing = (what: string, name: string, there: readonly string[], path: Misfit["path"]): Misfit[] =>
    there.includes(name) ? [] : [{ path, problem: `there is no ${what} "${name}"; there are: ${there.join(", ") || "none"}` }];
  const members = guild.members.map(({ person }) => person);
  return [
    ...doubles(roleNames, "roles", "name"),
    ...doubles(members, "members", "person"),
    ...missing("member", guild.owner, members, ["owner"]),
    ...guild.members.flatMap(({ person, roles }, index) => [
      ...missing("person", person, usernames, ["members", index, "person"]),
      ...roles.flatMap((role, at) => missing("role", role, roleNames, ["members", index, "roles", at])),
    ]),
    ...guild.bots.flatMap(({ application }, index) => missing("application", application, applicationNames, ["bots", index, "application"])),
    ...overwrites(guild).flatMap(({ role, person, path }) => [
      ...(role === undefined ? [] : missing("role", role, [...roleNames, "@everyone"], [...path, "role"])),
      ...(person === undefined ? [] : missing("person", person, usernames, [...path, "person"])),
    ]),
  ];
}

function overwrites({ channels }: WorldGuild): { readonly role?: string | undefined; readonly person?: string | undefined; readonly path: Misfit["path"] }[] {
  return channels.flatMap((channel, index) => {
    const own = channel.overwrites.map((each, at) => ({ ...each, path: ["channels", index, "overwrites", at] }));
    const inner = "category" in channel ? channel.channels : [];
    return [...own, ...inner.flatMap((child, inside) => child.overwrites.map((each, at) => ({ ...each, path: ["channels", index, "channels", inside, "overwrites", at] })))];
  });
}

function doubles(values: readonly string[], list: string, key: string): Misfit[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [{ path: [list, index, key], problem: `"${value}" is there twice` }] : []));
}

const doubled = (values: readonly string[]): string[] => [...new Set(values.filter((value, index) => values.indexOf(value) < index))];
