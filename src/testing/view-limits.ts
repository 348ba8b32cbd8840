/**
 * What in a view, a reply or a message's body breaks Discord's limits on messages (components/reference.mdx in
 * its documentation), or tells something by a sign or a picture alone; empty when all is well.
 */
export function limitProblems(view: unknown): readonly string[] {
  const components = objects(view).filter((one) => typeof one["type"] === "number");
  const ids = components.flatMap((one) => (typeof one["custom_id"] === "string" ? [one["custom_id"]] : []));
  const text = components.reduce((sum, one) => sum + (typeof one["content"] === "string" ? one["content"].length : 0), 0);
  return [
    ...(components.length > 40 ? [`${components.length} components`] : []),
    ...(text > 4000 ? [`${text} characters of text`] : []),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `custom id ${id} twice`),
    ...ids.filter((id) => id.length > 100).map((id) => `custom id ${id} is too long`),
    ...components.filter((one) => Array.isArray(one["options"]) && (one["options"].length < 1 || one["options"].length > 25)).map(() => "a select without 1-25 options"),
    ...components.filter((one) => one["type"] === 1 && Array.isArray(one["components"]) && (one["components"].length < 1 || one["components"].length > 5)).map(() => "a row without 1-5 parts"),
    ...components.filter((one) => typeof one["content"] === "string" && one["content"].trim() === "").map(() => "an empty text"),
    ...components.filter((one) => typeof one["content"] === "string" && !hasWords(one["content"])).map((one) => `a text of signs alone: ${String(one["content"])}`),
    ...components.filter((one) => one["type"] === BUTTON && !hasWords(one["label"])).map((one) => `a button without words: ${String(one["custom_id"])}`),
    ...objects(view).filter((one) => "media" in one && !hasWords(one["description"])).map(() => "a picture without words"),
  ];
}

const BUTTON = 2;

/** Letters or digits, which everybody can have read to them; colours and emojis are beside them. */
const hasWords = (text: unknown): boolean => typeof text === "string" && /[\p{L}\p{N}]/u.test(text);

function objects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== "object" || value === null) return [];
  const own = value as Record<string, unknown>;
  return [own, ...Object.entries(own).flatMap(([key, entry]) => (key === "options" || key === "default_values" ? [] : objects(entry)))];
}
