import type { Rights } from "../guild-settings/rights.ts";
import type { Profession } from "../recipes/recipe.ts";
import type { Say } from "./texts.ts";

/** Who looks at the queue, and in which words. */
export interface Viewer {
  readonly guildId: string;
  readonly userId: string;
  readonly rights: Rights;
  readonly say: Say;
  /** All of the guild's recipe book. */
  readonly professions: readonly Profession[];
}

/** The professions whose requests the viewer can claim. */
export const ownProfessions = ({ rights, professions }: Viewer): readonly Profession[] =>
  rights.isOfficer ? professions : rights.professions.map((id) => professions.find((profession) => profession.id === id) ?? { id, name: id });
