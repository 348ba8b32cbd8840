import { type APIModalInteractionResponseCallbackData, ComponentType as Type } from "discord-api-types/v10";
import { checkNumber } from "./components.ts";
import type { Field } from "./form.ts";
import { checkCustomId, checkOptions, checkSelect, SELECTS } from "./selects.ts";
import { countCharacters } from "../../world/count-characters.ts";
import { withoutNulls } from "./without-nulls.ts";

const IN_LABEL = [Type.TextInput, ...SELECTS, Type.FileUpload, Type.RadioGroup, Type.CheckboxGroup, Type.Checkbox];

/** Limits: interactions/receiving-and-responding.mdx and components/reference.mdx in Discord's documentation. */
export function readModal(modal: Field): APIModalInteractionResponseCallbackData {
  if (!modal.required() || !modal.isObject()) return modal.value as APIModalInteractionResponseCallbackData;
  for (const [key, max] of [["custom_id", 100], ["title", 45]] as const) if (modal.get(key).required()) modal.get(key).text({ min: 1, max });
  if (modal.get("components").required()) {
    const customIds = new Set<string>();
    const ids = new Set<number>();
    for (const part of modal.get("components").list({ min: 1, max: 5 })) if (part.isObject()) checkPart(part, customIds, ids);
  }
  return withoutNulls(modal.value as APIModalInteractionResponseCallbackData);
}

function checkPart(part: Field, customIds: Set<string>, ids: Set<number>): void {
  checkNumber(part, ids);
  const type = part.get("type").value;
  if (type === Type.TextDisplay) {
    if (part.get("content").required()) part.get("content").text({ min: 1, max: 4000 });
  } else if (type === Type.Label) {
    if (part.get("label").required()) part.get("label").text({ min: 1, max: 45 });
    part.get("description").text({ max: 100 });
    if (part.get("component").required()) checkInput(part.get("component"), customIds, ids, false);
  } else if (type === Type.ActionRow) {
    if (part.get("components").required()) for (const input of part.get("components").list({ min: 1, max: 1 })) checkInput(input, customIds, ids, true);
  } else {
    part.get("type").refuse("UNION_TYPE_CHOICES", `Value of field "type" must be one of (${[Type.ActionRow, Type.TextDisplay, Type.Label].join(", ")}).`);
  }
}

function checkInput(input: Field, customIds: Set<string>, ids: Set<number>, isInRow: boolean): void {
  if (!input.isObject()) return;
  const allowed = isInRow ? [Type.TextInput] : IN_LABEL;
  const type = input.get("type").value as Type;
  if (!allowed.includes(type)) {
    input.get("type").refuse("UNION_TYPE_CHOICES", `Value of field "type" must be one of (${allowed.join(", ")},).`);
    return;
  }
  checkNumber(input, ids);
  input.get("required").flag();
  if (type === Type.TextInput) checkTextInput(input, customIds, isInRow);
  else if (type === Type.FileUpload) {
    checkCustomId(input, customIds);
    checkRange(input, 10);
    for (const wanted of input.get("file_types").list({ max: 10 })) wanted.text({ min: 1, max: 100 });
  } else if (type === Type.RadioGroup || type === Type.CheckboxGroup) {
    checkCustomId(input, customIds);
    const min = type === Type.RadioGroup ? 2 : 1;
    if (input.get("options").required()) checkOptions(input.get("options"), { min, max: 10, code: "COMPONENT_OPTION_VALUE_DUPLICATED" });
    if (type === Type.CheckboxGroup) checkRange(input, 10);
  } else if (type === Type.Checkbox) {
    checkCustomId(input, customIds);
    input.get("default").flag();
  } else {
    checkSelect(input, type, customIds);
    if (input.get("min_values").value === 0 && input.get("required").value !== false) {
      input.get("min_values").refuse("SELECT_COMPONENT_MIN_VALUES_REQUIRED", "min_values can be 0 only when the component is not required");
    }
  }
}

function checkTextInput(input: Field, customIds: Set<string>, isInRow: boolean): void {
  checkCustomId(input, customIds);
  if (input.get("style").required()) input.get("style").oneOf([1, 2]);
  // In an action row the input has its own label, under a Label it has none.
  if (isInRow) {
    if (input.get("label").required()) input.get("label").text({ min: 1, max: 45 });
  } else if (!input.get("label").isAbsent) input.get("label").refuse("TEXT_INPUT_LABEL_NOT_ALLOWED", "label is not allowed inside a Label component");
  input.get("placeholder").text({ max: 100 });
  const min = input.get("min_length").whole({ max: 4000 }) ?? 0;
  const max = input.get("max_length").whole({ min: 1, max: 4000 }) ?? 4000;
  if (min > max) input.get("min_length").refuse("NUMBER_TYPE_MAX", `int value should be less than or equal to ${max}.`);
  const value = input.get("value").text({ max });
  if (value && countCharacters(value) < min) input.get("value").refuse("BASE_TYPE_MIN_LENGTH", `Must be ${min} or more in length.`);
}

function checkRange(field: Field, limit: number): void {
  const min = field.get("min_values").whole({ max: limit });
  const max = field.get("max_values").whole({ min: 1, max: limit });
  if (min !== undefined && max !== undefined && min > max) field.get("min_values").refuse("NUMBER_TYPE_MAX", `int value should be less than or equal to ${max}.`);
}
