import type { APIRole } from "discord-api-types/v10";
import { byAge } from "./snowflake.ts";
import type { Guild } from "./world.ts";

/** Orders roles, highest first: by position, the older one first where two are the same. */
export const byRank = (first: APIRole, second: APIRole): number => second.position - first.position || byAge(first.id, second.id);

/** A member's highest role; @everyone for who has none. */
export function highestRole(guild: Guild, userId: string): APIRole | undefined {
  const roleIds = [guild.id, ...(guild.members.get(userId)?.roleIds ?? [])];
  return roleIds.flatMap((id) => guild.roles.get(id) ?? []).toSorted(byRank)[0];
}

/** Is a role below everything that this member has? The owner is above all. */
export function isAboveRole(guild: Guild, userId: string, role: APIRole): boolean {
  if (guild.ownerId === userId) return true;
  const highest = highestRole(guild, userId);
  return highest !== undefined && byRank(highest, role) < 0;
}

/** Is a member above another one? Nobody is above the owner. */
export function isAboveMember(guild: Guild, userId: string, otherId: string): boolean {
  if (guild.ownerId === otherId) return false;
  const highest = highestRole(guild, otherId);
  return highest === undefined || isAboveRole(guild, userId, highest);
}
