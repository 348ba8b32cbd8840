import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { Avatar } from "./avatar.tsx";
import { Icon } from "./icons.tsx";

/** Everybody whom this tab, or another tab, can be. */
export function PersonSwitch({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const { snapshot, become, linkTo } = usePage();
  const { channel } = usePlace();
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => list.current?.querySelector<HTMLElement>("[aria-current=true]")?.focus(), []);

  const move = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button.parentElement?.contains(document.activeElement) === true);
    buttons.at((at + (event.key === "ArrowDown" ? 1 : -1)) % buttons.length)?.focus();
  };

  return (
    <div class="person-switch" role="dialog" aria-label="You are">
      <p class="switch-title">You are…</p>
      <ul ref={list} onKeyDown={move}>
        {snapshot.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              aria-current={person.id === snapshot.me.id}
              onClick={() => {
                onDone();
                become(person.id);
              }}
            >
              <Avatar id={person.id} name={person.displayName} size={32} />
              <span class="choice-words">
                <span class="choice-name">{person.displayName}</span>
                <span class="choice-about">{person.part}</span>
              </span>
              {person.id === snapshot.me.id ? <Icon name="check" size={18} /> : null}
            </button>
            <a
              class="tool"
              href={linkTo(person.id, channel.kind === "dm" ? null : channel.id)}
              target="_blank"
              rel="noopener"
              aria-label={`Open ${person.displayName} in a new tab`}
              title="Open in a new tab"
            >
              <Icon name="external" size={16} />
            </a>
          </li>
        ))}
      </ul>
      <p class="switch-note">Two tabs can be two people at once.</p>
    </div>
  );
}
