import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isObject, type Schema } from "./json-schema.ts";
import { OVERRULED_TYPES } from "./known-holes.ts";

const TYPES = fileURLToPath(new URL("gateway-types.ts", import.meta.url));

/** Where the schemas are kept between runs: another version of discord-api-types has others. */
function cacheFile(): string {
  const types = dirname(createRequire(import.meta.url).resolve("discord-api-types/v10"));
  const { version } = JSON.parse(readFileSync(join(types, "package.json"), "utf8")) as { version: string };
  return join(types, "..", ".cache", "guildsmith-sandbox", `gateway-${version}.json`);
}

/**
 * The schemas of what goes over a gateway socket, made from discord-api-types: `GatewayReceivePayload` and
 * `GatewaySendPayload` among its `definitions`. Takes 2 seconds the first time.
 */
export async function gatewaySchemas(): Promise<Schema> {
  const file = cacheFile();
  if (!existsSync(file)) {
    // Brings a TypeScript compiler, which is only wanted here.
    const { createGenerator } = await import("ts-json-schema-generator");
    const generator = createGenerator({ path: TYPES, type: "*", skipTypeCheck: true, additionalProperties: true, jsDoc: "none" });
    mkdirSync(dirname(file), { recursive: true });
    // Two processes may do this at once: neither may see half a file.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(generator.createSchema("*")));
    renameSync(unfinished, file);
  }
  const schemas: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isObject(schemas) || !isObject(schemas["definitions"])) throw new Error(`${file} has no schemas`);
  const overruled = Object.fromEntries(Object.entries(OVERRULED_TYPES).map(([name, { schema }]) => [name, schema]));
  return { ...schemas, definitions: { ...withBitFields(schemas["definitions"]), ...overruled } };
}

/** The types of flags list single bits, and any sum of them is meant. */
function withBitFields(definitions: Schema): Schema {
  return Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, name.endsWith("Flags") ? { type: "integer", minimum: 0 } : schema]));
}
