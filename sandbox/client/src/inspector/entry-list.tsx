import type { JSX } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { TrafficEntry } from "../../../protocol.ts";
import { rowsInView } from "../state/window.ts";
import { PHONE, useMedia } from "../use-media.ts";
import { EntryRow } from "./entry-row.tsx";

/** As inspector.css draws them, in pixels. */
const ROW = 30;
const PHONE_ROW = 54;
/** So near to the end counts as at the end, in pixels. */
const AT_END_WITHIN = 20;

interface Props {
  readonly entries: readonly TrafficEntry[];
  readonly chosenId: number | null;
  readonly follows: boolean;
  /** What stands there instead of no entries. */
  readonly nothing: string;
  readonly onChoose: (id: number) => void;
  readonly onFollow: (follows: boolean) => void;
}

/** The entries, of which only those in view are drawn: there may be thousands. */
export function EntryList({ entries, chosenId, follows, nothing, onChoose, onFollow }: Props): JSX.Element {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const row = useMedia(PHONE) ? PHONE_ROW : ROW;
  const [view, setView] = useState({ top: 0, height: 600 });
  const chosen = entries.findIndex((each) => each.id === chosenId);
  const { first, last } = rowsInView(entries.length, row, view);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null && follows) element.scrollTop = element.scrollHeight;
  }, [entries, follows, row, view.height]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => setView({ top: element.scrollTop, height: element.clientHeight }));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || chosen === -1) return;
    if (chosen * row < element.scrollTop) element.scrollTop = chosen * row;
    else if ((chosen + 1) * row > element.scrollTop + element.clientHeight) element.scrollTop = (chosen + 1) * row - element.clientHeight;
  }, [chosen === -1 ? null : chosenId, view.height]);

  const onScroll = (): void => {
    const element = scroller.current;
    if (element === null) return;
    // Only a scroll upwards stops it: that news make the list longer does not.
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < AT_END_WITHIN;
    if (isAtEnd !== follows && (isAtEnd || element.scrollTop < view.top)) onFollow(isAtEnd);
    setView({ top: element.scrollTop, height: element.clientHeight });
  };
  const choose = (index: number): void => {
    const entry = entries[Math.max(0, Math.min(index, entries.length - 1))];
    if (entry === undefined) return;
    if (entry !== entries.at(-1)) onFollow(false);
    onChoose(entry.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(view.height / row) - 1);
    const from = chosen === -1 ? entries.length : chosen;
    const next = { ArrowUp: from - 1, ArrowDown: from + 1, PageUp: from - page, PageDown: from + page, Home: 0, End: entries.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };

  if (entries.length === 0) return <p class="inspector-nothing">{nothing}</p>;
  return (
    <div
      ref={scroller}
      class="entries"
      role="listbox"
      tabIndex={0}
      aria-label="Traffic"
      aria-activedescendant={chosen >= first && chosen < last ? `${id}-${chosenId}` : undefined}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div class="entries-all" style={{ height: `${entries.length * row}px` }}>
        {entries.slice(first, last).map((entry, index) => (
          <EntryRow
            key={entry.id}
            id={`${id}-${entry.id}`}
            entry={entry}
            top={(first + index) * row}
            position={first + index + 1}
            count={entries.length}
            chosen={entry.id === chosenId}
            onChoose={() => choose(first + index)}
          />
        ))}
      </div>
    </div>
  );
}
