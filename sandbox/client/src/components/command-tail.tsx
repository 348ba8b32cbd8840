import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { localized } from "../state/commands.ts";
import { channelLabel } from "../state/look-up.ts";
import { useListKeys } from "../use-list-keys.ts";
import { ChoiceRow } from "./choice-row.tsx";

interface Props {
  /** Options that may still be added. */
  readonly hidden: readonly APIApplicationCommandBasicOption[];
  readonly onAdd: (option: APIApplicationCommandBasicOption) => void;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

/** Behind the last option: Enter sends, and what is optional is offered. */
export function CommandTail({ hidden, onAdd, onSend, onBack }: Props): JSX.Element {
  const { snapshot } = usePage();
  const { channel } = usePlace();
  const { locale } = snapshot.me;
  const id = useId();
  const [text, setText] = useState("");
  const [focused, setFocused] = useState(false);
  const named = hidden.map((option) => ({ option, name: localized(option.name, option.name_localizations, locale) }));
  const wanted = text.trim().replace(/:$/, "").toLowerCase();
  const shown = named.filter((each) => each.name.toLowerCase().startsWith(wanted));
  // Nothing is marked before somebody types or moves, so that Enter sends.
  const keys = useListKeys(shown.length, `${text} ${hidden.length}`, wanted === "" ? -1 : 0);
  const open = focused && shown.length > 0;

  const add = (option: APIApplicationCommandBasicOption): void => {
    setText("");
    onAdd(option);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (open && keys.move(event)) return;
    const active = shown[keys.active];
    if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey && active !== undefined)) {
      event.preventDefault();
      if (active !== undefined) add(active.option);
      else if (wanted === "") onSend();
    } else if (event.key === "Backspace" && text === "") {
      event.preventDefault();
      onBack();
    }
  };
  const write = (typed: string): void => {
    const complete = /[: ]$/.test(typed) ? named.find((each) => each.name.toLowerCase() === typed.slice(0, -1).trim().toLowerCase()) : undefined;
    if (complete === undefined) setText(typed);
    else add(complete.option);
  };

  return (
    <span class={hidden.length === 0 ? "command-tail bare" : "command-tail"}>
      <input
        data-field="tail"
        role="combobox"
        aria-label={`Message ${channelLabel(snapshot, channel)}`}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && keys.active >= 0 ? `${id}-${keys.active}` : undefined}
        autocomplete="off"
        placeholder={hidden.length === 0 ? "" : `+${hidden.length} optional`}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      {open ? (
        <div class="picker option-popup">
          <p class="option-about"><strong>Optional</strong> <span>Press Enter to send as it is.</span></p>
          <ul id={`${id}-list`} role="listbox" aria-label="Optional options">
            {shown.map(({ option, name }, index) => (
              <ChoiceRow
                key={option.name}
                id={`${id}-${index}`}
                choice={{ value: option.name, label: name, description: localized(option.description, option.description_localizations, locale) }}
                active={index === keys.active}
                selected={index === keys.active}
                onPick={() => add(option)}
                onPoint={() => keys.setActive(index)}
              />
            ))}
          </ul>
        </div>
      ) : null}
    </span>
  );
}
