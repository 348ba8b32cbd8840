import { ApplicationCommandOptionType, type APIApplicationCommandBasicOption } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { OptionValue } from "../../../protocol.ts";
import { usePage } from "../app-context.ts";
import type { Choice } from "../state/choices.ts";
import { localized, type CommandEntry } from "../state/commands.ts";
import type { OptionDraft } from "../state/options.ts";
import { useListKeys } from "../use-list-keys.ts";
import { useSuggestions } from "../use-suggestions.ts";
import { OptionPopup } from "./option-popup.tsx";

interface Props {
  readonly entry: CommandEntry;
  readonly option: APIApplicationCommandBasicOption;
  readonly label: string;
  readonly drafts: Readonly<Record<string, OptionDraft>>;
  readonly problem: string | null;
  readonly onFill: (draft: OptionDraft) => void;
  readonly onSend: () => void;
  readonly onAdvance: () => void;
  readonly onBack: () => void;
}

/** One option of a command: a chip with its name and a field, with what may be chosen above it. */
export function CommandOption({ entry, option, label, drafts, problem, onFill, onSend, onAdvance, onBack }: Props): JSX.Element {
  const { snapshot } = usePage();
  const id = useId();
  const [focused, setFocused] = useState(false);
  const draft = drafts[option.name] ?? { text: "", picked: null };
  const { choices, note } = useSuggestions(entry, option, drafts, focused);
  const keys = useListKeys(choices.length, `${draft.text} ${choices.length}`);
  const active = choices[keys.active];
  const about = localized(option.description, option.description_localizations, snapshot.me.locale);
  const numeric = option.type === ApplicationCommandOptionType.Integer || option.type === ApplicationCommandOptionType.Number;
  const open = focused && draft.picked === null && choices.length > 0;

  const pick = (choice: Choice<OptionValue>): void => {
    onFill({ text: choice.label, picked: choice.value });
    onAdvance();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || (open && keys.move(event))) return;
    if (event.key === "Enter") {
      event.preventDefault();
      // Typed in full counts as chosen; else Enter takes the marked choice first, and sends when pressed again.
      if (open && active !== undefined && draft.text !== String(active.value)) pick(active);
      else onSend();
    } else if (event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      if (open && active !== undefined && draft.text !== "") pick(active);
      else onAdvance();
    } else if (event.key === "Backspace" && draft.text === "") {
      event.preventDefault();
      onBack();
    }
  };

  return (
    <span class={problem === null ? "option-chip" : "option-chip wrong"}>
      <label class="option-name" for={id}>{label}</label>
      <input
        id={id}
        data-field={`option-${option.name}`}
        role="combobox"
        aria-label={label}
        aria-required={option.required === true}
        aria-invalid={problem !== null}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open ? `${id}-${keys.active}` : undefined}
        aria-describedby={`${id}-about`}
        autocomplete="off"
        inputMode={numeric ? "decimal" : "text"}
        size={Math.max(4, Math.min(40, draft.text.length + 1))}
        value={draft.text}
        onInput={(event) => onFill({ text: event.currentTarget.value, picked: null })}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      <OptionPopup
        id={id}
        title={label}
        about={about}
        problem={problem}
        shown={focused}
        choices={draft.picked === null ? choices : []}
        note={note}
        active={keys.active}
        onPoint={keys.setActive}
        onPick={pick}
      />
    </span>
  );
}
