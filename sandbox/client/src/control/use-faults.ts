import { useRef, useState } from "preact/hooks";
import type { FaultAction, FaultActions, FaultSettings, FaultState } from "../../../protocol.ts";
import type { Answer } from "../actions.ts";
import { usePage } from "../app-context.ts";
import { faultWords } from "../state/fault-words.ts";
import { useNow } from "../use-now.ts";
import { doFault, endFaults, setFaults } from "./ask-control.ts";

/** What goes wrong now, each in a few words; empty until the sandbox has told. */
export function useFaultWords(): readonly string[] {
  const { snapshot, state: { faults } } = usePage();
  const now = useNow(500);
  if (faults === null) return [];
  // `now` may be of before this was told.
  return faultWords(faults, Math.min(faults.globallyLimitedMs, Math.max(0, faults.at + faults.globallyLimitedMs - now)), (personId) => snapshot.people.find(({ id }) => id === personId)?.displayName ?? "Somebody");
}

/** Changing what goes wrong, and how the last change went. */
export interface FaultControl {
  readonly problem: string | null;
  /** What just happened once, null when nothing did. */
  readonly said: string | null;
  readonly change: (part: Partial<FaultSettings>) => void;
  /** `done` is what is said when it happened. */
  readonly once: <A extends FaultAction>(action: A, body: FaultActions[A], done: string) => void;
  readonly end: () => void;
}

export function useFaultControl(): FaultControl {
  const { state, dispatch } = usePage();
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  // One change after the other, each upon what the last one asked for.
  const line = useRef<Promise<void>>(Promise.resolve());
  const wanted = useRef<FaultSettings | null>(null);
  const settle = (ask: () => Promise<Answer<FaultState>>, done: string | null): void => {
    const before = line.current;
    const inTurn = async (): Promise<void> => {
      await before;
      const answer = await ask();
      setProblem(answer.ok ? null : answer.message);
      if (answer.ok) dispatch({ type: "faults", faults: answer.value });
      setSaid(answer.ok ? done : null);
    };
    line.current = inTurn();
  };
  return {
    problem,
    said,
    change(part) {
      const base = wanted.current ?? state.faults?.settings;
      if (base === undefined) return;
      const next = { ...base, ...part };
      wanted.current = next;
      settle(async () => {
        const answer = await setFaults(next);
        if (!answer.ok || wanted.current === next) wanted.current = null;
        return answer;
      }, null);
    },
    once: (action, body, done) => settle(() => doFault(action, body), done),
    end: () => settle(endFaults, null),
  };
}
