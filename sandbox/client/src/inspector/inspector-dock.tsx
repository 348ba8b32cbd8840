import type { JSX } from "preact";
import type { About } from "../state/traffic-filter.ts";
import { useDialog } from "../use-dialog.ts";
import { PHONE, useMedia } from "../use-media.ts";
import { Inspector } from "./inspector.tsx";

interface Props {
  /** What somebody wondered about, null for everything. */
  readonly about: About | null;
  readonly onClose: () => void;
}

/** The inspector below the messages; on a phone it takes the screen. */
export function InspectorDock(props: Props): JSX.Element {
  const phone = useMedia(PHONE);
  if (phone) return <OverEverything {...props} />;
  return (
    <section class="inspector-dock" aria-label="Inspector">
      <Inspector {...props} />
    </section>
  );
}

function OverEverything(props: Props): JSX.Element {
  const dialog = useDialog();
  return (
    <dialog
      ref={dialog}
      class="inspector-sheet"
      aria-label="Inspector"
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <Inspector {...props} />
    </dialog>
  );
}
