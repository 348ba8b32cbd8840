import type { Reply, View } from "../features/contract.ts";

/** All that a person reads in a view, modal or refusal, in order, one line a text. */
export function textOf(reply: Reply | View | null): string {
  return strings(reply, ["content", "label", "placeholder", "title", "description", "sentence"]).join("\n");
}

/** The custom ids in a view or modal, in order. */
export const customIdsOf = (reply: Reply | View | null): readonly string[] => strings(reply, ["custom_id"]);

/** The custom id of the button with this label, or whose label contains it. @throws when there is none */
export function buttonId(reply: Reply | View | null, label: string): string {
  const found = objects(reply).find((one) => typeof one["label"] === "string" && one["label"].includes(label) && typeof one["custom_id"] === "string");
  const id = found?.["custom_id"];
  if (typeof id !== "string") throw new Error(`no button "${label}" in:\n${textOf(reply)}`);
  return id;
}

/** The options of the select with this custom id prefix: `{ label, value }`. */
export function optionsOf(reply: Reply | View | null, prefix: string): readonly { readonly label: string; readonly value: string }[] {
  const select = objects(reply).find((one) => typeof one["custom_id"] === "string" && one["custom_id"].startsWith(prefix) && Array.isArray(one["options"]));
  return objects(select?.["options"]).flatMap(({ label, value }) => (typeof label === "string" && typeof value === "string" ? [{ label, value }] : []));
}

const strings = (value: unknown, keys: readonly string[]): string[] =>
  objects(value).flatMap((one) => Object.entries(one).flatMap(([key, entry]) => (keys.includes(key) && typeof entry === "string" ? [entry] : [])));

function objects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== "object" || value === null) return [];
  const own = value as Record<string, unknown>;
  return [own, ...Object.values(own).flatMap(objects)];
}
