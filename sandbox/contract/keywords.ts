import { isDeepStrictEqual } from "node:util";
import { countCharacters } from "../world/count-characters.ts";
import { isObject } from "./json-schema.ts";

/** What a keyword finds wrong with a value, as "must be …"; null when it is right. */
export type Keyword = (value: unknown) => string | null;

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === "boolean",
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  array: (value) => Array.isArray(value),
  object: isObject,
};

const number = (limit: unknown, what: string, isRight: (value: number, limit: number) => boolean): Keyword => {
  const bound = Number(limit);
  return (value) => (typeof value !== "number" || isRight(value, bound) ? null : `${what} ${bound}`);
};

const characters = (limit: unknown, what: string, isRight: (count: number, limit: number) => boolean): Keyword => {
  const length = number(limit, what, isRight);
  return (value) => (typeof value === "string" && length(countCharacters(value)) ? `${what} ${String(limit)} characters` : null);
};

const items = (limit: unknown, what: string, isRight: (count: number, limit: number) => boolean): Keyword => {
  const length = number(limit, what, isRight);
  return (value) => (Array.isArray(value) && length(value.length) ? `${what} ${String(limit)} items` : null);
};

const keys = (limit: unknown, what: string, isRight: (count: number, limit: number) => boolean): Keyword => {
  const length = number(limit, what, isRight);
  return (value) => (isObject(value) && length(Object.keys(value).length) ? `${what} ${String(limit)} keys` : null);
};

const atLeast = (value: number, limit: number): boolean => value >= limit;
const atMost = (value: number, limit: number): boolean => value <= limit;

/** The keywords of JSON schema that look at one value and at no other schema. */
export const KEYWORDS: Readonly<Record<string, (given: unknown) => Keyword>> = {
  type: (given) => {
    const names = [given].flat().map(String);
    const allowed = names.map((name) => TYPES[name] ?? (() => false));
    return (value) => (allowed.some((fits) => fits(value)) ? null : `must be ${names.join(" or ")}`);
  },
  const: (given) => (value) => (isDeepStrictEqual(value, given) ? null : `must be ${JSON.stringify(given)}`),
  enum: (given) => {
    const allowed: readonly unknown[] = Array.isArray(given) ? given : [];
    return (value) => (allowed.includes(value) ? null : `must be one of ${JSON.stringify(allowed)}`);
  },
  pattern: (given) => {
    const expression = new RegExp(String(given), "u");
    return (value) => (typeof value !== "string" || expression.test(value) ? null : `must match ${String(given)}`);
  },
  minimum: (given) => number(given, "must be at least", atLeast),
  maximum: (given) => number(given, "must be at most", atMost),
  minLength: (given) => characters(given, "must have at least", atLeast),
  maxLength: (given) => characters(given, "must have at most", atMost),
  minItems: (given) => items(given, "must have at least", atLeast),
  maxItems: (given) => items(given, "must have at most", atMost),
  minProperties: (given) => keys(given, "must have at least", atLeast),
  maxProperties: (given) => keys(given, "must have at most", atMost),
  uniqueItems: (given) => (value) => (given === true && Array.isArray(value) && new Set(value.map((item) => JSON.stringify(item))).size < value.length ? "must not have the same twice" : null),
};

/** Keywords that say nothing about what is right. */
export const REMARKS: ReadonlySet<string> = new Set(["$schema", "title", "description", "format", "default", "examples", "contentEncoding", "contentMediaType", "x-discord-union", "definitions", "deprecated"]);
