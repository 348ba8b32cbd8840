import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { OptionValue } from "../../../protocol.ts";
import type { Choice } from "../state/choices.ts";
import { ChoiceRow } from "./choice-row.tsx";
import { Icon } from "./icons.tsx";

interface Props {
  /** The field's id, from which the list's and entries' ids are made. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly problem: string | null;
  /** Hidden it still describes its field. */
  readonly shown: boolean;
  readonly choices: readonly Choice<OptionValue>[];
  readonly note: string | null;
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onPick: (choice: Choice<OptionValue>) => void;
}

/** What stands above the command while one of its options is filled in. */
export function OptionPopup(props: Props): JSX.Element {
  const { id, title, about, problem, shown, choices, note, active, onPoint, onPick } = props;
  useEffect(() => {
    if (shown) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active, shown]);
  return (
    <div class="picker option-popup" hidden={!shown}>
      <div id={`${id}-about`} class="option-about">
        <strong>{title}</strong> <span>{about}</span>
        {problem === null ? null : <p class="failed" role="alert"><Icon name="warning" size={16} /> {problem}</p>}
      </div>
      {note === null ? null : <p class="list-note" role="status">{note}</p>}
      {choices.length === 0 ? null : (
        <ul id={`${id}-list`} role="listbox" aria-label={title}>
          {choices.map((choice, index) => (
            <ChoiceRow
              key={`${String(choice.value)}-${index}`}
              id={`${id}-${index}`}
              choice={choice}
              active={index === active}
              selected={index === active}
              onPick={() => onPick(choice)}
              onPoint={() => onPoint(index)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
