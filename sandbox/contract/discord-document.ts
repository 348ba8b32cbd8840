import { existsSync, readFileSync } from "node:fs";
import { isObject, type Schema } from "./json-schema.ts";
import { isPermissions, OVERRULED, PERMISSIONS_SCHEMA } from "./known-holes.ts";

/** Names the file with Discord's OpenAPI document, as it is in discord/discord-api-spec. */
export const DOCUMENT_VARIABLE = "DISCORD_OPENAPI";

/** Why calls are not checked; null when they are. */
export function whyNoDocument(): string | null {
  const path = process.env[DOCUMENT_VARIABLE];
  if (path === undefined || path === "") return `${DOCUMENT_VARIABLE} does not name Discord's OpenAPI document`;
  return existsSync(path) ? null : `${DOCUMENT_VARIABLE} names ${path}, and there is no such file`;
}

/** Discord's OpenAPI document, put right where it is stricter than Discord. Null without one. */
export function readDocument(): Schema | null {
  if (whyNoDocument() !== null) return null;
  const document: unknown = JSON.parse(readFileSync(process.env[DOCUMENT_VARIABLE] ?? "", "utf8"));
  if (!isObject(document) || !isObject(document["components"])) throw new Error(`${process.env[DOCUMENT_VARIABLE]} is no OpenAPI document`);
  return putRight(document);
}

function putRight(document: Schema): Schema {
  const rewrite = (node: unknown, isNames: boolean): unknown => {
    if (Array.isArray(node)) return node.map((item) => rewrite(item, false));
    if (!isObject(node)) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, isNames && isPermissions(key, value) ? PERMISSIONS_SCHEMA : rewrite(value, key === "properties")]));
  };
  let right = document;
  for (const [place, { schema }] of Object.entries(OVERRULED)) right = replaced(right, ["components", "schemas", ...place.split("/")], schema);
  return rewrite(right, false) as Schema;
}

/** With something else at a place. A place that is no longer there needs no replacing. */
function replaced(node: Schema, [step = "", ...steps]: readonly string[], by: Schema): Schema {
  const inner = node[step];
  if (!isObject(inner)) return node;
  return { ...node, [step]: steps.length === 0 ? by : replaced(inner, steps, by) };
}
