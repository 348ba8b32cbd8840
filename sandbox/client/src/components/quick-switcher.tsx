import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { channelChoices, filterChoices, peopleChoices } from "../state/choices.ts";
import { useDialog } from "../use-dialog.ts";
import { useListKeys } from "../use-list-keys.ts";
import { ChoiceRow } from "./choice-row.tsx";

const SHOWN_AT_MOST = 20;

/** Ctrl+K: straight to a channel or person by a few letters. */
export function QuickSwitcher({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { snapshot, act, openChannel } = usePage();
  const place = usePlace();
  const id = useId();
  const dialog = useDialog();
  const [typed, setTyped] = useState("");
  const guild = place.guild ?? snapshot.guilds[0] ?? null;
  const where = { channel: place.channel, guild };
  const channels = channelChoices(snapshot, where, undefined).filter((each) => each.channelKind !== "category");
  const people = peopleChoices(snapshot, where).filter((each) => each.value !== snapshot.me.id);
  const shown = filterChoices([...channels, ...people], typed).slice(0, SHOWN_AT_MOST);
  const keys = useListKeys(shown.length, typed);

  useEffect(() => {
    document.getElementById(`${id}-${keys.active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, keys.active]);
  const pick = async (index: number): Promise<void> => {
    const choice = shown[index];
    if (choice === undefined) return;
    onClose();
    if (choice.person === undefined) return openChannel(choice.value);
    const answer = await act("direct-message", { userId: choice.value });
    return answer.ok ? openChannel(answer.value.channelId) : undefined;
  };

  return (
    <dialog
      ref={dialog}
      class="switcher"
      aria-label="Find a channel or person"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="switcher-pane">
        <input
          role="combobox"
          aria-label="Channel or person"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length === 0 ? undefined : `${id}-${keys.active}`}
          autocomplete="off"
          placeholder="Where would you like to go?"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (keys.move(event) || event.key !== "Enter") return;
            event.preventDefault();
            void pick(keys.active);
          }}
        />
        <ul id={`${id}-list`} role="listbox" aria-label="Channels and people">
          {shown.map((choice, index) => (
            <ChoiceRow
              key={choice.value}
              id={`${id}-${index}`}
              choice={choice}
              active={index === keys.active}
              selected={index === keys.active}
              onPick={() => void pick(index)}
              onPoint={() => keys.setActive(index)}
            />
          ))}
        </ul>
        {shown.length === 0 ? <p class="list-note">Nothing by that name.</p> : null}
      </div>
    </dialog>
  );
}
