import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { worldJsonSchema } from "./schema.ts";

/** Writes the JSON schema that editors check world files with. */
writeFileSync(join(import.meta.dirname, "world.schema.json"), `${JSON.stringify(worldJsonSchema(), null, 2)}\n`);
