import type { GuildSettings } from "./guild-settings.ts";

/** What a person may do in a guild, from their roles there. */
export interface Rights {
  readonly isOfficer: boolean;
  /** May ask the guild to provide materials. */
  readonly isCore: boolean;
  readonly isMember: boolean;
  /** Profession ids whose role the person has; officers may craft for every one, see {@link mayCraft}. */
  readonly professions: readonly string[];
}

/** Discord's Manage Server and Administrator bits (topics/permissions.mdx in its documentation). */
const MANAGE_GUILD = 1n << 5n;
const ADMINISTRATOR = 1n << 3n;

/** Who somebody is to a guild, as Discord tells it: role ids, and computed permissions as a decimal text. */
export interface Standing {
  readonly roleIds: readonly string[];
  readonly permissions: string;
}

/**
 * Rights from roles: officer > crafter > member; core is separate, officers have it. An unset member or
 * core role means everyone, an unset profession role officers only. Manage Server makes an officer, so
 * that a guild can be set up from nothing.
 */
export function rightsOf({ roles }: GuildSettings, { roleIds, permissions }: Standing): Rights {
  const hasAny = (wanted: readonly string[]): boolean => wanted.some((id) => roleIds.includes(id));
  const isOfficer = (BigInt(permissions) & (MANAGE_GUILD | ADMINISTRATOR)) !== 0n || hasAny(roles.officer);
  const professions = Object.keys(roles.professions).filter((profession) => hasAny(roles.professions[profession] ?? []));
  return {
    isOfficer,
    isCore: isOfficer || roles.core.length === 0 || hasAny(roles.core),
    isMember: isOfficer || professions.length > 0 || roles.member.length === 0 || hasAny(roles.member),
    professions,
  };
}

export const mayCraft = (rights: Rights, profession: string): boolean => rights.isOfficer || rights.professions.includes(profession);

export const isCrafter = (rights: Rights): boolean => rights.isOfficer || rights.professions.length > 0;
