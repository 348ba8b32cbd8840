import { ComponentType } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { isRequired, type FieldValue, type FormField } from "../state/modal-form.ts";
import { CheckField, CheckGroup, RadioGroup } from "./choice-fields.tsx";
import { FileField } from "./file-field.tsx";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

/** What a field needs to know of its label, and to tell. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly onFill: (value: FieldValue) => void;
}

interface Props {
  readonly field: FormField;
  readonly value: FieldValue | undefined;
  readonly problem: string | null;
  readonly onFill: (value: FieldValue) => void;
}

/** A labelled field of a modal, whatever its kind, with its problem below. */
export function ModalField({ field, value, problem, onFill }: Props): JSX.Element {
  const id = useId();
  const { component, label, description } = field;
  const required = isRequired(component);
  const checkbox = component.type === ComponentType.Checkbox;
  const isGroup = component.type === ComponentType.RadioGroup || component.type === ComponentType.CheckboxGroup;
  const props: FieldProps = { id, label, describedBy: `${id}-about ${id}-problem`, required, invalid: problem !== null, onFill };
  const words = (
    <>
      {label}
      {required ? <span class="star" aria-hidden="true"> *</span> : null}
    </>
  );
  return (
    <div class="modal-field" data-field={component.custom_id}>
      {checkbox ? null : isGroup ? <p class="field-label" id={`${id}-label`}>{words}</p> : <label class="field-label" for={id} id={`${id}-label`}>{words}</label>}
      {checkbox || description === null ? null : <p class="field-about" id={`${id}-about`}>{description}</p>}
      {draw(field, value, props)}
      {problem === null ? null : <p class="field-problem" id={`${id}-problem`} role="alert">{problem}</p>}
    </div>
  );
}

function draw({ component, description }: FormField, value: FieldValue | undefined, props: FieldProps): JSX.Element {
  const many = value?.kind === "many" ? value.values : [];
  switch (component.type) {
    case ComponentType.TextInput:
      return <TextField {...props} input={component} text={value?.kind === "text" ? value.text : ""} />;
    case ComponentType.RadioGroup:
      return <RadioGroup {...props} group={component} chosen={value?.kind === "one" ? value.value : null} />;
    case ComponentType.CheckboxGroup:
      return <CheckGroup {...props} group={component} chosen={many} />;
    case ComponentType.Checkbox:
      return <CheckField {...props} description={description} on={value?.kind === "flag" && value.on} />;
    case ComponentType.FileUpload:
      return <FileField {...props} upload={component} files={value?.kind === "files" ? value.files : []} />;
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return <SelectField {...props} select={component} values={many} />;
  }
}
