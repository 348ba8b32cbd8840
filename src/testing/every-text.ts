/** Every sentence that there is. */
import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Texts } from "../kernel/texts.ts";

/** A folder's sentences. */
export interface TextsOf {
  readonly folder: string;
  readonly texts: Texts;
}

const isTexts = (value: unknown): value is Texts => typeof value === "object" && value !== null && "namespace" in value && "en" in value && "others" in value;

/** Those of every `texts.ts`, the rooms' and the others', in the order of their folders. */
export async function everyText(): Promise<readonly TextsOf[]> {
  const source = join(import.meta.dirname, "..");
  const files = globSync("**/texts.ts", { cwd: source }).filter((file) => !file.startsWith("kernel")).toSorted();
  const found = await Promise.all(
    files.map(async (file) => {
      const path = join(source, file);
      const exported: unknown[] = Object.values((await import(pathToFileURL(path).href)) as object);
      return exported.filter(isTexts).map((texts) => ({ folder: dirname(path), texts }));
    }),
  );
  return found.flat();
}
