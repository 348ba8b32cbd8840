import type { GuildSettings } from "./guild-settings.ts";

/** How long confirmations stay for one person, in milliseconds; 0: not at all. */
export interface Delays {
  readonly confirmationMs: number;
  readonly characterConfirmationMs: number;
}

/** None for whom fast mode is switched on: the whole guild, a listed person, or a listed role. */
export function delaysFor(settings: GuildSettings, { userId, roleIds }: { readonly userId: string; readonly roleIds: readonly string[] }): Delays {
  const isFast = settings.fastMode || settings.fastModePeople.includes(userId) || settings.fastModeRoles.some((id) => roleIds.includes(id));
  return isFast ? { confirmationMs: 0, characterConfirmationMs: 0 } : { confirmationMs: settings.confirmationMessageDelay, characterConfirmationMs: settings.characterConfirmationDelay };
}
