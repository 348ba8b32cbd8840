import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import type { FaultControl } from "./use-faults.ts";

interface Props extends Pick<FaultControl, "once"> {
  /** Whose direct messages are closed now, by id. */
  readonly closed: readonly string[];
}

/** People who refuse what bots write to them. */
export function PersonFaults({ closed, once }: Props): JSX.Element {
  const { snapshot } = usePage();
  const [personId, setPersonId] = useState(snapshot.me.id);
  const nameOf = (id: string): string => snapshot.people.find((person) => person.id === id)?.displayName ?? "Somebody";
  const isClosed = closed.includes(personId);
  return (
    <fieldset>
      <legend>People</legend>
      <div class="fault-row">
        <select class="plain-select" aria-label="Person" value={personId} onChange={({ currentTarget }) => setPersonId(currentTarget.value)}>
          {snapshot.people.map(({ id }) => <option key={id} value={id}>{nameOf(id)}{closed.includes(id) ? " (DMs closed)" : ""}</option>)}
        </select>
        <button
          type="button"
          class="button small secondary"
          disabled={isClosed}
          onClick={() => once("accept-direct-messages", { personId, accept: false }, `${nameOf(personId)} refuses direct messages from bots now.`)}
        >
          Close their DMs
        </button>
        <button
          type="button"
          class="button small secondary"
          disabled={!isClosed}
          onClick={() => once("accept-direct-messages", { personId, accept: true }, `${nameOf(personId)} takes direct messages from bots now.`)}
        >
          Open them
        </button>
      </div>
    </fieldset>
  );
}
