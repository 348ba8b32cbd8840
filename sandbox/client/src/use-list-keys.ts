import { useEffect, useState } from "preact/hooks";

/** Which of a list's entries the keyboard stands on; -1 for none. */
export interface ListKeys {
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** Moves by arrow, Home and End; true when the key was one of these. */
  readonly move: (event: KeyboardEvent) => boolean;
}

/** Keeps the active entry within a list of `count`, starting anew whenever `resetKey` changes. */
export function useListKeys(count: number, resetKey: unknown, start = 0): ListKeys {
  const [active, setActive] = useState(start);
  useEffect(() => setActive(start), [resetKey, start]);
  const last = count - 1;
  const move = (event: KeyboardEvent): boolean => {
    if (count === 0) return false;
    if (event.key === "ArrowDown") setActive(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") setActive(active <= 0 ? last : active - 1);
    else if (event.key === "Home" && !isTyping(event)) setActive(0);
    else if (event.key === "End" && !isTyping(event)) setActive(last);
    else return false;
    event.preventDefault();
    return true;
  };
  return { active: Math.min(active, last), setActive, move };
}

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
}
