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
    ["content of 2000", { content: "x".repeat(2000) }, []],
    ["2000 emoji are 2000 characters", { content: "🔨".repeat(2000) }, []],
    ["content of 2001", { content: "x".repeat(2001) }, ["content BASE_TYPE_MAX_LENGTH"]],
    ["V2 beside content", { flags: V2, content: "x", components: [text("t")] }, ["content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"]],
    ["V2 beside embeds", { flags: V2, embeds: [{ title: "x" }], components: [text("t")] }, ["embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"]],
    ["V2 components without the flag", { components: [text("t")] }, ["components.0.type UNION_TYPE_CHOICES"]],
    ["40 components in V2", { flags: V2, components: [{ type: 17, components: Array.from({ length: 39 }, () => text("t")) }] }, []],
    ["41 components in V2", { flags: V2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text("t")) }] }, ["components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"]],
    ["a container in a container", { flags: V2, components: [{ type: 17, components: [{ type: 17, components: [text("t")] }] }] }, ["components.0.components.0.type UNION_TYPE_CHOICES"]],
    ["6 rows", { components: Array.from({ length: 6 }, (_, index) => row(button({ custom_id: String(index) }))) }, ["components BASE_TYPE_MAX_LENGTH"]],
    ["6 buttons in a row", { components: [row(...Array.from({ length: 6 }, (_, index) => button({ custom_id: String(index) })))] }, ["components.0.components BASE_TYPE_BAD_LENGTH"]],
    ["a button beside a select", { components: [row(button(), select())] }, ["components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED"]],
    ["a custom id twice", { components: [row(button(), button())] }, ["components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED"]],
    ["a custom id of 101", { components: [row(button({ custom_id: "x".repeat(101) }))] }, ["components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH"]],
    ["a label of 81", { components: [row(button({ label: "x".repeat(81) }))] }, ["components.0.components.0.label BASE_TYPE_MAX_LENGTH"]],
    ["a button without words", { components: [row({ type: 2, style: 1, custom_id: "x" })] }, ["components.0.components.0 BUTTON_COMPONENT_INVALID_BUTTON"]],
    ["an empty row", { components: [row()] }, ["components.0.components BASE_TYPE_BAD_LENGTH"]],
    ["a link with a custom id", { components: [row(button({ style: 5, url: "https://a.example" }))] }, ["components.0.components.0 BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE"]],
    ["26 options", { components: [row(select({ options: options(26) }))] }, ["components.0.components.0.options BASE_TYPE_BAD_LENGTH"]],
    ["an option twice", { components: [row(select({ options: [...options(1), ...options(1)] }))] }, ["components.0.components.0.options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"]],
    ["more than there are", { components: [row(select({ max_values: 3 }))] }, ["components.0.components.0.max_values SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS"]],
    ["a section without an accessory", { flags: V2, components: [{ type: 9, components: [text("t")] }] }, ["components.0.accessory BASE_TYPE_REQUIRED"]],
    ["11 embeds", { embeds: Array.from({ length: 11 }, () => ({ title: "x" })) }, ["embeds BASE_TYPE_MAX_LENGTH"]],
    ["6001 characters in embeds", { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }] }, ["embeds MAX_EMBED_SIZE_EXCEEDED"]],
    ["an embed with nothing in it", { embeds: [{ color: 1 }] }, ["embeds.0.description BASE_TYPE_REQUIRED"]],
    ["an embed of no date", { embeds: [{ title: "t", timestamp: "tomorrow" }] }, ["embeds.0.timestamp DATE_TIME_TYPE_PARSE"]],
    ["a footer without words", { embeds: [{ title: "t", footer: {} }] }, ["embeds.0.footer.text BASE_TYPE_REQUIRED"]],
    ["4001 characters in two texts", { flags: V2, components: [text("x".repeat(4000)), text("x")] }, ["components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"]],
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
