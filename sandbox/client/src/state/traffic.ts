import type { TrafficEntry, TrafficNews } from "../../../protocol.ts";

/** More than anybody reads; an inspector that stands open all day stays small. */
const KEPT = 5000;

/** What the inspector knows of the wires. */
export interface TrafficState {
  /** In the order in which they began, newest last. */
  readonly entries: readonly TrafficEntry[];
  /** What stood there when somebody paused; null while it runs. */
  readonly held: readonly TrafficEntry[] | null;
  /** The newest entry that was cleared away. */
  readonly clearedTo: number;
  /** The next news are the first of a new line: everything that the sandbox remembers. */
  readonly isFresh: boolean;
  /** The bots' names by application. */
  readonly applications: Readonly<Record<string, string>>;
}

export type TrafficEvent =
  | { readonly type: "opened" }
  | { readonly type: "news"; readonly news: readonly TrafficNews[] }
  | { readonly type: "pause" }
  | { readonly type: "go-on" }
  | { readonly type: "clear" };

export const noTraffic: TrafficState = { entries: [], held: null, clearedTo: 0, isFresh: true, applications: {} };

/** The inspector after an event. Pure. */
export function reduceTraffic(state: TrafficState, event: TrafficEvent): TrafficState {
  switch (event.type) {
    case "opened":
      return { ...state, isFresh: true };
    case "news":
      return event.news.reduce(withNews, state);
    case "pause":
      return { ...state, held: state.entries };
    case "go-on":
      return { ...state, held: null };
    case "clear":
      return { ...state, entries: [], held: state.held && [], clearedTo: state.entries.at(-1)?.id ?? state.clearedTo };
  }
}

/** What is shown: everything, or what stood there when somebody paused. */
export const shownEntries = ({ entries, held }: TrafficState): readonly TrafficEntry[] => held ?? entries;

/** A call is told of once it was answered, but came before what it made happen. */
const byBeginning = (one: TrafficEntry, other: TrafficEntry): number => one.id - other.id;

function withNews(state: TrafficState, { applications, entries }: TrafficNews): TrafficState {
  if (!state.isFresh) return { ...state, applications, entries: [...state.entries, ...entries].toSorted(byBeginning).slice(-KEPT) };
  // A sandbox that was started anew counts anew.
  const sorted = entries.toSorted(byBeginning);
  const clearedTo = (sorted.at(-1)?.id ?? 0) < state.clearedTo ? 0 : state.clearedTo;
  return { ...state, applications, clearedTo, isFresh: false, entries: sorted.filter(({ id }) => id > clearedTo) };
}
