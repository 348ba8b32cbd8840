import type { APIOverwrite } from "discord-api-types/v10";
import type { Field } from "./form.ts";

/** Permission overwrites with their bit fields as text; undefined when there is no list. */
export function readOverwrites(field: Field): APIOverwrite[] | undefined {
  if (field.isAbsent) return undefined;
  return field.list({ max: 1000 }).map((entry) => {
    entry.get("id").required();
    return {
      id: entry.get("id").snowflake() ?? "",
      type: entry.get("type").oneOf([0, 1]) ?? 0,
      allow: bits(entry.get("allow")),
      deny: bits(entry.get("deny")),
    };
  });
}

function bits(field: Field): string {
  if (field.isAbsent) return "0";
  if (/^\d+$/.test(String(field.value))) return String(field.value);
  field.refuse("NUMBER_TYPE_COERCE", `Value "${String(field.value)}" is not int.`);
  return "0";
}
