import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Person } from "../../../protocol.ts";
import { fetchPeople } from "../actions.ts";
import { useRoute } from "../route.ts";
import { AsPerson } from "./as-person.tsx";

const AGAIN_MS = 2000;

/** Finds out who this tab is: the person in the address, else the first of all. */
export function App(): JSX.Element {
  const [route, go] = useRoute();
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
  }, []);

  const known = people?.some((person) => person.id === route.personId) === true;
  const first = people?.[0]?.id;
  useEffect(() => {
    if (people !== null && !known && first !== undefined) go({ personId: first, channelId: route.channelId }, "replace");
  }, [people, known, first, go, route.channelId]);

  if (known && route.personId !== null) {
    return <AsPerson key={route.personId} personId={route.personId} channelId={route.channelId} go={go} />;
  }
  return <Waiting words={problem ?? (people?.length === 0 ? "There is nobody in this sandbox yet." : "Opening the sandbox…")} />;
}

/** The whole page while there is nothing to show yet. */
export function Waiting({ words }: { readonly words: string }): JSX.Element {
  return (
    <main class="waiting">
      <p role="status">{words}</p>
    </main>
  );
}
