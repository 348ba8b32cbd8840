import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Icon } from "../components/icons.tsx";
import { inspectorLink } from "../route.ts";
import { shownEntries } from "../state/traffic.ts";
import { type About, everything, filterTraffic, type TrafficFilter } from "../state/traffic-filter.ts";
import { countRefusals } from "../state/traffic-text.ts";
import { EntryDetail } from "./entry-detail.tsx";
import { EntryList } from "./entry-list.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { useTraffic } from "./use-traffic.ts";

interface Props {
  /** What it shows first, null for everything. */
  readonly about: About | null;
  /** Null where there is nothing to go back to. */
  readonly onClose: (() => void) | null;
}

/** Every REST call and gateway event, as it happens; one of them at a time in full. */
export function Inspector({ about, onClose }: Props): JSX.Element {
  const [traffic, dispatch, connection] = useTraffic();
  const [filter, setFilter] = useState<TrafficFilter>(everything);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const [follows, setFollows] = useState(true);
  useEffect(() => setFilter((before) => ({ ...before, about })), [about]);

  const all = shownEntries(traffic);
  const shown = useMemo(() => filterTraffic(all, filter), [all, filter]);
  const { limited, invalid } = useMemo(() => countRefusals(all), [all]);
  const chosen = shown.find(({ id }) => id === chosenId) ?? null;
  const paused = traffic.held !== null;
  const nothing = traffic.isFresh ? "Listening…" : nothingWords(filter, all.length);
  const clear = (): void => {
    dispatch({ type: "clear" });
    setFollows(true);
  };

  return (
    <div class={chosen === null ? "inspector" : "inspector detailed"}>
      <header class="inspector-head">
        <h2>Inspector</h2>
        <p class="inspector-counts" role="status">
          <span>{all.length} {all.length === 1 ? "entry" : "entries"}</span>
          <span class={limited > 0 ? "bad" : ""} title="Answers with 429">{limited} × 429</span>
          <span class={invalid > 0 ? "bad" : ""} title="401, 403 and 429: Discord shuts out who makes 10,000 of them in 10 minutes">{invalid} invalid</span>
          {connection.status === "lost" ? <span class="bad">The sandbox does not answer.</span> : null}
        </p>
        <button type="button" class="button small secondary" aria-pressed={paused} onClick={() => dispatch({ type: paused ? "go-on" : "pause" })}>{paused ? "Go on" : "Pause"}</button>
        <button type="button" class="button small secondary" onClick={clear}>Clear</button>
        <button type="button" class="button small secondary follow" aria-pressed={follows} onClick={() => setFollows(!follows)}>Follow</button>
        {onClose === null ? null : (
          <>
            <a class="tool" href={inspectorLink({ about: filter.about })} target="_blank" rel="noopener" aria-label="Open the inspector in a new tab" title="Open in a new tab">
              <Icon name="external" size={18} />
            </a>
            <button type="button" class="tool" aria-label="Close the inspector" onClick={onClose}><Icon name="close" size={20} /></button>
          </>
        )}
      </header>
      <FilterBar filter={filter} applications={traffic.applications} onFilter={setFilter} />
      <div class="inspector-panes">
        <EntryList entries={shown} chosenId={chosen?.id ?? null} follows={follows} nothing={nothing} onChoose={setChosenId} onFollow={setFollows} />
        {chosen === null ? null : (
          <EntryDetail
            key={chosen.id}
            entry={chosen}
            botName={chosen.applicationId === null ? null : (traffic.applications[chosen.applicationId] ?? chosen.applicationId)}
            onAbout={(about) => setFilter({ ...everything, about })}
            onClose={() => setChosenId(null)}
          />
        )}
      </div>
    </div>
  );
}

function nothingWords({ about }: TrafficFilter, all: number): string {
  if (about?.kind === "message") return "Nothing is remembered that made this message: a person wrote it, it was here from the start, or it is too long ago.";
  if (about?.kind === "interaction") return "Nothing is remembered of this interaction: no bot was there to hear of it, or it is too long ago.";
  return all === 0 ? "Nothing has gone over the wires yet. Start a bot, or use one of its commands." : "Nothing here fits these filters.";
}
