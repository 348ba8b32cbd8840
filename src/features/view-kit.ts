/** Short constructors for the Components V2 that views are made of. Limits: components/reference.mdx in Discord's documentation. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIChannelSelectComponent,
  type APIComponentInContainer,
  type APIComponentInLabel,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIFileComponent,
  type APILabelComponent,
  type APIMediaGalleryComponent,
  type APIModalInteractionResponseCallbackData,
  type APIRadioGroupComponent,
  type APIRadioGroupOption,
  type APIRoleSelectComponent,
  type APISelectMenuOption,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  type APITextInputComponent,
  type APIUserSelectComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  SeparatorSpacingSize,
  TextInputStyle,
} from "discord-api-types/v10";
import type { View } from "./contract.ts";
import { shorten } from "./shorten.ts";

export { firstOf, shorten } from "./shorten.ts";

/** Discord's limits on what we show in selects, buttons and modals. */
export const LIMITS = { options: 25, optionText: 100, buttonLabel: 80, modalTitle: 45, label: 45, labelDescription: 100, textDisplay: 4000, textInput: 4000 } as const;

/** The accent colours of containers, 0xRRGGBB, one meaning each. */
export const COLOURS = { neutral: 0x5865f2, good: 0x3ba55d, waiting: 0xe0a030, bad: 0xd83c3e, quiet: 0x747f8d } as const;

export type ButtonLook = "primary" | "secondary" | "success" | "danger";

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

/** Signs that nobody sees, and that turn round what is written after them, ours too. Letters that run from right to left do so without. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/** Text of people shown inside our sentences: no mention pings (see the sender), no markdown tricks, nothing that turns the rest round. */
export function plain(text: string): string {
  return text.replaceAll(DIRECTION_CONTROLS, "").replaceAll(/[\\*_~`|>#[\]()<@-]/g, (mark) => `\\${mark}`);
}

export const text = (content: string): APITextDisplayComponent => ({ type: ComponentType.TextDisplay, content: shorten(content, LIMITS.textDisplay) });

export const separator = (look: { divider?: boolean; large?: boolean } = {}): APISeparatorComponent => ({
  type: ComponentType.Separator,
  divider: look.divider ?? true,
  spacing: look.large ? SeparatorSpacingSize.Large : SeparatorSpacingSize.Small,
});

/** One of the view's files, to be downloaded. */
export const file = (name: string): APIFileComponent => ({ type: ComponentType.File, file: { url: attached(name) } });

/** One of the view's files as a picture, with what it shows in words for who cannot see it. */
export const picture = (name: string, alternative: string): APIMediaGalleryComponent => ({
  type: ComponentType.MediaGallery,
  items: [{ media: { url: attached(name) }, description: shorten(alternative, 1024) }],
});

const attached = (name: string): string => `attachment://${name}`;

export function button(look: ButtonLook, label: string, customId: string, more: { emoji?: string; disabled?: boolean } = {}): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: STYLES[look],
    label: shorten(label, LIMITS.buttonLabel),
    custom_id: customId,
    ...(more.emoji === undefined ? {} : { emoji: { name: more.emoji } }),
    ...(more.disabled ? { disabled: true } : {}),
  };
}

/** Up to 5 buttons, or 1 select. */
export const row = <T extends APIComponentInMessageActionRow>(...components: T[]): APIActionRowComponent<T> => ({
  type: ComponentType.ActionRow,
  components,
});

export function option(label: string, value: string, more: { description?: string; isDefault?: boolean; emoji?: string } = {}): APISelectMenuOption {
  return {
    label: shorten(label, LIMITS.optionText),
    value,
    ...(more.description ? { description: shorten(more.description, LIMITS.optionText) } : {}),
    ...(more.isDefault ? { default: true } : {}),
    ...(more.emoji === undefined ? {} : { emoji: { name: more.emoji } }),
  };
}

/** A select of 1-25 options. In a modal, put it into a {@link labelled}. */
export function stringSelect(
  customId: string,
  options: readonly APISelectMenuOption[],
  more: { hint?: string; min?: number; max?: number; required?: boolean } = {},
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    options: options.slice(0, LIMITS.options),
    ...(more.hint === undefined ? {} : { placeholder: shorten(more.hint, 150) }),
    ...(more.min === undefined ? {} : { min_values: more.min }),
    ...(more.max === undefined ? {} : { max_values: more.max }),
    ...(more.required === undefined ? {} : { required: more.required }),
  };
}

/** A select of the guild's roles: any number from none to `max`, with those that hold now chosen. */
export function roleSelect(customId: string, roleIds: readonly string[], max: number, hint: string): APIRoleSelectComponent {
  return {
    type: ComponentType.RoleSelect,
    custom_id: customId,
    placeholder: shorten(hint, 150),
    min_values: 0,
    max_values: max,
    default_values: roleIds.slice(0, max).map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
  };
}

/** A select of one of the guild's text channels, or none, with the one that holds now chosen. */
export function textChannelSelect(customId: string, channelId: string | null, hint: string): APIChannelSelectComponent {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: customId,
    channel_types: [ChannelType.GuildText],
    placeholder: shorten(hint, 150),
    min_values: 0,
    max_values: 1,
    default_values: channelId === null ? [] : [{ id: channelId, type: SelectMenuDefaultValueType.Channel }],
  };
}

/** A select of any number of people, up to `max`, with those that are chosen now; only in a modal, in a {@link labelled}. */
export const usersSelect = (customId: string, userIds: readonly string[], max: number): APIUserSelectComponent => ({
  type: ComponentType.UserSelect,
  custom_id: customId,
  min_values: 0,
  max_values: max,
  required: false,
  default_values: userIds.slice(0, max).map((id) => ({ id, type: SelectMenuDefaultValueType.User })),
});

/** A select of one of the guild's categories, or none; only in a modal, in a {@link labelled}. */
export const categorySelect = (customId: string, categoryId: string | null): APIChannelSelectComponent => ({
  type: ComponentType.ChannelSelect,
  custom_id: customId,
  channel_types: [ChannelType.GuildCategory],
  min_values: 0,
  max_values: 1,
  required: false,
  default_values: categoryId === null ? [] : [{ id: categoryId, type: SelectMenuDefaultValueType.Channel }],
});

/** A select of one person of the guild; what is chosen comes as their user id. */
export const userSelect = (customId: string, more: { hint?: string } = {}): APIUserSelectComponent => ({
  type: ComponentType.UserSelect,
  custom_id: customId,
  ...(more.hint === undefined ? {} : { placeholder: shorten(more.hint, 150) }),
});

export function container(colour: number, ...components: APIComponentInContainer[]): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: colour, components };
}

/** A view of one container. */
export const card = (colour: number, ...components: APIComponentInContainer[]): View => ({ components: [container(colour, ...components)] });

/** A modal of 1-5 parts. */
export const modal = (customId: string, title: string, ...components: APIModalInteractionResponseCallbackData["components"]): APIModalInteractionResponseCallbackData => ({
  custom_id: customId,
  title: shorten(title, LIMITS.modalTitle),
  components,
});

/** A part of a modal under its label. */
export function labelled(label: string, component: APIComponentInLabel, description?: string): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: shorten(label, LIMITS.label),
    component,
    ...(description ? { description: shorten(description, LIMITS.labelDescription) } : {}),
  };
}

export function textInput(
  customId: string,
  more: { paragraph?: boolean; value?: string; hint?: string; required?: boolean; min?: number; max?: number } = {},
): APITextInputComponent {
  return {
    type: ComponentType.TextInput,
    custom_id: customId,
    style: more.paragraph ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: more.required ?? true,
    ...(more.value ? { value: more.value } : {}),
    ...(more.hint === undefined ? {} : { placeholder: shorten(more.hint, 100) }),
    ...(more.min === undefined ? {} : { min_length: more.min }),
    ...(more.max === undefined ? {} : { max_length: more.max }),
  };
}

/** One of 2-10 options; only in a modal, in a {@link labelled}. */
export const radioGroup = (customId: string, options: readonly APIRadioGroupOption[]): APIRadioGroupComponent => ({
  type: ComponentType.RadioGroup,
  custom_id: customId,
  options: [...options],
});
