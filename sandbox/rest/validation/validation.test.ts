import { describe, expect, test } from "vitest";
import { DiscordError } from "../../world/discord-error.ts";
import { type Field, readForm } from "./form.ts";
import { readDraft } from "./message.ts";

const V2 = 1 << 15;
const button = (more: object = {}) => ({ type: 2, style: 1, label: "Go", custom_id: "go", ...more });
const row = (...components: object[]) => ({ type: 1, components });
const text = (content: string) => ({ type: 10, content });
const options = (count: number) => Array.from({ length: count }, (_, index) => ({ label: `o${index}`, value: `v${index}` }));
const select = (more: object = {}) => ({ type: 3, custom_id: "s", options: options(2), ...more });

/** The codes of what is wrong, by where it is: `components.0.type UNION_TYPE_CHOICES`. */
function problems(body: unknown, read: (form: Field) => unknown): string[] {
  try {
    readForm(body, read);
    return [];
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    expect(error.toBody()).toMatchObject({ message: "Invalid Form Body", code: 50035 });
    return flatten(error.errors ?? {}, []);
  }
}

function flatten(errors: object, path: string[]): string[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) =>
    key === "_errors" ? (value as { code: string }[]).map(({ code }) => `${path.join(".")} ${code}`) : flatten(value as object, [...path, key]),
  );
}

const message = (body: object) => problems(body, (form) => readDraft(form, [], { mayBeEphemeral: false }));

describe("messages", () => {
  test.each<[string, object, string[]]>([
    ["a container in a container", { flags: V2, components: [{ type: 17, components: [{ type: 17, components: [text("t")] }] }] }, ["components.0.components.0.type UNION_TYPE_CHOICES"]],
    ["a button without words", { components: [row({ type: 2, style: 1, custom_id: "x" })] }, ["components.0.components.0 BUTTON_COMPONENT_INVALID_BUTTON"]],
    ["a link with a custom id", { components: [row(button({ style: 5, url: "https://a.example" }))] }, ["components.0.components.0 BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE"]],
    ["an option twice", { components: [row(select({ options: [...options(1), ...options(1)] }))] }, ["components.0.components.0.options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"]],
    ["more than there are", { components: [row(select({ max_values: 3 }))] }, ["components.0.components.0.max_values SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS"]],
    ["a section without an accessory", { flags: V2, components: [{ type: 9, components: [text("t")] }] }, ["components.0.accessory BASE_TYPE_REQUIRED"]],
    ["an embed with nothing in it", { embeds: [{ color: 1 }] }, ["embeds.0.description BASE_TYPE_REQUIRED"]],
    ["an embed of no date", { embeds: [{ title: "t", timestamp: "tomorrow" }] }, ["embeds.0.timestamp DATE_TIME_TYPE_PARSE"]],
    ["a footer without words", { embeds: [{ title: "t", footer: {} }] }, ["embeds.0.footer.text BASE_TYPE_REQUIRED"]],
    ["a default without its kind", { components: [row({ type: 5, custom_id: "u", default_values: [{ id: "1" }] })] }, ["components.0.components.0.default_values.0.type BASE_TYPE_REQUIRED"]],
    ["an emoji that is text", { components: [row(button({ emoji: "x" }))] }, ["components.0.components.0.emoji MODEL_TYPE_CONVERT"]],
    ["a field without a value", { embeds: [{ fields: [{ name: "n" }] }] }, ["embeds.0.fields.0.value BASE_TYPE_REQUIRED"]],
  ])("%s", (_name, body, expected) => {
    expect(message(body)).toEqual(expected);
  });
});

test("numbers become text and nulls are left out, so that what is stored is what the types say", () => {
  const body = {
    content: 5,
    embeds: [{ title: 1, description: null, footer: null }],
    components: [row(button({ label: 7, emoji: { id: null, name: "x" }, disabled: null }))],
  };
  const draft = readForm(body, (form) => readDraft(form, [], { mayBeEphemeral: false }));
  expect(draft.content).toBe("5");
  expect(draft.embeds).toEqual([{ type: "rich", title: "1" }]);
  expect(draft.components).toEqual([row(button({ label: "7", emoji: { name: "x" } }))]);
});
