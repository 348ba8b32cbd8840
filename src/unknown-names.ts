import type { Pack } from "./features/recipes/recipe.ts";
import type { ConfigProblem, NamedInFile } from "./guild-file.ts";

/**
 * What the operator's file names that no loaded pack has, and where. It is not refused: a pack that is
 * broken today is left out, and the guilds that name it still have their others. What a misspelt pack
 * was to bring is not known: professions are then looked for in all packs.
 */
export function unknownNames(named: readonly NamedInFile[], packs: readonly Pack[]): readonly ConfigProblem[] {
  const chosenIn = Map.groupBy(named.filter(({ kind }) => kind === "pack"), ({ guildId }) => guildId);
  return named.flatMap(({ guildId, kind, name, where }) => {
    const chosen = chosenIn.get(guildId)?.map((pack) => pack.name);
    const chosenPacks = packs.filter(({ id }) => chosen?.includes(id));
    const inGuild = chosen?.every((id) => chosenPacks.some((pack) => pack.id === id)) ? chosenPacks : packs;
    const present = (kind === "pack" ? packs : inGuild.flatMap(({ professions }) => professions)).map(({ id }) => id);
    return present.includes(name) ? [] : [{ where, problem: `there is no ${kind} "${name}"; there ${present.length === 0 ? "is none" : `are: ${present.join(", ")}`}` }];
  });
}
