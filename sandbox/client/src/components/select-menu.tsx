import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import type { Choice } from "../state/choices.ts";
import { ChoiceSign } from "./choice-row.tsx";
import { Dots } from "./dots.tsx";
import { Floating } from "./floating.tsx";
import { Icon } from "./icons.tsx";
import { SelectList } from "./select-list.tsx";

interface Props {
  /** Accessible name. */
  readonly name: string;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly min: number;
  readonly max: number;
  /** Lists of people, roles and channels are always searched. */
  readonly searchable: boolean;
  readonly disabled?: boolean;
  readonly pending?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
  /** What was chosen: at once where one may be, when the list closes where several may be. */
  readonly onCommit: (values: readonly string[]) => void;
}

/** A select as Discord draws it, for messages and modals. */
export function SelectMenu(props: Props): JSX.Element {
  const { name, placeholder, choices, values, min, max, disabled = false, pending = false, onCommit } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  const multiple = max > 1;
  const chosen = choices.filter((choice) => (draft ?? values).includes(choice.value));
  const blocked = disabled || pending;

  const close = (refocus: boolean): void => {
    if (draft === null) return;
    setDraft(null);
    if (refocus) button.current?.focus();
    const changed = draft.length !== values.length || draft.some((value) => !values.includes(value));
    if (multiple && changed && draft.length >= min) onCommit(draft);
  };
  const pick = (value: string): void => {
    if (draft === null) return;
    if (!multiple) {
      setDraft(null);
      button.current?.focus();
      onCommit([value]);
    } else if (draft.includes(value)) {
      setDraft(draft.filter((each) => each !== value));
    } else if (draft.length < max) {
      setDraft([...draft, value]);
    }
  };

  return (
    <div class="select">
      <button
        ref={button}
        type="button"
        role="combobox"
        class={`select-button${props.invalid === true ? " invalid" : ""}`}
        aria-label={name}
        aria-haspopup="listbox"
        aria-expanded={draft !== null}
        aria-controls={draft === null ? undefined : `${id}-list`}
        aria-describedby={[`${id}-chosen`, props.describedBy].filter((each) => each !== undefined).join(" ")}
        aria-invalid={props.invalid === true}
        aria-busy={pending}
        aria-disabled={blocked}
        onClick={() => (blocked ? undefined : draft === null ? setDraft(values) : close(true))}
        onKeyDown={(event) => {
          if (!blocked && draft === null && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
            event.preventDefault();
            setDraft(values);
          }
        }}
      >
        <span id={`${id}-chosen`} class="select-chosen">
          {chosen.length === 0 ? <span class="select-placeholder">{placeholder}</span> : null}
          {chosen.map((choice) => (
            <span key={choice.value} class={multiple ? "select-tag" : "select-value"}>
              <ChoiceSign choice={choice} size={18} />
              <span>{choice.label}</span>
            </span>
          ))}
        </span>
        {pending ? <Dots /> : <Icon name="down" size={20} />}
      </button>
      {min === 0 && values.length > 0 && draft === null && !blocked ? (
        <button type="button" class="select-clear" aria-label={`Clear ${name}`} onClick={() => onCommit([])}>
          <Icon name="close" size={16} />
        </button>
      ) : null}
      {draft === null ? null : (
        <Floating anchor={button} sameWidth class="select-layer" onClose={() => close(true)}>
          <SelectList
            id={`${id}-list`}
            name={name}
            choices={choices}
            values={draft}
            max={max}
            min={min}
            searchable={props.searchable}
            onPick={pick}
            onClose={() => close(true)}
          />
        </Floating>
      )}
    </div>
  );
}
