import type { APIGuildMember, APIUser } from "discord-api-types/v10";

/** What is remembered of a member: little, since there are many. */
export interface KnownMember {
  readonly roleIds: readonly string[];
  /** As the guild sees them. */
  readonly name: string;
}

/** Of a member as Discord sends it in answers, chunks and events. */
export const knownMember = ({ roles, nick, user }: Pick<APIGuildMember, "roles"> & { readonly nick?: string | null | undefined; readonly user: Pick<APIUser, "username" | "global_name"> }): KnownMember => ({
  roleIds: roles,
  name: nick ?? user.global_name ?? user.username,
});
