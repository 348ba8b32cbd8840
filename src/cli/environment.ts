import { existsSync, readFileSync } from "node:fs";
import { type Config, readConfig } from "../config.ts";

/** Reads the configuration from the environment, `.env` and `guildsmith.yaml` in the current folder. @throws ConfigError */
export function configHere(): Config {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readConfig(process.env, process.cwd(), (path) => (existsSync(path) ? readFileSync(path, "utf8") : null));
}
