import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType as Type } from "discord-api-types/v10";
import { countCharacters } from "../../world/count-characters.ts";
import type { Field } from "./form.ts";
import { checkCustomId, checkEmoji, checkSelect, SELECTS } from "./selects.ts";
import { withoutNulls } from "./without-nulls.ts";

/** Limits: components/reference.mdx in Discord's documentation. */
const MAX_LEGACY_ROWS = 5;
const MAX_IN_V2 = 40;
/** Over all Text Displays of a message; not in the documents, but in Discord's answers. */
const MAX_TEXT = 4000;

const CONTENT = [Type.Section, Type.TextDisplay, Type.MediaGallery, Type.File, Type.Separator];
const TOP_LEVEL = { legacy: [Type.ActionRow], v2: [Type.ActionRow, ...CONTENT, Type.Container] };

interface Walk {
  readonly customIds: Set<string>;
  readonly ids: Set<number>;
  count: number;
  /** Characters that are shown. */
  characters: number;
}

/** Gives a message's components; undefined when there is no list. Without the V2 flag only action rows are components. */
export function readComponents(field: Field, isV2: boolean): APIMessageTopLevelComponent[] | undefined {
  if (field.isAbsent) return field.value === null ? [] : undefined;
  const walk: Walk = { customIds: new Set(), ids: new Set(), count: 0, characters: 0 };
  for (const component of field.list(isV2 ? {} : { max: MAX_LEGACY_ROWS })) check(component, isV2 ? TOP_LEVEL.v2 : TOP_LEVEL.legacy, walk);
  if (walk.count > MAX_IN_V2) field.refuse("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", `The total number of components cannot exceed ${MAX_IN_V2}`);
  if (walk.characters > MAX_TEXT) field.refuse("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", `Components displayable text size exceeds maximum size of ${MAX_TEXT}`);
  return withoutNulls(field.value as APIMessageTopLevelComponent[]);
}

function check(field: Field, allowed: readonly Type[], walk: Walk): void {
  if (!field.isObject()) return;
  walk.count += 1;
  const type = field.get("type").value as Type;
  if (!allowed.includes(type)) {
    field.get("type").refuse("UNION_TYPE_CHOICES", `Value of field "type" must be one of (${allowed.join(", ")},).`);
    return;
  }
  checkNumber(field, walk.ids);
  switch (type) {
    case Type.ActionRow:
      return checkRow(field, walk);
    case Type.Container:
      field.get("accent_color").whole({ max: 0xffffff });
      field.get("spoiler").flag();
      for (const child of required(field, "components").list({ min: 1, max: MAX_IN_V2 })) check(child, [Type.ActionRow, ...CONTENT], walk);
      return undefined;
    case Type.Section:
      for (const child of required(field, "components").list({ min: 1, max: 3 })) check(child, [Type.TextDisplay], walk);
      if (field.get("accessory").required()) check(field.get("accessory"), [Type.Button, Type.Thumbnail], walk);
      return undefined;
    case Type.TextDisplay:
      walk.characters += countCharacters(required(field, "content").text({ min: 1, max: MAX_TEXT }) ?? "");
      return undefined;
    case Type.MediaGallery:
      for (const item of required(field, "items").list({ min: 1, max: 10 })) checkMedia(item, "media");
      return undefined;
    case Type.Thumbnail:
      return checkMedia(field, "media");
    case Type.File:
      return checkFile(field.get("file").get("url"));
    case Type.Separator:
      field.get("spacing").oneOf([1, 2]);
      field.get("divider").flag();
      return undefined;
    case Type.Button:
      return checkButton(field, walk);
    default:
      return checkSelect(field, type, walk.customIds);
  }
}

function checkRow(row: Field, walk: Walk): void {
  const children = required(row, "components").list({ min: 1, max: 5 });
  for (const child of children) check(child, [Type.Button, ...SELECTS], walk);
  if (children.length > 1 && children.some((child) => child.get("type").value !== Type.Button)) {
    row.get("components").refuse("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
  }
}

function checkButton(button: Field, walk: Walk): void {
  const style = required(button, "style").oneOf([1, 2, 3, 4, 5, 6]);
  button.get("label").text({ max: 80 });
  button.get("disabled").flag();
  checkEmoji(button.get("emoji"));
  if (style === ButtonStyle.Premium) return void required(button, "sku_id");
  if (button.get("label").isAbsent && button.get("emoji").isAbsent) {
    button.refuse("BUTTON_COMPONENT_INVALID_BUTTON", "A button must have a label or an emoji");
  }
  if (style !== ButtonStyle.Link) return checkCustomId(button, walk.customIds);
  required(button, "url").text({ max: 512 });
  button.get("url").url();
  if (!button.get("custom_id").isAbsent) button.refuse("BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
}

/** A file component shows what was uploaded with the message. */
function checkFile(url: Field): void {
  const isUploaded = typeof url.value === "string" && url.value.startsWith("attachment://");
  if (!isUploaded) url.refuse("URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('attachment',).");
}

function checkMedia(item: Field, key: string): void {
  if (!item.isObject()) return;
  item.get("spoiler").flag();
  item.get("description").text({ max: 1024 });
  if (item.get(key).get("url").required()) item.get(key).get("url").url();
}

/** A component's own number, where the bot chose one, is its alone. */
export function checkNumber(field: Field, taken: Set<number>): void {
  const id = field.get("id").whole();
  if (!id) return;
  if (taken.has(id)) field.get("id").refuse("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
  taken.add(id);
}

function required(field: Field, key: string): Field {
  field.get(key).required();
  return field.get(key);
}
