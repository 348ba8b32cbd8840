import type { JSX } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Person } from "../../../protocol.ts";
import { fetchPeople } from "../actions.ts";
import { InspectContext, type Inspecting } from "../inspect-context.ts";
import { InspectorDock } from "../inspector/inspector-dock.tsx";
import { InspectorPage } from "../inspector/inspector-page.tsx";
import { parseInspectorRoute, useRoute } from "../route.ts";
import type { About } from "../state/traffic-filter.ts";
import { AsPerson } from "./as-person.tsx";
import { Waiting } from "./waiting.tsx";

const AGAIN_MS = 2000;

/** The page that the address asks for: somebody's Discord, or an inspector alone. */
export function App(): JSX.Element {
  const inspector = parseInspectorRoute(location.search);
  return inspector === null ? <WithInspector /> : <InspectorPage route={inspector} />;
}

/** Whoever this tab is, or becomes, the inspector stays as it is. */
function WithInspector(): JSX.Element {
  const [shown, setShown] = useState<{ readonly about: About | null } | null>(null);
  const inspecting = useMemo<Inspecting>(() => ({ open: shown !== null, show: (about) => setShown({ about }), close: () => setShown(null) }), [shown]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "i") return;
      event.preventDefault();
      setShown((before) => (before === null ? { about: null } : null));
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <InspectContext.Provider value={inspecting}>
      <div class="page-and-dock">
        <Discord />
        {shown === null ? null : <InspectorDock about={shown.about} onClose={inspecting.close} />}
      </div>
    </InspectContext.Provider>
  );
}

/** Finds out who this tab is: the person in the address, else the first of all. */
function Discord(): JSX.Element {
  const [route, go] = useRoute();
  // Counts the worlds that this tab has seen: each has other people.
  const [world, setWorld] = useState(0);
  const [people, setPeople] = useState<readonly Person[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = await fetchPeople();
      setProblem(answer.ok ? null : answer.message);
      if (answer.ok) setPeople(answer.value);
      else timer = setTimeout(() => void ask(), AGAIN_MS);
    };
    void ask();
    return () => clearTimeout(timer);
  }, [world]);
  const startAnew = useCallback(() => {
    setPeople(null);
    setWorld((count) => count + 1);
  }, []);

  const known = people?.some((person) => person.id === route.personId) === true;
  const first = people?.[0]?.id;
  useEffect(() => {
    if (people !== null && !known && first !== undefined) go({ personId: first, channelId: route.channelId }, "replace");
  }, [people, known, first, go, route.channelId]);

  if (known && route.personId !== null) {
    return <AsPerson key={`${world} ${route.personId}`} personId={route.personId} channelId={route.channelId} go={go} onAnotherWorld={startAnew} />;
  }
  return <Waiting words={problem ?? (people?.length === 0 ? "There is nobody in this sandbox yet." : "Opening the sandbox…")} />;
}
