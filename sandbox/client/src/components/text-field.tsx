import { TextInputStyle, type APITextInputComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isCutByPaste } from "../state/paste.ts";
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
  // The browser cuts what is pasted, as Discord does; that it did must not go unseen.
  const [cut, setCut] = useState(false);
  const onPaste = (event: ClipboardEvent): void => {
    if (!(event.currentTarget instanceof HTMLInputElement) && !(event.currentTarget instanceof HTMLTextAreaElement)) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    setCut(isCutByPaste(text, selectionStart ?? 0, selectionEnd ?? 0, event.clipboardData?.getData("text") ?? "", max));
  };
  const onInput = (event: InputEvent & { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }): void => {
    if (event.inputType !== "insertFromPaste") setCut(false);
    onFill({ kind: "text", text: event.currentTarget.value });
  };
  return (
    <span class={invalid ? "text-field invalid" : "text-field"}>
      {long ? (
        <textarea {...shared} rows={4} onPaste={onPaste} onInput={onInput} />
      ) : (
        <input {...shared} type="text" autocomplete="off" onPaste={onPaste} onInput={onInput} />
      )}
      {counted ? <span class={text.length >= max ? "counter full" : "counter"} aria-hidden="true">{max - text.length}</span> : null}
      <span class="cut-note" role="status">{cut ? `What you pasted was cut to ${max} characters.` : ""}</span>
    </span>
  );
}
