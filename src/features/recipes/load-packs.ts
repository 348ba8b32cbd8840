import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { loadPack, PACK_FILE } from "./load-pack.ts";
import type { PackProblem } from "./pack-problem.ts";
import type { WrittenPack } from "./recipe.ts";

export interface LoadedPacks {
  readonly packs: readonly WrittenPack[];
  /** Why a pack is not among them. */
  readonly problems: readonly PackProblem[];
}

/** Asked without holding anybody up: a folder may be on another machine, which may be away. */
const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false);
const holdsPack = (folder: string): Promise<boolean> => exists(join(folder, PACK_FILE));

/** The pack folders of `directory`: itself, when it has a `pack.yaml`, else those right below it that have one. */
async function packFolders(directory: string): Promise<string[]> {
  if (await holdsPack(directory)) return [directory];
  const entries = await readdir(directory, { withFileTypes: true });
  const folders = entries.filter((entry) => !entry.isFile()).map(({ name }) => join(directory, name));
  const holding = await Promise.all(folders.map(holdsPack));
  return folders.filter((_, at) => holding[at]).toSorted();
}

const unreadable = (cause: unknown): string => {
  if (!(cause instanceof Error && "code" in cause)) throw cause;
  return cause.code === "ENOTDIR" ? `It is not a folder; a pack is a folder with a ${PACK_FILE}.` : `It cannot be read: ${cause.message}.`;
};

/** Which folders are packs, and which of `directories` hold none. It looks, and reads no pack. */
export async function findPacks(directories: readonly string[]): Promise<{ readonly folders: readonly string[]; readonly problems: readonly PackProblem[] }> {
  const found: string[] = [];
  const problems: PackProblem[] = [];
  for (const directory of directories) {
    if (!(await exists(directory))) {
      problems.push({ file: directory, path: "", problem: "There is no such folder." });
      continue;
    }
    const folders = await packFolders(directory).catch((cause: unknown) => unreadable(cause));
    if (typeof folders === "string") problems.push({ file: directory, path: "", problem: folders });
    else if (folders.length === 0) problems.push({ file: directory, path: "", problem: `This folder holds no pack; a pack is a folder with a ${PACK_FILE}.` });
    else found.push(...folders);
  }
  return { folders: found, problems };
}

/**
 * Loads the packs in `directories`. A pack with anything wrong is left out and told in `problems`; the others load.
 * Where two packs have the same id, the first one stays.
 */
export async function loadPacks(directories: readonly string[]): Promise<LoadedPacks> {
  const loaded = new Map<string, { pack: WrittenPack; folder: string }>();
  const { folders, problems: unusable } = await findPacks(directories);
  const problems = [...unusable];
  for (const folder of folders) {
    const pack = await loadPack(folder);
    if (!pack.ok) {
      problems.push(...pack.error);
      continue;
    }
    const earlier = loaded.get(pack.value.id);
    if (earlier) problems.push({ file: join(folder, PACK_FILE), path: "id", problem: `The pack "${pack.value.id}" is already loaded from ${earlier.folder}.` });
    else loaded.set(pack.value.id, { pack: pack.value, folder });
  }
  return { packs: [...loaded.values()].map(({ pack }) => pack), problems };
}
