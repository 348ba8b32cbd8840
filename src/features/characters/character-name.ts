import { err, ok, type Result } from "../../kernel/result.ts";
import { NAME_LENGTH, type NameRefusal } from "./character.ts";

/** Line breaks, control and invisible direction marks, lone surrogates, and what begins a mention or a code span. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069@<>`]/u;
/** Something must be seen: letters, digits or signs, not only marks and characters without a picture. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u;

/** A name as it is kept: composed (NFC), without outer spaces, with single inner ones; 2 to 24 code points. */
export function parseCharacterName(typed: string): Result<string, Exclude<NameRefusal, "name-taken">> {
  const name = typed.normalize("NFC").trim().replaceAll(/[\t\p{Zs}]+/gu, " ");
  if (FORBIDDEN.test(name)) return err("name-characters");
  const { length } = Array.from(name);
  if (length < NAME_LENGTH.min || length > NAME_LENGTH.max) return err("name-length");
  return VISIBLE.test(name) ? ok(name) : err("name-characters");
}

/** What two names share when people would read them as one: case, width and invisible characters aside. */
export function foldName(name: string): string {
  // A fixed locale, so that the index does not depend on the machine (Turkish has its own i).
  return name.normalize("NFKC").replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").toLocaleLowerCase("en-US");
}
