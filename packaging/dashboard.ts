/** `npm run dashboard` writes deploy/grafana/guildsmith.json. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dashboard } from "./dashboard/dashboard.ts";

const folder = join(import.meta.dirname, "../deploy/grafana");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "guildsmith.json"), `${JSON.stringify(dashboard(), null, 2)}\n`);
