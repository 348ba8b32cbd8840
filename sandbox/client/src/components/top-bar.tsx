import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { FaultButton } from "../control/fault-button.tsx";
import { WorldButton } from "../control/world-button.tsx";
import { useInspect } from "../inspect-context.ts";
import { Avatar } from "./avatar.tsx";
import { Floating } from "./floating.tsx";
import { Icon } from "./icons.tsx";
import { PersonSwitch } from "./person-switch.tsx";

/** The bar on top: where this is, and who this tab is. */
export function TopBar(): JSX.Element {
  const { me } = usePage().snapshot;
  const inspect = useInspect();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="top-bar" role="banner">
      <span class="top-bar-name">Sandbox</span>
      <button ref={button} type="button" class="you-are" aria-haspopup="dialog" aria-expanded={open} aria-label={`You are: ${me.displayName}, ${me.part}`} onClick={() => setOpen(!open)}>
        <span class="you-are-words">You are:</span>
        <Avatar id={me.id} name={me.displayName} size={22} />
        <strong>{me.displayName}</strong>
        <span class="you-are-part">{me.part}</span>
        <Icon name="down" size={16} />
      </button>
      {open ? (
        <Floating anchor={button} class="switch-layer" onClose={close}>
          <PersonSwitch onDone={close} />
        </Floating>
      ) : null}
      <button
        type="button"
        class="bar-button"
        aria-label="Inspector"
        aria-pressed={inspect.open}
        title="What bots and the sandbox say to each other (Ctrl+I)"
        onClick={() => (inspect.open ? inspect.close() : inspect.show(null))}
      >
        <Icon name="wires" size={18} />
        <span class="bar-words">Inspector</span>
      </button>
      <FaultButton />
      <WorldButton />
    </div>
  );
}
