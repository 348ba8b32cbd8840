import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  readonly side: "left" | "right";
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A pane that lies over the messages until it is left: by Escape, or by a press beside it. */
export function Drawer({ side, name, onClose, children }: Props): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => ref.current?.showModal(), []);
  return (
    <dialog
      ref={ref}
      class={`drawer ${side}`}
      aria-label={name}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div class="drawer-pane">{children}</div>
    </dialog>
  );
}
