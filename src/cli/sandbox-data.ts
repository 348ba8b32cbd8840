import { join } from "node:path";
import type { Config } from "../config.ts";
import type { DatabaseAddress } from "../database/open.ts";

/** Where a trial in the sandbox keeps its data: it leaves the real database alone. */
export function sandboxData({ dataFolder }: Pick<Config, "dataFolder">): { readonly dataFolder: string; readonly database: DatabaseAddress & { readonly engine: "sqlite" } } {
  const folder = join(dataFolder, "sandbox");
  return { dataFolder: folder, database: { engine: "sqlite", file: join(folder, "guildsmith.db") } };
}
