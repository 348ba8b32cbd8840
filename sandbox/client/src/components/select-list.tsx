import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { filterChoices, type Choice } from "../state/choices.ts";
import { useListKeys } from "../use-list-keys.ts";
import { PHONE, useMedia } from "../use-media.ts";
import { ChoiceRow } from "./choice-row.tsx";

/** From so many on, a list of fixed options can be searched too. */
const SEARCH_FROM = 11;

interface Props {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly searchable: boolean;
  readonly onPick: (value: string) => void;
  readonly onClose: () => void;
}

/** An open select: a search box where it helps, the list, and on phones a button to be done. */
export function SelectList({ id, name, choices, values, min, max, searchable, onPick, onClose }: Props): JSX.Element {
  const [typed, setTyped] = useState("");
  const phone = useMedia(PHONE);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const shown = filterChoices(choices, typed);
  const first = Math.max(0, shown.findIndex((choice) => values.includes(choice.value)));
  const [start] = useState(first);
  const keys = useListKeys(shown.length, typed, typed === "" ? start : 0);
  const searches = searchable || choices.length >= SEARCH_FROM;
  const multiple = max > 1;
  const full = multiple && values.length >= max;

  useLayoutEffect(() => {
    if (searches && !phone) search.current?.focus();
    else list.current?.focus();
  }, [searches, phone]);
  useEffect(() => {
    document.getElementById(`${id}-${keys.active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, keys.active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (keys.move(event)) return;
    const active = shown[keys.active];
    if (event.key === "Enter" || (event.key === " " && event.target !== search.current)) {
      event.preventDefault();
      if (active !== undefined && (!full || values.includes(active.value))) onPick(active.value);
    } else if (event.key === "Tab") {
      event.preventDefault();
      onClose();
    } else if (event.key.length === 1 && event.target !== search.current) {
      const next = shown.findIndex((choice) => choice.label.toLowerCase().startsWith(event.key.toLowerCase()));
      if (next !== -1) keys.setActive(next);
    }
  };
  const activeId = shown.length === 0 ? undefined : `${id}-${keys.active}`;

  return (
    <div class="select-list" onKeyDown={onKeyDown}>
      {phone ? <p class="sheet-title">{name}</p> : null}
      {searches ? (
        <input
          ref={search}
          class="select-search"
          role="combobox"
          aria-label={`Search ${name}`}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={activeId}
          placeholder="Search"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      <ul ref={list} id={id} role="listbox" tabIndex={0} aria-label={name} aria-multiselectable={multiple} aria-activedescendant={activeId}>
        {shown.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            id={`${id}-${index}`}
            choice={choice}
            active={index === keys.active}
            selected={values.includes(choice.value)}
            multiple={multiple}
            disabled={full && !values.includes(choice.value)}
            onPick={() => onPick(choice.value)}
            onPoint={() => keys.setActive(index)}
          />
        ))}
      </ul>
      {shown.length === 0 ? <p class="list-note">{choices.length === 0 ? "There is nothing to choose here." : "Nothing matches your search."}</p> : null}
      {multiple ? (
        <div class="select-foot">
          <span>{values.length < min ? `Choose at least ${min}` : `${values.length} of ${max} chosen`}</span>
          <button type="button" class="button primary small" onClick={onClose}>Done</button>
        </div>
      ) : null}
    </div>
  );
}
