import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { Drawer } from "../components/drawer.tsx";
import { Icon } from "../components/icons.tsx";
import { ChannelFaults } from "./channel-faults.tsx";
import { EventFaults } from "./event-faults.tsx";
import { FailureList } from "./failure-list.tsx";
import { GatewayFaults } from "./gateway-faults.tsx";
import { LatencyField } from "./latency-field.tsx";
import { LimitField } from "./limit-field.tsx";
import { PersonFaults } from "./person-faults.tsx";
import { useFaultControl, useFaultWords } from "./use-faults.ts";

/** What can be made to go wrong, to see how a bot bears it. */
export function FaultDrawer({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { faults } = usePage().state;
  const words = useFaultWords();
  const { problem, said, change, once, end } = useFaultControl();
  return (
    <Drawer side="right" name="Faults" onClose={onClose}>
      <div class="fault-pane">
        <header class="fault-head">
          <h2>Faults</h2>
          <button type="button" class="tool" aria-label="Close the faults" onClick={onClose}><Icon name="close" size={20} /></button>
        </header>
        <div class="fault-now">
          <p>{words.length === 0 ? "All is well." : `${words.length} ${words.length === 1 ? "thing goes" : "things go"} wrong.`}</p>
          <button type="button" class="button small success" disabled={words.length === 0} onClick={end}>All well again</button>
        </div>
        <p class="fault-said" role="status" aria-label="Done">{said}</p>
        {problem === null ? null : <p class="modal-failure" role="alert">{problem}</p>}
        {faults === null ? null : (
          <div class="fault-fields">
            <fieldset>
              <legend>Latency</legend>
              <LatencyField name="REST" latency={faults.settings.restLatency} onChange={(restLatency) => change({ restLatency })} />
              <LatencyField name="Gateway" latency={faults.settings.gatewayLatency} onChange={(gatewayLatency) => change({ gatewayLatency })} />
            </fieldset>
            <FailureList failures={faults.settings.restFailures} onChange={(restFailures) => change({ restFailures })} />
            <EventFaults settings={faults.settings} onChange={change} />
            <GatewayFaults once={once} />
            <LimitField once={once} />
            <PersonFaults closed={faults.closedDirectMessages} once={once} />
            <ChannelFaults once={once} />
          </div>
        )}
      </div>
    </Drawer>
  );
}
