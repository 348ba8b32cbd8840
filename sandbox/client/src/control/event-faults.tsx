import type { JSX } from "preact";
import type { FaultSettings } from "../../../protocol.ts";
import { NumberField } from "./number-field.tsx";

interface Props {
  readonly settings: FaultSettings;
  readonly onChange: (part: Partial<FaultSettings>) => void;
}

/** Events that come twice, late, or never. */
export function EventFaults({ settings, onChange }: Props): JSX.Element {
  const { duplicateEvents, lateEvents, lateByMs, loseEvents } = settings;
  return (
    <fieldset>
      <legend>Events</legend>
      <div class="fault-row">
        <NumberField name="Twice" unit="%" value={duplicateEvents * 100} onChange={(percent) => onChange({ duplicateEvents: percent / 100 })} />
        <NumberField name="Late" unit="%" value={lateEvents * 100} onChange={(percent) => onChange({ lateEvents: percent / 100 })} />
        <NumberField name="by" unit="ms" value={lateByMs} onChange={(ms) => onChange({ lateByMs: ms })} />
      </div>
      <label class="fault-switch">
        <input type="checkbox" role="switch" checked={loseEvents} onChange={({ currentTarget }) => onChange({ loseEvents: currentTarget.checked })} />
        <span>Lose all events, as in an outage</span>
      </label>
    </fieldset>
  );
}
