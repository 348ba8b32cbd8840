import { stat } from "node:fs/promises";
import { join } from "node:path";
import { PACK_FILE, recipeFilesIn } from "./load-pack.ts";
import { findPacks } from "./load-packs.ts";

/** A file's size and when it was written last; that it is not there is told by how it fails. */
const stateOf = (file: string): Promise<string> =>
  stat(file).then(
    ({ size, mtimeMs, ino }) => `${file} ${size} ${mtimeMs} ${ino}`,
    (cause: unknown) => `${file} ${String(cause)}`,
  );

/** What tells whether anything in folders of packs has changed: the same text means the same files, as far as the file system knows. */
export async function stateOfPacks(directories: readonly string[]): Promise<string> {
  const { folders, problems } = await findPacks(directories);
  const files = await Promise.all(folders.map(async (folder) => [PACK_FILE, ...(await recipeFilesIn(folder).catch((cause: unknown) => [String(cause)]))].map((name) => join(folder, name))));
  const states = await Promise.all(files.flat().map(stateOf));
  return [...problems.map(({ file, problem }) => `${file} ${problem}`), ...states].join("\n");
}
