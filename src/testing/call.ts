import type { Call } from "../features/contract.ts";
import { delaysFor } from "../features/guild-settings/delays.ts";
import { type GuildSettings, unsetSettings } from "../features/guild-settings/guild-settings.ts";
import type { Rights } from "../features/guild-settings/rights.ts";
import { createTranslators } from "../i18n/translators.ts";
import type { Texts } from "../kernel/texts.ts";

export const GUILD = "900000000000000001";

/** Rights by what a person is to the guild; a plain member without a word. */
export const rights = (given: Partial<Rights> = {}): Rights => ({ isOfficer: false, isCore: false, isMember: true, professions: [], ...given });

export const officer = rights({ isOfficer: true, isCore: true });

/** So that tests may ask for much; those of the limits set their own. */
const ROOMY = { openRequestsPerPerson: 1_000, submissionsPerMinute: 200 };

/** Makes calls as the router would, in English unless a locale is given. `texts` are those of the room under test. */
export async function calls(...texts: readonly Texts[]): Promise<(userId: string, given?: Partial<Omit<Call, "userId">> & { locale?: string }) => Call> {
  const translators = await createTranslators(texts);
  return (userId, { locale = "en-US", ...given } = {}) => {
    const guildId = given.guildId ?? GUILD;
    const settings: GuildSettings = given.settings ?? { ...unsetSettings(guildId), ...ROOMY };
    return { guildId, userId, channelId: "910000000000000001", isDirect: false, rights: rights(), settings, delays: delaysFor(settings, { userId, roleIds: [] }), translator: translators(locale), now: 1_800_000_000_000, ...given };
  };
}
