import { readFileSync } from "node:fs";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { loadPacks } from "../features/recipes/load-packs.ts";
import { OWN_PACKS } from "../main.ts";
import { unknownNames } from "../unknown-names.ts";

/** Reads the configuration from the environment, `.env` and `guildsmith.yaml` in the current folder. @throws ConfigError with misspelt packs and professions among the problems */
export async function configHere(): Promise<Config> {
  if (readIfThere(".env") !== null) process.loadEnvFile(".env");
  try {
    return readConfig(process.env, process.cwd(), readIfThere);
  } catch (cause) {
    if (!(cause instanceof ConfigError) || cause.named.length === 0) throw cause;
    const folders = process.env["GUILDSMITH_PACKS"] ? [process.env["GUILDSMITH_PACKS"]] : [];
    const { packs } = await loadPacks([OWN_PACKS, ...folders]);
    throw new ConfigError([...cause.problems, ...unknownNames(cause.named, packs)]);
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw new ConfigError([{ where: path, problem: `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}` }]);
  }
}
