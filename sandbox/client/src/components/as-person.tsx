import type { JSX } from "preact";
import { useCallback, useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { act } from "../actions.ts";
import { PageContext, type Page } from "../app-context.ts";
import { listen } from "../connection.ts";
import type { Line } from "../line.ts";
import { routeLink, type Go } from "../route.ts";
import { findPlace, homeChannel } from "../state/look-up.ts";
import { initialState, type Event, type State } from "../state/model.ts";
import { reduce } from "../state/reduce.ts";
import { loadReadMarks, saveReadMarks } from "../storage.ts";
import { Waiting } from "./waiting.tsx";
import { Shell } from "./shell.tsx";

interface Props {
  readonly personId: string;
  readonly channelId: string | null;
  readonly go: Go;
  readonly onAnotherWorld: () => void;
}

const step = (state: State, event: Event): State => reduce(state, event, Date.now());

/** The page as one person: keeps the line open, the state current and the address true. */
export function AsPerson({ personId, channelId, go, onAnotherWorld }: Props): JSX.Element {
  const [state, dispatch] = useReducer(step, personId, (id): State => ({ ...initialState, readMarks: loadReadMarks(id) }));
  const line = useRef<Line | null>(null);
  const { snapshot } = state;

  useEffect(() => {
    const mine = listen(personId, { onEvent: dispatch, onConnection: (connection) => dispatch({ type: "connection", connection }), onAnotherWorld });
    line.current = mine;
    return () => mine.close();
  }, [personId, onAnotherWorld]);
  useEffect(() => {
    if (snapshot !== null) saveReadMarks(personId, state.readMarks);
  }, [personId, snapshot === null, state.readMarks]);

  const place = snapshot === null || channelId === null ? null : findPlace(snapshot, channelId);
  const home = snapshot === null ? null : (homeChannel(snapshot)?.id ?? null);
  useEffect(() => {
    if (snapshot !== null && place === null && home !== null) go({ personId, channelId: home }, "replace");
  }, [snapshot !== null, place === null, home, personId, go]);

  const ask = useCallback<Page["act"]>(
    async (action, body) => {
      const answer = await act(personId, action, body);
      if (!answer.ok) dispatch({ type: "toast", text: answer.message });
      return answer;
    },
    [personId],
  );
  const page = useMemo<Page | null>(
    () =>
      snapshot === null
        ? null
        : {
            state,
            snapshot,
            dispatch,
            act: ask,
            openChannel: (next) => (next === channelId ? undefined : go({ personId, channelId: next })),
            become: (next) => go({ personId: next, channelId }),
            linkTo: (next, channel) => routeLink({ personId: next, channelId: channel }),
          },
    [state, snapshot, ask, go, personId, channelId],
  );

  if (page === null || place === null) {
    const lost = state.connection.status === "lost";
    return <Waiting words={lost ? "The sandbox does not answer. Trying again…" : "Opening the sandbox…"} />;
  }
  return (
    <PageContext.Provider value={page}>
      <Shell place={place} onRetry={() => line.current?.retry()} />
    </PageContext.Provider>
  );
}
