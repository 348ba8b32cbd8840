import type { JSX } from "preact";
import type { OptionValue } from "../../../protocol.ts";
import { cssColor } from "../colors.ts";
import type { Choice } from "../state/choices.ts";
import { AppTag, Avatar } from "./avatar.tsx";
import { Emoji } from "./emoji.tsx";
import { Icon } from "./icons.tsx";

/** What stands before a choice's name: a face, an emoji, a role's shield, a channel's sign. */
export function ChoiceSign({ choice, size = 20 }: { readonly choice: Choice<OptionValue>; readonly size?: number }): JSX.Element | null {
  if (choice.person !== undefined) return <Avatar id={choice.person.id} name={choice.person.name} size={size + 4} online={choice.person.online} />;
  if (choice.roleColor !== undefined) {
    return (
      <span class="choice-role" style={{ color: cssColor(choice.roleColor) }}>
        <Icon name="role" size={size} />
      </span>
    );
  }
  if (choice.channelKind !== undefined) {
    return <Icon name={choice.channelKind === "thread" ? "thread" : choice.channelKind === "category" ? "folder" : "hash"} size={size} />;
  }
  return <Emoji emoji={choice.emoji} />;
}

interface Props {
  readonly choice: Choice<OptionValue>;
  /** The element's id; its name and description get ids from it. */
  readonly id: string;
  readonly active: boolean;
  readonly selected: boolean;
  /** A box at the end shows what is chosen where several may be. */
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onPick: () => void;
  readonly onPoint: () => void;
}

/** One entry of a listbox. */
export function ChoiceRow({ choice, id, active, selected, multiple = false, disabled = false, onPick, onPoint }: Props): JSX.Element {
  return (
    <li
      id={id}
      role="option"
      class={active ? "choice active" : "choice"}
      aria-selected={selected}
      aria-disabled={disabled}
      aria-labelledby={`${id}-name`}
      aria-describedby={choice.description === undefined ? undefined : `${id}-about`}
      onClick={disabled ? undefined : onPick}
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
    >
      <ChoiceSign choice={choice} />
      <span class="choice-words">
        <span id={`${id}-name`} class="choice-name">{choice.label}</span>
        {choice.description === undefined ? null : <span id={`${id}-about`} class="choice-about">{choice.description}</span>}
      </span>
      {choice.person?.bot === true ? <AppTag /> : null}
      {multiple ? <span class={selected ? "tick on" : "tick"}>{selected ? <Icon name="check" size={14} /> : null}</span> : null}
    </li>
  );
}
