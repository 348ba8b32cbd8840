import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";

/** Where a file named on the command line may be: npm starts a workspace's scripts in the workspace's folder, and tells where it was typed itself. */
export const givenFolders = (): readonly string[] => [...new Set([process.env["INIT_CWD"] ?? process.cwd(), process.cwd()])];

/** The full path of a file in the first folder that has it; in the first of all where none has. */
export function findFile(file: string, folders: readonly string[]): string {
  const paths = isAbsolute(file) ? [file] : folders.map((folder) => resolve(folder, file));
  return paths.find((path) => existsSync(path)) ?? paths[0] ?? resolve(file);
}
