import { follow, isObject, resolve, type Schema } from "./json-schema.ts";
import { KEYWORDS, REMARKS } from "./keywords.ts";

/** One thing that is wrong with a value. */
export interface Fault {
  /** Where in it, as in `/components/0/type`; empty for all of it. */
  readonly at: string;
  /** "must be string". */
  readonly what: string;
}

type Check = (value: unknown, at: string) => readonly Fault[];

const NONE: readonly Fault[] = [];

/**
 * Holds values to the JSON schemas of one document. Not a compiler as others are: tests look at few values and
 * hundreds of schemas, and a compiled message alone takes longer than a test. A union's branch is chosen by
 * `type` where its branches differ in that, so that a fault names what is wrong and not all that might have been
 * meant; `oneOf` counts as `anyOf`, as Discord's overlap. A keyword that is not known here is an error.
 */
export class Schemas {
  readonly #document: Schema;
  readonly #checks = new Map<unknown, Check>();

  constructor(document: Schema) {
    this.#document = document;
  }

  /** What is wrong with a value, by the schema at a place in the document, such as `#/components/schemas/Message`. */
  faults(reference: string, value: unknown): readonly Fault[] {
    return this.faultsOf(resolve(this.#document, reference), value);
  }

  /** The same with a schema that may refer to the document's. */
  faultsOf(schema: unknown, value: unknown): readonly Fault[] {
    return this.#check(schema)(value, "");
  }

  #check(schema: unknown): Check {
    let check = this.#checks.get(schema);
    if (!check) {
      const checks = isObject(schema) ? Object.entries(schema).flatMap(([keyword, given]) => this.#keyword(keyword, given, schema)) : [];
      check = schema === false ? (_value, at) => [{ at, what: "must not be there" }] : (value, at) => checks.flatMap((one) => one(value, at));
      this.#checks.set(schema, check);
    }
    return check;
  }

  #keyword(keyword: string, given: unknown, schema: Schema): Check[] {
    if (REMARKS.has(keyword)) return [];
    const simple = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword]?.(given) : undefined;
    if (simple) {
      return [
        (value, at) => {
          const what = simple(value);
          return what === null ? NONE : [{ at, what }];
        },
      ];
    }
    switch (keyword) {
      case "$ref":
        return [(value, at) => this.#check(resolve(this.#document, String(given)))(value, at)];
      case "allOf":
        return listOf(given).map((one) => (value, at) => this.#check(one)(value, at));
      case "anyOf":
      case "oneOf":
        return [this.#union(listOf(given))];
      case "not":
        return [(value, at) => (this.#check(given)(value, at).length > 0 ? NONE : [{ at, what: "must not be there" }])];
      case "items":
        return [(value, at) => listOf(value).flatMap((item, index) => this.#check(Array.isArray(given) ? (given[index] ?? schema["additionalItems"]) : given)(item, `${at}/${index}`))];
      case "required":
        return [(value, at) => (isObject(value) ? listOf(given).flatMap((name) => (value[String(name)] === undefined ? [{ at: `${at}/${String(name)}`, what: "must be there" }] : NONE)) : NONE)];
      case "properties":
        return isObject(given) ? [(value, at) => (isObject(value) ? Object.entries(value).flatMap(([name, one]) => (Object.hasOwn(given, name) ? this.#check(given[name])(one, `${at}/${name}`) : NONE)) : NONE)] : [];
      case "additionalProperties":
        return [(value, at) => (isObject(value) ? Object.entries(value).flatMap(([name, one]) => (isObject(schema["properties"]) && Object.hasOwn(schema["properties"], name) ? NONE : this.#check(given)(one, `${at}/${name}`))) : NONE)];
      case "additionalItems":
        return [];
      default:
        throw new Error(`The contract does not know JSON schema's keyword ${keyword}.`);
    }
  }

  #union(branches: readonly unknown[]): Check {
    const constants = branches.flatMap((branch) => (isObject(branch) && "const" in branch ? [branch["const"]] : []));
    if (constants.length === branches.length) return (value, at) => (constants.includes(value) ? NONE : [{ at, what: `must be one of ${JSON.stringify(constants)}` }]);
    const byType = branchesByType(this.#document, branches);
    return (value, at) => {
      const fitting = byType && isObject(value) ? byType.get(value["type"]) : branches;
      if (!fitting) return [{ at: `${at}/type`, what: `must be one of ${JSON.stringify([...(byType?.keys() ?? [])])}` }];
      let nearest: readonly Fault[] | null = null;
      for (const branch of fitting) {
        const faults = this.#check(branch)(value, at);
        if (faults.length === 0) return NONE;
        if (nearest === null || isNearer(faults, nearest)) nearest = faults;
      }
      return nearest ?? NONE;
    };
  }
}

/** The branch that went wrong furthest inside was meant, and of two such the one with fewer faults. */
function isNearer(faults: readonly Fault[], than: readonly Fault[]): boolean {
  const [here, there] = [faults, than].map((some) => Math.min(...some.map(({ at }) => at.split("/").length))) as [number, number];
  return here === there ? faults.length < than.length : here > there;
}

/** A union's branches for objects by their `type`; null when one has none, or all have the same. */
function branchesByType(document: Schema, branches: readonly unknown[]): ReadonlyMap<unknown, readonly unknown[]> | null {
  const found = new Map<unknown, unknown[]>();
  for (const branch of branches) {
    const types = typesOf(document, branch);
    if (types === null) return null;
    for (const type of types) found.set(type, [...(found.get(type) ?? []), branch]);
  }
  return found.size > 1 ? found : null;
}

/** The values that `type` has in a branch: none where that is no object; null when it may be any. */
function typesOf(document: Schema, branch: unknown): readonly unknown[] | null {
  const schema = follow(document, branch);
  const { oneOf, anyOf, properties, required, type: kind } = schema;
  if (typeof kind === "string" && kind !== "object") return [];
  const inner = listOf(oneOf ?? anyOf);
  if (inner.length > 0) {
    const types = inner.map((one) => typesOf(document, one));
    return types.some((some) => some === null) ? null : types.flatMap((some) => some ?? []);
  }
  if (!isObject(properties) || !listOf(required).includes("type")) return null;
  const type = follow(document, properties["type"]);
  if ("const" in type) return [type["const"]];
  return Array.isArray(type["enum"]) ? type["enum"] : null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
