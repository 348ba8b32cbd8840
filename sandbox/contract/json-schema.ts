/** A JSON schema, or a document with some in it. */
export type Schema = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);

/** What `#/a/b` names in a document. @throws Error when there is no such thing */
export function resolve(document: Schema, reference: string): Schema {
  let found: unknown = document;
  for (const step of decodeURIComponent(reference).replace(/^#\//, "").split("/")) {
    found = isObject(found) ? found[step.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined;
  }
  if (!isObject(found)) throw new Error(`${reference} leads nowhere`);
  return found;
}

/** Follows references to what they name. */
export function follow(document: Schema, schema: unknown): Schema {
  let found = isObject(schema) ? schema : {};
  while (typeof found["$ref"] === "string") found = resolve(document, found["$ref"]);
  return found;
}
