import type { JSX } from "preact";
import { useFaultControl, useFaultWords } from "./use-faults.ts";

/** Says so while anything goes wrong on purpose. */
export function FaultBanner(): JSX.Element | null {
  const words = useFaultWords();
  const { end } = useFaultControl();
  if (words.length === 0) return null;
  return (
    <div class="banner faults" role="status" aria-label="Faults">
      <span class="banner-words" title={words.join("\n")}>{words.length === 1 ? words[0] : `${words.length} faults: ${words.join("; ")}`}</span>
      <button type="button" class="button small" onClick={end}>All well again</button>
    </div>
  );
}
