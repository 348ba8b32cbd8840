import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { CommandEntry } from "../state/commands.ts";
import { Avatar } from "./avatar.tsx";

interface Props {
  readonly id: string;
  readonly typed: string;
  readonly entries: readonly CommandEntry[];
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onPick: (entry: CommandEntry) => void;
}

/** The slash commands that match what is typed. */
export function CommandPicker({ id, typed, entries, active, onPoint, onPick }: Props): JSX.Element {
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  if (entries.length === 0) {
    return <div class="picker"><p class="list-note" role="status">No command matches {typed.trim()}</p></div>;
  }
  return (
    <div class="picker">
      <ul id={`${id}-list`} role="listbox" aria-label="Commands">
        {entries.map((entry, index) => (
          <li
            key={entry.key}
            id={`${id}-${index}`}
            role="option"
            class={index === active ? "choice active" : "choice"}
            aria-selected={index === active}
            aria-labelledby={`${id}-${index}-name`}
            aria-describedby={`${id}-${index}-about`}
            onPointerMove={() => onPoint(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(entry)}
          >
            <Avatar id={entry.application.botUserId} name={entry.application.name} size={32} />
            <span class="choice-words">
              <span class="choice-name">
                <span id={`${id}-${index}-name`}>/{entry.label}</span>
                {entry.options.map((option) => (
                  <span key={option.name} class={option.required === true ? "arg" : "arg optional"}>{option.name}</span>
                ))}
              </span>
              <span id={`${id}-${index}-about`} class="choice-about">{entry.description}</span>
            </span>
            <span class="choice-from">{entry.application.name}{entry.application.online ? "" : " (offline)"}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
