import { channel, role } from "../phrases.ts";
import { professionTitle } from "../recipes/recipe.ts";
import { plain } from "../view-kit.ts";
import type { SettingChange } from "./events.ts";
import type { SettingsState } from "./frame.ts";
import { readAnswer, ROLE_KINDS, type SettingKey, type SettingValue } from "./layers.ts";
import { isOptionKey, isValueOf } from "./options.ts";
import { valueText } from "./options-view.ts";
import type { Say } from "./texts.ts";

/** What an officer changed, as people read it. */
export interface ChangeInWords {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

type Named = Pick<SettingsState, "professions" | "packs">;
const PROFESSION = "roles.professions.";

/** A change as the audit keeps it, in words. What this version does not know is told as it is stored. */
export function changeInWords(say: Say, named: Named, { key, before, after }: SettingChange): ChangeInWords {
  const answer = (json: string | null): string => {
    if (json === null) return say("fromUnset");
    const read = readAnswer(key, json);
    return read === undefined ? plain(json) : answerText(say, named, ...read);
  };
  return { name: nameOf(say, named, key), before: answer(before), after: answer(after) };
}

function nameOf(say: Say, { professions }: Named, key: string): string {
  if (isOptionKey(key)) return say(`option.${key}`);
  if (key === "packs") return say("packs");
  if (key === "channels.panel") return say("panel");
  if (key === "channels.board") return say("board");
  const kind = ROLE_KINDS.find((one) => key === `roles.${one}`);
  if (kind) return say(kind);
  return plain(key.startsWith(PROFESSION) ? professionTitle(professions, key.slice(PROFESSION.length)) : key);
}

function answerText(say: Say, { packs }: Named, key: SettingKey, value: SettingValue): string {
  if (isOptionKey(key)) return isValueOf(key, value) ? valueText(say, key, value) : plain(JSON.stringify(value));
  if (key === "packs") return value === null ? say("everyPack") : listOf(value).map((id) => plain(packs.find((pack) => pack.id === id)?.name ?? id)).join(", ");
  if (key === "channels.panel" || key === "channels.board") return typeof value === "string" ? channel(value) : say("fromUnset");
  const ids = listOf(value);
  return ids.length === 0 ? say("fromUnset") : ids.map(role).join(" ");
}

const listOf = (value: SettingValue): readonly string[] => (Array.isArray(value) ? value : []);
