/** Discord's limit (components/reference.mdx in its documentation). */
const LIMIT = 100;

/**
 * A typed address of a button, select or modal: `route.version:field:field`. State stays in the
 * database; only keys travel. A changed meaning is a new version, so that old messages are told apart.
 */
export interface CustomIdRoute<T> {
  /** `route.version`: what the router looks up. */
  readonly prefix: string;
  /** @throws TypeError when a field contains ':'; RangeError when the id is over 100 characters. */
  encode(value: T): string;
  /** Null when the id belongs to another route or version, or is malformed. */
  decode(customId: string): T | null;
}

export interface FieldCodec<V> {
  write(value: V): string;
  read(text: string): V | null;
}

type Fields = Record<string, string | number>;

/** Every key that we give, and Discord's: what is read may be forged, and must fit into every other custom id and into the database. */
const KEY = /^[\w-]{1,40}$/;

/** A key: an id of ours or Discord's, or a word of a recipe pack. */
export const text: FieldCodec<string> = { write: (value) => value, read: (part) => (KEY.test(part) ? part : null) };
/** A key that may be left out. */
export const optionalText: FieldCodec<string> = { write: (value) => value, read: (part) => (part === "" || KEY.test(part) ? part : null) };
/** From 0 to what PostgreSQL holds in an integer. */
export const int: FieldCodec<number> = { write: String, read: (part) => (/^\d{1,10}$/.test(part) && Number(part) <= MOST ? Number(part) : null) };
const MOST = 2 ** 31 - 1;
/** One of a fixed set of words. */
export const oneOf = <const W extends string>(...words: readonly W[]): FieldCodec<W> => ({
  write: (value) => value,
  read: (part) => words.find((word) => word === part) ?? null,
});

/** The part of a custom id that says who handles it. */
export const prefixOf = (customId: string): string => customId.split(":", 1)[0] ?? "";

/** Defines a route. `fields` are written in the order in which they are given. */
export function defineCustomId<T extends Fields>(
  name: string,
  version: number,
  fields: { [K in keyof T]: FieldCodec<T[K]> },
): CustomIdRoute<T> {
  const prefix = `${name}.${version}`;
  const keys = Object.keys(fields) as (keyof T & string)[];
  return {
    prefix,
    encode(value) {
      const parts = keys.map((key) => fields[key].write(value[key]));
      if (parts.some((part) => part.includes(":"))) throw new TypeError(`a field of custom id ${prefix} contains ':'`);
      const id = [prefix, ...parts].join(":");
      if (id.length > LIMIT) throw new RangeError(`custom id ${prefix} has ${id.length} characters; Discord allows ${LIMIT}`);
      return id;
    },
    decode(customId) {
      const [head, ...parts] = customId.split(":");
      if (head !== prefix || parts.length !== keys.length) return null;
      const value: Partial<T> = {};
      for (const [index, key] of keys.entries()) {
        const field = fields[key].read(parts[index] ?? "");
        if (field === null) return null;
        value[key] = field;
      }
      return value as T;
    },
  };
}
