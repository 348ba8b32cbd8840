import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";

/** What generated schemas depend on. */
export interface SchemaInputs {
  /** Packages with their versions: whose types they are, and what generates. */
  readonly versions: Readonly<Record<string, string>>;
  /** The generator's, without what is a path on this machine. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The file that names the types. */
  readonly types: string;
}

/** A file's name that is another one when anything that the schemas depend on is. */
export const cacheName = ({ versions, options, types }: SchemaInputs): string =>
  `gateway-${createHash("sha256").update(JSON.stringify([Object.entries(versions), Object.entries(options), types])).digest("hex").slice(0, 16)}.json`;

/** Where such files are kept between runs, and by what name: `.cache` in this clone's node_modules. */
export function cacheFile(packages: readonly string[], options: SchemaInputs["options"], typesFile: string): string {
  const found = packages.map((name) => ({ name, file: findPackageJSON(name, import.meta.url) ?? "" }));
  const versions = Object.fromEntries(found.map(({ name, file }) => [name, versionIn(file)]));
  return join(dirname(found[0]?.file ?? ""), "..", ".cache", "guildsmith-sandbox", cacheName({ versions, options, types: readFileSync(typesFile, "utf8") }));
}

const versionIn = (file: string): string => (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
