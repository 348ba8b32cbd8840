import { ComponentType, TextInputStyle, type APIComponentInLabel, type APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { formItems, initialValues, isRequired, problemsOf, submission, type FieldValue } from "./modal-form.ts";

const modal = (...components: readonly APIComponentInLabel[]): APIModalInteractionResponseCallbackData => ({
  custom_id: "m",
  title: "Form",
  components: components.map((component) => ({ type: ComponentType.Label, label: component.custom_id, component })),
});
const name: APIComponentInLabel = { type: ComponentType.TextInput, custom_id: "name", style: TextInputStyle.Short, min_length: 2, max_length: 24 };
const note: APIComponentInLabel = { type: ComponentType.TextInput, custom_id: "note", style: TextInputStyle.Paragraph, required: false, value: "hi" };
const radio: APIComponentInLabel = { type: ComponentType.RadioGroup, custom_id: "radio", options: [{ value: "a", label: "A" }, { value: "b", label: "B", default: true }] };
const boxes: APIComponentInLabel = { type: ComponentType.CheckboxGroup, custom_id: "boxes", min_values: 2, options: [{ value: "a", label: "A", default: true }, { value: "b", label: "B" }] };
const tick: APIComponentInLabel = { type: ComponentType.Checkbox, custom_id: "tick" };
const people: APIComponentInLabel = { type: ComponentType.UserSelect, custom_id: "people", min_values: 2, max_values: 3 };
const files: APIComponentInLabel = { type: ComponentType.FileUpload, custom_id: "files", required: false };

const problem = (component: APIComponentInLabel, value: FieldValue): string | undefined =>
  problemsOf(formItems(modal(component)), { [component.custom_id]: value })[component.custom_id];

test("a form begins with what the bot set", () => {
  expect(initialValues(formItems(modal(name, note, radio, boxes, tick)))).toEqual({
    name: { kind: "text", text: "" },
    note: { kind: "text", text: "hi" },
    radio: { kind: "one", value: "b" },
    boxes: { kind: "many", values: ["a"] },
    tick: { kind: "flag", on: false },
  });
});

test("words between fields and older text inputs keep their places", () => {
  const items = formItems({
    custom_id: "m",
    title: "Form",
    components: [
      { type: ComponentType.TextDisplay, content: "Hello" },
      { type: ComponentType.ActionRow, components: [{ type: ComponentType.TextInput, custom_id: "old", style: TextInputStyle.Short, label: "Old" }] },
    ],
  });
  expect(items.map((item) => (item.kind === "words" ? item.content : item.label))).toEqual(["Hello", "Old"]);
});

describe("problems", () => {
  test.each([
    ["", "This field is required."],
    ["a", "Must be between 2 and 24 in length."],
    ["Eva", undefined],
  ])("a name of %j", (text, expected) => {
    expect(problem(name, { kind: "text", text })).toBe(expected);
  });

  test("what is optional may stay empty", () => {
    expect(problem(note, { kind: "text", text: "" })).toBeUndefined();
    expect(problem(files, { kind: "files", files: [] })).toBeUndefined();
    expect(problem(tick, { kind: "flag", on: false })).toBeUndefined();
    expect([name, note, tick].map(isRequired)).toEqual([true, false, false]);
  });

  test("choices are counted", () => {
    expect(problem(radio, { kind: "one", value: null })).toBe("This field is required.");
    expect(problem(boxes, { kind: "many", values: ["a"] })).toBe("Choose at least 2 options.");
    expect(problem(people, { kind: "many", values: ["1", "2", "3", "4"] })).toBe("Choose at most 3 options.");
    expect(problem(people, { kind: "many", values: ["1", "2"] })).toBeUndefined();
  });
});

test("the form is sent by custom id, each field in its own way", () => {
  const items = formItems(modal(name, radio, boxes, tick, files));
  const values = {
    ...initialValues(items),
    name: { kind: "text", text: "Eva" },
    files: { kind: "files", files: [{ attachmentId: "7", filename: "a.txt", size: 1 }] },
  } as const;
  expect(submission(items, values)).toEqual([
    { customId: "name", value: "Eva" },
    { customId: "radio", value: "b" },
    { customId: "boxes", values: ["a"] },
    { customId: "tick", value: false },
    { customId: "files", values: ["7"] },
  ]);
});
