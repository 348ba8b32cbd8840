import type { JSX } from "preact";
import type { FaultControl } from "./use-faults.ts";

/** What can happen to the bots' connections. */
export function GatewayFaults({ once }: Pick<FaultControl, "once">): JSX.Element {
  return (
    <fieldset>
      <legend>Connections</legend>
      <div class="fault-row">
        <button type="button" class="button small secondary" onClick={() => once("drop-connections", {}, "Every bot's connection was cut.")}>Cut them</button>
        <button type="button" class="button small secondary" onClick={() => once("request-reconnect", {}, "Every bot was asked to reconnect (op 7).")}>Ask to reconnect</button>
        <button type="button" class="button small secondary" onClick={() => once("invalidate-sessions", { resumable: true }, "Sessions are invalid, and may be resumed (op 9).")}>Invalid, resumable</button>
        <button type="button" class="button small secondary" onClick={() => once("invalidate-sessions", { resumable: false }, "Sessions are invalid: bots must identify anew (op 9).")}>Invalid for good</button>
      </div>
    </fieldset>
  );
}
