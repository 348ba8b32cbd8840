import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { NumberField } from "./number-field.tsx";
import type { FaultControl } from "./use-faults.ts";

/** A global 429 for so many seconds. */
export function LimitField({ once }: Pick<FaultControl, "once">): JSX.Element {
  const [seconds, setSeconds] = useState(5);
  return (
    <fieldset>
      <legend>Global limit</legend>
      <div class="fault-row">
        <NumberField name="429 for" unit="s" value={seconds} onChange={setSeconds} />
        <button type="button" class="button small secondary" onClick={() => once("limit-globally", { ms: seconds * 1000 }, `Every call gets a global 429 for ${seconds} s.`)}>Limit every call</button>
      </div>
    </fieldset>
  );
}
