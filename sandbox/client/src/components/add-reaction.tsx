import type { APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { Floating } from "./floating.tsx";
import { Icon } from "./icons.tsx";

/** What people react with most. Any other emoji comes from a bot. */
const OFFERED: readonly (readonly [emoji: string, name: string])[] = [
  ["👍", "thumbs up"],
  ["❤️", "heart"],
  ["😂", "tears of joy"],
  ["🎉", "party popper"],
  ["👀", "eyes"],
  ["✅", "check mark"],
  ["❌", "cross mark"],
  ["🔨", "hammer"],
  ["🙏", "folded hands"],
  ["🔥", "fire"],
];

/** A button that opens a few emojis to react with. */
export function AddReaction({ message, class: name }: { readonly message: APIMessage; readonly class: string }): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button ref={button} type="button" class={`${name} add-reaction`} aria-label="Add reaction" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="smile" size={20} />
      </button>
      {isOpen ? <Offer message={message} anchor={button} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Offer({ message, anchor, onClose }: { readonly message: APIMessage; readonly anchor: { readonly current: HTMLButtonElement | null }; readonly onClose: () => void }): JSX.Element {
  const { act } = usePage();
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => menu.current?.querySelector("button")?.focus(), []);
  const close = (): void => {
    onClose();
    anchor.current?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key === "Tab") return close();
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return undefined;
    event.preventDefault();
    const items = [...(menu.current?.querySelectorAll("button") ?? [])];
    items.at((items.findIndex((item) => item === document.activeElement) + step) % items.length)?.focus();
    return undefined;
  };
  return (
    <Floating anchor={anchor} prefer="left" class="menu-layer" onClose={close}>
      <div ref={menu} role="menu" class="reaction-menu" aria-label="Reactions" onKeyDown={move}>
        {OFFERED.map(([emoji, name]) => (
          <button
            key={emoji}
            type="button"
            role="menuitem"
            aria-label={name}
            onClick={() => {
              close();
              void act("react", { channelId: message.channel_id, messageId: message.id, emoji, on: true });
            }}
          >
            <span class="emoji" aria-hidden="true">{emoji}</span>
          </button>
        ))}
      </div>
    </Floating>
  );
}
