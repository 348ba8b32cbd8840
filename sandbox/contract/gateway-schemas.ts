import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { isObject, type Schema } from "./json-schema.ts";
import { OVERRULED_TYPES } from "./known-holes.ts";
import { cacheFile } from "./schema-cache.ts";

const TYPES = fileURLToPath(new URL("gateway-types.ts", import.meta.url));

const GENERATOR = "ts-json-schema-generator";
const OPTIONS = { type: "*", skipTypeCheck: true, additionalProperties: true, jsDoc: "none" } as const;

/**
 * The schemas of what goes over a gateway socket, made from discord-api-types: `GatewayReceivePayload` and
 * `GatewaySendPayload` among its `definitions`. Takes 2 seconds the first time.
 */
export async function gatewaySchemas(): Promise<Schema> {
  const file = cacheFile(["discord-api-types", GENERATOR], OPTIONS, TYPES);
  if (!existsSync(file)) {
    // Brings a TypeScript compiler, which is only wanted here.
    const { createGenerator } = await import("ts-json-schema-generator");
    const generator = createGenerator({ path: TYPES, ...OPTIONS });
    mkdirSync(dirname(file), { recursive: true });
    // Two processes may do this at once: neither may see half a file.
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(generator.createSchema(OPTIONS.type)));
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
