import { err, ok, type Result } from "../../kernel/result.ts";
import { NAME_LENGTH, type NameRefusal } from "./character.ts";

/** Line breaks, control and invisible direction marks, lone surrogates, and what begins a mention or a code span. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069@<>`]/u;
/** A crafter types it to find whom it is for: emoji and marks may adorn it, but are no name by themselves. */
const TYPEABLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

const composed = (typed: string): string => typed.normalize("NFC").trim().replaceAll(/[\t\p{Zs}]+/gu, " ");

/** A name as it is kept: composed (NFC), without outer spaces, with single inner ones; 2 to 24 code points. */
export function parseCharacterName(typed: string): Result<string, Exclude<NameRefusal, "name-taken">> {
  const name = composed(typed);
  if (FORBIDDEN.test(name)) return err("name-characters");
  const { length } = Array.from(name);
  if (length < NAME_LENGTH.min || length > NAME_LENGTH.max) return err("name-length");
  return TYPEABLE.test(name) ? ok(name) : err("name-letters");
}

/** What `name-characters` is about: each sign once, as itself, or as its code point where it has no picture. */
export function forbiddenSigns(typed: string): readonly string[] {
  const found = Array.from(composed(typed)).filter((sign) => FORBIDDEN.test(sign));
  return [...new Set(found)].map((sign) => (/[@<>`]/.test(sign) ? sign : `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`));
}

/** What two names share when people would read them as one: case, width and invisible characters aside. */
export function foldName(name: string): string {
  // A fixed locale, so that the index does not depend on the machine (Turkish has its own i).
  return name.normalize("NFKC").replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").toLocaleLowerCase("en-US");
}
