import type { JSX } from "preact";
import { Icon } from "../components/icons.tsx";
import type { StatusClass, TrafficFilter, TrafficKind } from "../state/traffic-filter.ts";

const KINDS: Readonly<Record<TrafficKind, string>> = {
  all: "REST and gateway",
  rest: "REST",
  gateway: "Gateway",
  sent: "Gateway, to bots",
  received: "Gateway, from bots",
};

const STATUSES: Readonly<Record<StatusClass, string>> = { all: "Any status", "2xx": "2xx", "4xx": "4xx", "5xx": "5xx", failed: "Failed", "429": "429" };

interface Props {
  readonly filter: TrafficFilter;
  readonly applications: Readonly<Record<string, string>>;
  readonly onFilter: (filter: TrafficFilter) => void;
}

/** What the inspector leaves out. */
export function FilterBar({ filter, applications, onFilter }: Props): JSX.Element {
  const bots = Object.entries(applications);
  const { about } = filter;
  return (
    <div class="inspector-filters" role="search" aria-label="Filters">
      <input type="search" aria-label="Search route, path, event, ID or body" placeholder="Route, event, ID, body…" value={filter.text} onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })} />
      <Choice name="Kind" choices={KINDS} value={filter.kind} onChoose={(kind) => onFilter({ ...filter, kind })} />
      <Choice name="Status" choices={STATUSES} value={filter.status} onChoose={(status) => onFilter({ ...filter, status })} />
      {bots.length < 2 ? null : (
        <select class="plain-select" aria-label="Bot" value={filter.applicationId ?? ""} onChange={({ currentTarget: { value } }) => onFilter({ ...filter, applicationId: value === "" ? null : value })}>
          <option value="">Every bot</option>
          {bots.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
        </select>
      )}
      {about === null ? null : (
        <button type="button" class="about-chip" aria-label="Show everything again" onClick={() => onFilter({ ...filter, about: null })}>
          {about.kind === "message" ? "What made message" : "Interaction"} {about.id} <Icon name="close" size={14} />
        </button>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly choices: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ name, choices, value, onChoose }: ChoiceProps<T>): JSX.Element {
  return (
    <select class="plain-select" aria-label={name} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as T)}>
      {Object.entries<string>(choices).map(([each, words]) => <option key={each} value={each}>{words}</option>)}
    </select>
  );
}
