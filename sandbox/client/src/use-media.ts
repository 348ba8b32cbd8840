import { useEffect, useState } from "preact/hooks";

/** Up to this width there is one pane, with drawers. */
export const PHONE = "(max-width: 760px)";
/** Up to this width people are shown on demand. */
export const NARROW = "(max-width: 1080px)";

/** A finger instead of a mouse. */
export const TOUCH = "(pointer: coarse)";

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = (): void => setMatches(list.matches);
    follow();
    list.addEventListener("change", follow);
    return () => list.removeEventListener("change", follow);
  }, [query]);
  return matches;
}
