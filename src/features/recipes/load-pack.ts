import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { err, ok, type Result } from "../../kernel/result.ts";
import { packSchema, recipeFileSchema, type RecipeFile } from "./pack-schema.ts";
import type { PackProblem } from "./pack-problem.ts";
import { readDataFile } from "./read-data-file.ts";
import type { Recipe, WrittenPack } from "./recipe.ts";

/** The file that makes a folder a pack. */
export const PACK_FILE = "pack.yaml";

const RECIPE_FILES: ReadonlySet<string> = new Set([".json", ".yaml", ".yml"]);

/** The names of a pack's recipe files, in order. */
export const recipeFilesIn = async (folder: string): Promise<readonly string[]> => (await readdir(folder)).filter((name) => name !== PACK_FILE && RECIPE_FILES.has(extname(name))).toSorted();

/** The id of a material that its pack gives none: the same for the same name. */
const idFromName = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");

const recipesOf = ({ profession, recipes }: RecipeFile): Recipe[] =>
  recipes.map((recipe) => ({
    ...recipe,
    profession,
    materials: recipe.materials.map((material) => ({ ...material, id: material.id ?? idFromName(material.name) })),
  }));

/** Ids that occur twice, in one file or in two of the same pack. */
function duplicates(files: readonly { file: string; name: string; content: RecipeFile }[]): PackProblem[] {
  const seen = new Map<string, string>();
  return files.flatMap(({ file, name, content }) =>
    content.recipes.flatMap(({ id }, index) => {
      const place = `recipes[${index}]`;
      const earlier = seen.get(id);
      if (earlier !== undefined) return [{ file, path: `${place}.id`, problem: `The id "${id}" is already used by ${earlier}.` }];
      seen.set(id, `${place} in ${name}`);
      return [];
    }),
  );
}

/** Loads the pack in `folder`: its `pack.yaml` and every other JSON or YAML file as a recipe file. All that is wrong is told at once. */
export async function loadPack(folder: string): Promise<Result<WrittenPack, PackProblem[]>> {
  const header = await readDataFile(join(folder, PACK_FILE), packSchema);
  const problems = header.ok ? [] : [...header.error];
  const declared = header.ok ? header.value.professions.map(({ id }) => id) : null;
  declared?.forEach((id, index) => {
    if (declared.indexOf(id) < index)
      problems.push({ file: join(folder, PACK_FILE), path: `professions[${index}].id`, problem: `The profession "${id}" is declared twice.` });
  });

  const files: { file: string; name: string; content: RecipeFile }[] = [];
  for (const name of await recipeFilesIn(folder)) {
    const file = join(folder, name);
    const content = await readDataFile(file, recipeFileSchema);
    if (!content.ok) {
      problems.push(...content.error);
      continue;
    }
    files.push({ file, name, content: content.value });
    const { profession } = content.value;
    if (declared && !declared.includes(profession))
      problems.push({
        file,
        path: "profession",
        problem: `The profession "${profession}" is not declared in ${PACK_FILE}, which has ${declared.join(", ")}.`,
      });
  }
  problems.push(...duplicates(files));
  if (!header.ok || problems.length > 0) return err(problems);
  return ok({ ...header.value, recipes: files.flatMap(({ content }) => recipesOf(content)) });
}
