import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalSubmissionComponent,
  type APITextInputComponent,
  ComponentType,
  InteractionType,
  type ModalSubmitComponent,
} from "discord-api-types/v10";
import type { ModalField } from "../../protocol.ts";
import { ClientRefusal } from "../client-refusal.ts";
import { messageObject } from "../messages/message-object.ts";
import type { World } from "../world.ts";
import type { InteractionRecord } from "./record.ts";
import { ResolvedData } from "./resolved.ts";
import { checkSelectValues } from "./select-values.ts";
import { startInteraction } from "./start.ts";
import { countCharacters } from "../count-characters.ts";

/** The interaction whose modal this person has open. */
export function openModalOf(world: World, personId: string, interactionId: string): InteractionRecord {
  const record = world.interactions.get(interactionId);
  if (!record?.modal || record.personId !== personId) throw new ClientRefusal("That form is closed.");
  return record;
}

/** Sends a filled-in modal to the bot, unless Discord's client would not. */
export function submitModal(world: World, personId: string, interactionId: string, fields: readonly ModalField[]): InteractionRecord {
  const opener = openModalOf(world, personId, interactionId);
  const { modal } = opener;
  if (!modal) throw new ClientRefusal("That form is closed.");
  const resolved = new ResolvedData(world, opener.guildId, personId);
  const given = new Map(fields.map((field) => [field.customId, field]));
  const components = modal.components.map((component, index) => submitted(component, index + 1, given, resolved));
  if (given.size > 0) throw new ClientRefusal(`This form has no field "${[...given.keys()].join('", "')}".`);
  const data = resolved.get();
  const stored = opener.messageId === null ? undefined : world.messages.get(opener.channelId)?.get(opener.messageId);
  const message = stored && messageObject(world, stored);
  return startInteraction(world, {
    kind: InteractionType.ModalSubmit,
    application: world.application(opener.applicationId),
    personId,
    channel: world.channel(opener.channelId),
    source: modal.custom_id,
    opener,
    data: { custom_id: modal.custom_id, components, ...(data ? { resolved: data } : {}) },
    ...(message ? { message } : {}),
  });
}

function submitted(
  component: APIModalInteractionResponseCallbackComponent,
  position: number,
  given: Map<string, ModalField>,
  resolved: ResolvedData,
): APIModalSubmissionComponent {
  const id = component.id ?? position;
  if (component.type === ComponentType.TextDisplay) return { type: component.type, id };
  const take = (customId: string) => {
    const field = given.get(customId) ?? { customId };
    given.delete(customId);
    return field;
  };
  if (component.type === ComponentType.Label) {
    const { component: inner, label } = component;
    // Inner parts are numbered apart from the five outer ones.
    return { type: component.type, id, component: { ...valueOf(inner, label, take(inner.custom_id), resolved), id: inner.id ?? position + 100 } };
  }
  return {
    type: component.type,
    id,
    components: component.components.map((input) => ({
      type: input.type,
      custom_id: input.custom_id,
      id: input.id ?? position + 100,
      value: textOf(input, input.label ?? input.custom_id, take(input.custom_id)),
    })),
  };
}

function valueOf(component: APIComponentInLabel, label: string, field: ModalField, resolved: ResolvedData): ModalSubmitComponent {
  const { custom_id } = component;
  // What is chosen beforehand counts as chosen unless the person changed it.
  const values = [...(field.values ?? chosenBeforehand(component))];
  switch (component.type) {
    case ComponentType.TextInput:
      return { type: component.type, custom_id, value: textOf(component, label, field) };
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      named(label, () => checkSelectValues(component, values, resolved, component.required === false));
      return { type: component.type, custom_id, values };
    case ComponentType.RadioGroup: {
      const beforehand = field.value === undefined ? component.options.find((option) => option.default)?.value : field.value;
      const value = typeof beforehand === "string" ? beforehand : null;
      if (value === null && component.required !== false) throw new ClientRefusal(`${label}: choose one.`);
      if (value !== null && !component.options.some((option) => option.value === value)) throw new ClientRefusal(`${label}: "${value}" cannot be chosen here.`);
      return { type: component.type, custom_id, value };
    }
    case ComponentType.CheckboxGroup: {
      const min = component.min_values ?? (component.required === false ? 0 : 1);
      between(label, values.length, component.required === false && values.length === 0 ? 0 : min, component.max_values ?? component.options.length);
      const foreign = values.find((value) => !component.options.some((option) => option.value === value));
      if (foreign !== undefined) throw new ClientRefusal(`${label}: "${foreign}" cannot be chosen here.`);
      return { type: component.type, custom_id, values };
    }
    case ComponentType.Checkbox:
      return { type: component.type, custom_id, value: field.value === undefined ? component.default === true : field.value === true };
    case ComponentType.FileUpload: {
      const min = component.required === false && values.length === 0 ? 0 : (component.min_values ?? 1);
      between(label, values.length, min, component.max_values ?? 1);
      if (!values.every((id) => resolved.addAttachment(id))) throw new ClientRefusal(`${label}: that file was not uploaded by you.`);
      if (!values.every((id) => resolved.addAttachment(id, component.file_types))) throw new ClientRefusal(`${label}: files of that kind are not accepted.`);
      return { type: component.type, custom_id, values };
    }
  }
}

function chosenBeforehand(component: APIComponentInLabel): string[] {
  if (component.type === ComponentType.StringSelect || component.type === ComponentType.CheckboxGroup) {
    return component.options.filter((option) => option.default).map(({ value }) => value);
  }
  return "default_values" in component ? (component.default_values ?? []).map(({ id }) => id) : [];
}

function textOf(input: APITextInputComponent, label: string, field: ModalField): string {
  // What is prefilled counts as typed unless the person changed it.
  const text = typeof field.value === "string" ? field.value : (input.value ?? "");
  const length = countCharacters(text);
  if (length === 0 && input.required !== false) throw new ClientRefusal(`${label}: this field is required.`);
  if (length > 0 && length < (input.min_length ?? 0)) throw new ClientRefusal(`${label}: must have at least ${input.min_length} characters.`);
  if (length > (input.max_length ?? 4000)) throw new ClientRefusal(`${label}: must have at most ${input.max_length ?? 4000} characters.`);
  return text;
}

function between(label: string, count: number, min: number, max: number): void {
  if (count < min) throw new ClientRefusal(`${label}: choose at least ${min}.`);
  if (count > max) throw new ClientRefusal(`${label}: choose at most ${max}.`);
}

function named(label: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw error instanceof ClientRefusal ? new ClientRefusal(`${label}: ${error.message}`) : error;
  }
}
