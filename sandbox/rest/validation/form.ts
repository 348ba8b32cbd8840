import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import { DiscordError, type FormErrors } from "../../world/discord-error.ts";
import { countCharacters } from "../../world/count-characters.ts";

type Path = readonly (string | number)[];

interface Problem {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

/** Collects what is wrong with a body, to be told at once as Discord does (50035). */
class Problems {
  readonly list: Problem[] = [];

  throwIfAny(): void {
    if (this.list.length === 0) return;
    const errors: FormErrors = {};
    // What is wrong as a whole is not looked into.
    const wrong = new Set(this.list.map(({ path }) => path.join(".")));
    const outermost = this.list.filter(({ path }) => !path.some((_, depth) => wrong.has(path.slice(0, depth).join("."))));
    for (const { path, code, message } of outermost) {
      let at = errors;
      for (const key of path) at = (at[key] ??= {}) as FormErrors;
      at["_errors"] = [...((at["_errors"] ?? []) as { code: string; message: string }[]), { code, message }];
    }
    throw new DiscordError(Code.InvalidFormBodyOrContentType, errors);
  }
}

/** One value of a body, with where it is. Its checks note what is wrong and give what is right. */
export class Field {
  readonly #problems: Problems;
  readonly #settle: (value: unknown) => void;
  readonly path: Path;
  readonly value: unknown;

  /** `settle` puts a value in its place in the body, where Discord takes one for another. */
  constructor(problems: Problems, path: Path, value: unknown, settle: (value: unknown) => void = () => undefined) {
    this.#problems = problems;
    this.path = path;
    this.value = value;
    this.#settle = settle;
  }

  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  refuse(code: string, message: string): void {
    this.#problems.list.push({ path: this.path, code, message });
  }

  get(key: string | number): Field {
    const holder = typeof this.value === "object" && this.value !== null ? (this.value as Record<string | number, unknown>) : {};
    return new Field(this.#problems, [...this.path, key], Object.hasOwn(holder, key) ? holder[key] : undefined, (value) => {
      holder[key] = value;
    });
  }

  /** Notes a missing value; true when there is one. */
  required(): boolean {
    if (this.isAbsent) this.refuse("BASE_TYPE_REQUIRED", "This field is required");
    return !this.isAbsent;
  }

  isObject(): boolean {
    if (typeof this.value === "object" && this.value !== null && !Array.isArray(this.value)) return true;
    this.refuse("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
    return false;
  }

  /** Lengths count characters, not UTF-16 units. A number is taken as the text of it; `trim` leaves blanks at the ends out. */
  text({ min = 0, max, trim = false }: { min?: number; max: number; trim?: boolean }): string | undefined {
    if (this.isAbsent) return undefined;
    if (typeof this.value !== "string" && typeof this.value !== "number") {
      this.refuse("STRING_TYPE_CONVERT", `Could not interpret "${JSON.stringify(this.value)}" as string.`);
      return undefined;
    }
    const text = trim ? String(this.value).trim() : String(this.value);
    if (text !== this.value) this.#settle(text);
    const length = countCharacters(text);
    if (length < min && length > 0) this.refuse("BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
    else if (length < min) this.refuse("BASE_TYPE_REQUIRED", "This field is required");
    else if (length > max) this.refuse(min > 0 ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_MAX_LENGTH", min > 0 ? `Must be between ${min} and ${max} in length.` : `Must be ${max} or fewer in length.`);
    return text;
  }

  whole({ min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {}): number | undefined {
    if (this.isAbsent) return undefined;
    const number = typeof this.value === "string" ? Number(this.value) : this.value;
    if (typeof number !== "number" || !Number.isInteger(number)) this.refuse("NUMBER_TYPE_COERCE", `Value "${String(this.value)}" is not int.`);
    else if (number < min) this.refuse("NUMBER_TYPE_MIN", `int value should be greater than or equal to ${min}.`);
    else if (number > max) this.refuse("NUMBER_TYPE_MAX", `int value should be less than or equal to ${max}.`);
    else {
      if (number !== this.value) this.#settle(number);
      return number;
    }
    return undefined;
  }

  flag(): boolean | undefined {
    if (this.isAbsent) return undefined;
    if (typeof this.value === "boolean") return this.value;
    this.refuse("BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
    return undefined;
  }

  snowflake(): string | undefined {
    if (this.isAbsent) return undefined;
    if (/^\d{1,20}$/.test(String(this.value))) return String(this.value);
    this.refuse("NUMBER_TYPE_COERCE", `Value "${String(this.value)}" is not snowflake.`);
    return undefined;
  }

  oneOf<T extends number | string>(choices: readonly T[]): T | undefined {
    if (this.isAbsent) return undefined;
    const found = choices.find((choice) => choice === this.value);
    if (found === undefined) this.refuse("BASE_TYPE_CHOICES", `Value must be one of {${choices.join(", ")}}.`);
    return found;
  }

  /** ISO 8601, as Discord's timestamps are. */
  instant(): void {
    if (this.isAbsent) return;
    const isInstant = typeof this.value === "string" && /^\d{4}-\d\d-\d\d/.test(this.value) && !Number.isNaN(Date.parse(this.value));
    if (!isInstant) this.refuse("DATE_TIME_TYPE_PARSE", `Could not parse ${String(this.value)}. Should be ISO8601.`);
  }

  url(): void {
    if (this.isAbsent) return;
    if (typeof this.value !== "string") this.refuse("STRING_TYPE_CONVERT", `Could not interpret "${JSON.stringify(this.value)}" as string.`);
    else if (this.value.startsWith("attachment://")) return;
    else if (!URL.canParse(this.value)) this.refuse("URL_TYPE_INVALID_URL", "Not a well formed URL.");
    else if (!/^https?:|^discord:/.test(this.value)) this.refuse("URL_TYPE_INVALID_SCHEME", `Scheme "${new URL(this.value).protocol.slice(0, -1)}" is not supported. Scheme must be one of ('http', 'https').`);
  }

  list({ min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {}): Field[] {
    if (this.isAbsent) return [];
    if (!Array.isArray(this.value)) {
      this.refuse("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
      return [];
    }
    const { length } = this.value;
    if (length < min || length > max) {
      this.refuse(min > 0 ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_MAX_LENGTH", min > 0 ? `Must be between ${min} and ${max} in length.` : `Must be ${max} or fewer in length.`);
    }
    return Array.from({ length }, (_, index) => this.get(index));
  }
}

/** Reads a body with `read`, then throws 50035 with everything that it noted. */
export function readForm<T>(body: unknown, read: (form: Field) => T): T {
  const problems = new Problems();
  let value: T;
  try {
    value = read(new Field(problems, [], body));
  } catch (error) {
    // Whoever trips over what is refused already has nothing to add.
    problems.throwIfAny();
    throw error;
  }
  problems.throwIfAny();
  return value;
}
