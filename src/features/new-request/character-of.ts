import { err, ok, type Result } from "../../kernel/result.ts";
import type { Character } from "../characters/character.ts";
import type { Call } from "../contract.ts";
import type { NewRequestDeps } from "./deps.ts";
import { fold } from "../../kernel/fold.ts";
import type { Filled } from "./form.ts";
import type { Problem } from "./problem.ts";

/** The character that a request is for; a new name is added to the person's characters. */
export async function characterOf({ characters }: Pick<NewRequestDeps, "characters">, call: Call, who: Filled["who"]): Promise<Result<Character, Problem>> {
  if (who.kind === "own") return ok(who.character);
  const added = await characters.add(call, who.name);
  if (added.ok) return added;
  // The same modal sent twice: the first one has just added it.
  const own = added.error === "name-taken" ? (await characters.list(call.guildId, call.userId)).find(({ name }) => fold(name) === fold(who.name)) : undefined;
  return own ? ok(own) : err({ kind: "character-refused", name: who.name, refusal: added.error });
}
