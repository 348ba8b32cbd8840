import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../components/icons.tsx";
import { FaultDrawer } from "./fault-drawer.tsx";
import { useFaultWords } from "./use-faults.ts";

/** Opens the faults, and says how many are on. */
export function FaultButton(): JSX.Element {
  const [open, setOpen] = useState(false);
  const count = useFaultWords().length;
  return (
    <>
      <button
        type="button"
        class={count > 0 ? "bar-button faulty" : "bar-button"}
        aria-label={count > 0 ? `Faults: ${count} on` : "Faults"}
        aria-haspopup="dialog"
        aria-expanded={open}
        title="Let things go wrong: latency, failures, lost events, limits"
        onClick={() => setOpen(true)}
      >
        <Icon name="fault" size={18} />
        <span class="bar-words">Faults</span>
        {count > 0 ? <span class="bar-badge" aria-hidden="true">{count}</span> : null}
      </button>
      {open ? <FaultDrawer onClose={() => setOpen(false)} /> : null}
    </>
  );
}
