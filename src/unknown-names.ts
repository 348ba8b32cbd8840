import type { Config } from "./config.ts";
import type { Pack } from "./features/recipes/recipe.ts";

/**
 * What `guildsmith.yaml` names that no loaded pack has, a sentence each. It is not refused: a pack that is
 * broken today is left out, and the guilds that name it still have their others.
 */
export function unknownNames(guilds: Config["guilds"], packs: readonly Pack[]): readonly string[] {
  const packIds = packs.map(({ id }) => id);
  return [...guilds].flatMap(([guildId, { packs: named, roles }]) => {
    const chosen = named ? packs.filter(({ id }) => named.includes(id)) : packs;
    const professionIds = chosen.flatMap(({ professions }) => professions.map(({ id }) => id));
    return [
      ...unknown("pack", named ?? [], packIds),
      ...unknown("profession", Object.keys(roles?.professions ?? {}), professionIds),
    ].map((problem) => `guildsmith.yaml sets up guild ${guildId} with ${problem}`);
  });
}

const unknown = (kind: string, named: readonly string[], present: readonly string[]): readonly string[] =>
  named.filter((name) => !present.includes(name)).map((name) => `the ${kind} "${name}", which is not there; there ${present.length === 0 ? "is none" : `are: ${present.join(", ")}`}`);
