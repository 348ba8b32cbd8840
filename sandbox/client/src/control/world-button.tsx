import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Floating } from "../components/floating.tsx";
import { Icon } from "../components/icons.tsx";
import { WorldMenu } from "./world-menu.tsx";

/** Opens what can be done with the world as a whole. */
export function WorldButton(): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button ref={button} type="button" class="bar-button" aria-label="World" aria-haspopup="dialog" aria-expanded={open} title="Save this world, or load another" onClick={() => setOpen(!open)}>
        <Icon name="world" size={18} />
        <span class="bar-words">World</span>
      </button>
      {open ? (
        <Floating anchor={button} class="switch-layer" onClose={close}>
          <WorldMenu onDone={close} />
        </Floating>
      ) : null}
    </>
  );
}
