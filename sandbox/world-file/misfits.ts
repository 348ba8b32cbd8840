import type { GuildMentions, Mentions } from "./mentions.ts";
import { byReference, type Named, rolesCalled } from "./references.ts";

/** Something that is wrong, and where. */
export interface Misfit {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
}

interface Names {
  readonly people: Called;
  readonly applications: Called;
}

/** What names something that is not there, or is there twice. */
export function findMisfits({ applications, people, guilds }: Mentions): Misfit[] {
  const usernames = people.map(({ username }) => username);
  const applicationNames = applications.map(({ name }) => name);
  const names = { people: new Called("person", usernames.map(named)), applications: new Called("application", applicationNames.map(named)) };
  const ids = [...applications, ...people, ...guilds, ...guilds.flatMap(({ roles, emojis, channels }) => [...roles, ...emojis, ...channels, ...channels.flatMap((each) => each.channels)])];
  return [
    ...doubles(usernames, "people", "username"),
    ...doubles(applicationNames, "applications", "name"),
    ...againOf(ids.flatMap(({ id }) => id ?? [])).map(([id]): Misfit => ({ path: [], problem: `the id ${id} is given twice` })),
    ...guilds.flatMap((guild, index) => inGuild(guild, names).map(({ path, problem }) => ({ path: ["guilds", index, ...path], problem }))),
  ];
}

function inGuild(guild: GuildMentions, { people, applications }: Names): Misfit[] {
  const roles = new Called("role", rolesCalled(guild));
  const withEveryone = new Called("role", [...rolesCalled(guild), { name: "@everyone", id: guild.id }]);
  const members = guild.members.map(({ person }) => person);
  const bots = guild.bots.map(({ application }) => application);
  return [
    ...doubles(members, "members", "person"),
    ...doubles(bots, "bots", "application"),
    ...doubles(guild.roles.flatMap(({ bot }) => bot ?? []), "roles", "bot"),
    ...new Called("member", members.map(named)).missing(guild.owner, ["owner"]),
    ...guild.roles.flatMap(({ bot }, index) => applications.missing(bot, ["roles", index, "bot"])),
    ...guild.members.flatMap(({ person, roles: held }, index) => [
      ...people.missing(person, ["members", index, "person"]),
      ...held.flatMap((role, at) => roles.missing(role, ["members", index, "roles", at])),
    ]),
    ...guild.bots.flatMap(({ application, roles: held }, index) => [
      ...applications.missing(application, ["bots", index, "application"]),
      ...held.flatMap((role, at) => roles.missing(role, ["bots", index, "roles", at])),
    ]),
    ...guild.bots.flatMap(({ application, roleId, permissions }, index): Misfit[] =>
      guild.roles.some(({ bot }) => bot === application) && (roleId !== undefined || permissions.length > 0)
        ? [{ path: ["bots", index, "application"], problem: `the role of "${application}" is among the roles: its id and permissions belong there` }]
        : [],
    ),
    ...overwrites(guild).flatMap(({ role, person, application, path }) => [
      ...withEveryone.missing(role, [...path, "role"]),
      ...people.missing(person, [...path, "person"]),
      ...applications.missing(application, [...path, "application"]),
    ]),
    ...guild.bans.flatMap(({ person, application }, index) => [...people.missing(person, ["bans", index, "person"]), ...applications.missing(application, ["bans", index, "application"])]),
  ];
}

/** What there is of a kind, to be called. */
class Called {
  readonly #kind: string;
  readonly #all: readonly Named[];
  readonly #meant: ReadonlyMap<string, Named>;

  constructor(kind: string, all: readonly Named[]) {
    this.#kind = kind;
    this.#all = all.filter(({ name }) => name !== "");
    this.#meant = byReference(this.#all);
  }

  /** None for what is there, or was not called. */
  missing(name: string | undefined, path: Misfit["path"]): Misfit[] {
    if (name === undefined || name === "" || this.#meant.has(name)) return [];
    const alike = this.#all.filter((each) => each.name === name);
    if (alike.length > 0) return [{ path, problem: `${alike.length} are called "${name}": call the ${this.#kind} by its id` }];
    return [{ path, problem: `there is no ${this.#kind} "${name}"; there are: ${this.#all.map((each) => each.name).join(", ") || "none"}` }];
  }
}

const named = (name: string): Named => ({ name });

function overwrites({ channels }: GuildMentions): (GuildMentions["channels"][number]["overwrites"][number] & { readonly path: Misfit["path"] })[] {
  return channels.flatMap((channel, index) => {
    const own = channel.overwrites.map((each, at) => ({ ...each, path: ["channels", index, "overwrites", at] }));
    return [...own, ...channel.channels.flatMap((child, inside) => child.overwrites.map((each, at) => ({ ...each, path: ["channels", index, "channels", inside, "overwrites", at] })))];
  });
}

function doubles(values: readonly string[], list: string, key: string): Misfit[] {
  return againOf(values).map(([value, index]) => ({ path: [list, index, key], problem: `"${value}" is there twice` }));
}

/** The values that were there before, with their places. */
function againOf(values: readonly string[]): [string, number][] {
  const seen = new Set<string>();
  return values.flatMap((value, index): [string, number][] => {
    if (value !== "" && seen.has(value)) return [[value, index]];
    seen.add(value);
    return [];
  });
}
