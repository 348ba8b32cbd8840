import { readFileSync } from "node:fs";
import { type Config, ConfigError, readConfig } from "../config.ts";

/** Reads the configuration from the environment, `.env` and `guildsmith.yaml` in the current folder. @throws ConfigError */
export function configHere(): Config {
  if (readIfThere(".env") !== null) process.loadEnvFile(".env");
  return readConfig(process.env, process.cwd(), readIfThere);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw new ConfigError([{ where: path, problem: `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}` }]);
  }
}
