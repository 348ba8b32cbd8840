import type { GuildMentions } from "./mentions.ts";

/** Something that is called by its name, or by its id. */
export interface Named {
  readonly name: string;
  readonly id?: string | undefined;
}

/** What each name and id means. A name that more than one has means none of them. */
export function byReference<T extends Named>(all: Iterable<T>): ReadonlyMap<string, T> {
  const list = [...all];
  const byName = Map.groupBy(list, ({ name }) => name);
  const alone = [...byName].flatMap(([name, [first, ...others]]): [string, T][] => (first && others.length === 0 ? [[name, first]] : []));
  // The id is the surer one: a role's name may be another's id.
  return new Map([...alone, ...list.flatMap((each): [string, T][] => (each.id === undefined ? [] : [[each.id, each]]))]);
}

/** How to call one of those: by its name where that means no other. */
export const referenceTo = <T extends Named & { readonly id: string }>(meant: ReadonlyMap<string, T>, one: T): string => (meant.get(one.name) === one ? one.name : one.id);

/** Bots that bring a role which is not among the guild's: it is called as they are. */
export const bringingRoles = <B extends { readonly application: string }>({ roles, bots }: { readonly roles: readonly { readonly bot?: string | undefined }[]; readonly bots: readonly B[] }): B[] =>
  bots.filter(({ application }) => !roles.some(({ bot }) => bot === application));

/** All that may be called a role of this guild, but for @everyone. */
export const rolesCalled = (guild: GuildMentions): Named[] => [...guild.roles, ...bringingRoles(guild).map(({ application, roleId }) => ({ name: application, id: roleId }))];
