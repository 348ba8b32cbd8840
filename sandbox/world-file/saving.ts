import { PermissionFlagsBits } from "discord-api-types/v10";
import type { World } from "../world/world.ts";

type PermissionName = keyof typeof PermissionFlagsBits;

/** How a file calls somebody: as a person or as an application's bot. */
export function whoIs(world: World, userId: string): { readonly person?: string; readonly application?: string } {
  const application = world.applications.values().find(({ botUserId }) => botUserId === userId);
  return application ? { application: application.name } : { person: world.user(userId).username };
}

/** The names of these bits; what has none is left out. */
export function permissionsOf(bits: string): PermissionName[] {
  const given = BigInt(bits);
  return (Object.keys(PermissionFlagsBits) as PermissionName[]).filter((name) => (given & PermissionFlagsBits[name]) !== 0n);
}
