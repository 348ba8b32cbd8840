import { TextInputStyle, type APITextInputComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import type { FieldProps } from "./modal-field.tsx";

/** Discord's own limit where the bot sets none. */
const MAX_LENGTH = 4000;

interface Props extends FieldProps {
  readonly input: APITextInputComponent;
  readonly text: string;
}

/** One line, or a paragraph with the count of what is left. */
export function TextField({ input, text, id, label, describedBy, required, invalid, onFill }: Props): JSX.Element {
  const max = input.max_length ?? MAX_LENGTH;
  const long = input.style === TextInputStyle.Paragraph;
  const shared = {
    id,
    "aria-label": label,
    "aria-describedby": describedBy,
    "aria-required": required,
    "aria-invalid": invalid,
    placeholder: input.placeholder ?? "",
    maxLength: max,
    value: text,
  };
  const counted = long || input.max_length !== undefined;
  return (
    <span class={invalid ? "text-field invalid" : "text-field"}>
      {long ? (
        <textarea {...shared} rows={4} onInput={(event) => onFill({ kind: "text", text: event.currentTarget.value })} />
      ) : (
        <input {...shared} type="text" autocomplete="off" onInput={(event) => onFill({ kind: "text", text: event.currentTarget.value })} />
      )}
      {counted ? <span class="counter" aria-hidden="true">{max - text.length}</span> : null}
    </span>
  );
}
