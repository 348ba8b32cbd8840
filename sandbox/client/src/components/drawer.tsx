import type { ComponentChildren, JSX } from "preact";
import { useDialog } from "../use-dialog.ts";

interface Props {
  readonly side: "left" | "right";
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A pane that lies over the messages until it is left: by Escape, or by a press beside it. */
export function Drawer({ side, name, onClose, children }: Props): JSX.Element {
  const ref = useDialog();
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
