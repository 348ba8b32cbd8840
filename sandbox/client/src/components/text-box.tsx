import type { JSX } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { filterEntries, type CommandEntry } from "../state/commands.ts";
import { channelLabel } from "../state/look-up.ts";
import { useListKeys } from "../use-list-keys.ts";
import { TOUCH, useMedia } from "../use-media.ts";
import { CommandPicker } from "./command-picker.tsx";
import { Icon } from "./icons.tsx";

/** Discord's limit for a message's text. */
const MAX_LENGTH = 2000;

interface Props {
  readonly text: string;
  readonly entries: readonly CommandEntry[];
  /** Grows whenever the box is to be focused. */
  readonly focusRequest: number;
  readonly onText: (text: string) => void;
  readonly onCommand: (entry: CommandEntry) => void;
}

/** The message box: plain text, or a slash, which opens the picker. */
export function TextBox({ text, entries, focusRequest, onText, onCommand }: Props): JSX.Element {
  const { snapshot, act } = usePage();
  const { channel } = usePlace();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const touch = useMedia(TOUCH);
  const [dismissed, setDismissed] = useState(false);
  const picking = text.startsWith("/") && !text.includes("\n") && !dismissed;
  const shown = picking ? filterEntries(entries, text.slice(1)) : [];
  const keys = useListKeys(shown.length, text);
  const name = `Message ${channelLabel(snapshot, channel)}`;

  useEffect(() => {
    if (focusRequest > 0 || !touch) box.current?.focus({ preventScroll: true });
  }, [focusRequest, touch]);
  useEffect(() => setDismissed(false), [text.startsWith("/")]);
  // A text area that grows, with a list of its own: HTML has no element for it, so the role is said by hand.
  useLayoutEffect(() => box.current?.setAttribute("role", "combobox"), []);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const send = async (): Promise<void> => {
    const content = text.trim();
    if (content === "") return;
    onText("");
    const answer = await act("message", { channelId: channel.id, content });
    if (!answer.ok && box.current?.value === "") onText(content);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (picking && keys.move(event)) return;
    const active = shown[keys.active];
    if (picking && event.key === "Escape") {
      event.preventDefault();
      setDismissed(true);
    } else if (picking && active !== undefined && (event.key === "Tab" || event.key === "Enter")) {
      event.preventDefault();
      onCommand(active);
    } else if (event.key === "Enter" && !event.shiftKey && !touch) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <>
      {picking ? (
        <CommandPicker id={id} typed={text} entries={shown} active={keys.active} onPoint={keys.setActive} onPick={onCommand} />
      ) : null}
      <div class="text-box">
        <textarea
          ref={box}
          rows={1}
          aria-label={name}
          aria-autocomplete="list"
          aria-expanded={picking && shown.length > 0}
          aria-controls={picking ? `${id}-list` : undefined}
          aria-activedescendant={picking && shown.length > 0 ? `${id}-${keys.active}` : undefined}
          placeholder={name}
          maxLength={MAX_LENGTH}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" class="send" aria-label="Send message" disabled={text.trim() === ""} onClick={() => void send()}>
          <Icon name="send" size={20} />
        </button>
      </div>
    </>
  );
}
