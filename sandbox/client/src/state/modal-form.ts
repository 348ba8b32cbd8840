import { ComponentType, type APIComponentInLabel, type APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { ModalField } from "../../../protocol.ts";
import { defaultValues } from "./choices.ts";

/** A file that was handed to the sandbox for an upload field. */
export interface UploadedFile {
  readonly attachmentId: string;
  readonly filename: string;
  readonly size: number;
}

/** What stands in one field of a modal. */
export type FieldValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "one"; readonly value: string | null }
  | { readonly kind: "many"; readonly values: readonly string[] }
  | { readonly kind: "flag"; readonly on: boolean }
  | { readonly kind: "files"; readonly files: readonly UploadedFile[] };

export type FormValues = Readonly<Record<string, FieldValue>>;

/** A field of the form with the label it stands under. */
export interface FormField {
  readonly kind: "field";
  readonly label: string;
  readonly description: string | null;
  readonly component: APIComponentInLabel;
}

export type FormItem = FormField | { readonly kind: "words"; readonly content: string };

/** A modal's parts from top to bottom, older text inputs in action rows among them. */
export function formItems(modal: APIModalInteractionResponseCallbackData): readonly FormItem[] {
  return modal.components.flatMap((part): readonly FormItem[] => {
    switch (part.type) {
      case ComponentType.TextDisplay:
        return [{ kind: "words", content: part.content }];
      case ComponentType.Label:
        return [{ kind: "field", label: part.label, description: part.description ?? null, component: part.component }];
      case ComponentType.ActionRow:
        return part.components.map((component) => ({ kind: "field", label: component.label ?? "", description: null, component }));
    }
  });
}

/** Only the fields. */
export function formFields(items: readonly FormItem[]): readonly FormField[] {
  return items.filter((item) => item.kind === "field");
}

/** What stands in the form when it opens. */
export function initialValues(items: readonly FormItem[]): FormValues {
  return Object.fromEntries(formFields(items).map(({ component }) => [component.custom_id, initialValue(component)]));
}

function initialValue(component: APIComponentInLabel): FieldValue {
  switch (component.type) {
    case ComponentType.TextInput:
      return { kind: "text", text: component.value ?? "" };
    case ComponentType.RadioGroup:
      return { kind: "one", value: component.options.find((each) => each.default === true)?.value ?? null };
    case ComponentType.CheckboxGroup:
      return { kind: "many", values: component.options.filter((each) => each.default === true).map((each) => each.value) };
    case ComponentType.Checkbox:
      return { kind: "flag", on: component.default ?? false };
    case ComponentType.FileUpload:
      return { kind: "files", files: [] };
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return { kind: "many", values: defaultValues(component) };
  }
}

/** Whether the form may not be sent without this field (Discord's default for all but the checkbox). */
export function isRequired(component: APIComponentInLabel): boolean {
  return component.type !== ComponentType.Checkbox && component.required !== false;
}

/** What is wrong with each field that has something wrong, in a sentence, by custom id. */
export function problemsOf(items: readonly FormItem[], values: FormValues): Readonly<Record<string, string>> {
  const problems = formFields(items).flatMap(({ component }) => {
    const value = values[component.custom_id];
    const problem = value === undefined ? null : problemOf(component, value);
    return problem === null ? [] : [[component.custom_id, problem] as const];
  });
  return Object.fromEntries(problems);
}

function problemOf(component: APIComponentInLabel, value: FieldValue): string | null {
  const empty = sizeOf(value) === 0;
  if (empty) return isRequired(component) ? "This field is required." : null;
  switch (component.type) {
    case ComponentType.TextInput:
      return lengthProblem(sizeOf(value), component.min_length ?? 0, component.max_length ?? 4000);
    case ComponentType.RadioGroup:
    case ComponentType.Checkbox:
      return null;
    case ComponentType.CheckboxGroup:
      return countProblem(sizeOf(value), component.min_values ?? 1, component.max_values ?? component.options.length, "option");
    case ComponentType.FileUpload:
      return countProblem(sizeOf(value), component.min_values ?? 1, component.max_values ?? 1, "file");
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return countProblem(sizeOf(value), component.min_values ?? 1, component.max_values ?? 1, "option");
  }
}

/** How much is filled in: characters, chosen values or files. */
function sizeOf(value: FieldValue): number {
  switch (value.kind) {
    case "text":
      return value.text.length;
    case "one":
      return value.value === null ? 0 : 1;
    case "many":
      return value.values.length;
    case "flag":
      return value.on ? 1 : 0;
    case "files":
      return value.files.length;
  }
}

function lengthProblem(length: number, min: number, max: number): string | null {
  if (length >= min && length <= max) return null;
  if (min > 0 && max < 4000) return `Must be between ${min} and ${max} in length.`;
  return length < min ? `Must be ${min} or more in length.` : `Must be ${max} or fewer in length.`;
}

function countProblem(count: number, min: number, max: number, noun: string): string | null {
  if (count < min) return `Choose at least ${min} ${noun}${min === 1 ? "" : "s"}.`;
  if (count > max) return `Choose at most ${max} ${noun}${max === 1 ? "" : "s"}.`;
  return null;
}

/** The form as it is sent. */
export function submission(items: readonly FormItem[], values: FormValues): readonly ModalField[] {
  return formFields(items).map(({ component }) => {
    const customId = component.custom_id;
    const value = values[customId] ?? initialValue(component);
    switch (value.kind) {
      case "text":
        return { customId, value: value.text };
      case "one":
        return { customId, value: value.value };
      case "flag":
        return { customId, value: value.on };
      case "many":
        return { customId, values: value.values };
      case "files":
        return { customId, values: value.files.map((file) => file.attachmentId) };
    }
  });
}
