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

/** A profession's name with its emoji; its id when the book has it no longer. */
export function professionName(professions: readonly Profession[], id: string): string {
  const found = professions.find((profession) => profession.id === id);
  if (!found) return id;
  return found.icon === undefined ? found.name : `${found.icon} ${found.name}`;
}

/** The professions whose requests the viewer can claim. */
export const ownProfessions = ({ rights, professions }: Viewer): readonly Profession[] =>
  rights.isOfficer ? professions : rights.professions.map((id) => professions.find((profession) => profession.id === id) ?? { id, name: id });
