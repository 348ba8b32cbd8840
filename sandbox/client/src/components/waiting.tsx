import type { JSX } from "preact";

/** The whole page while there is nothing to show yet. */
export function Waiting({ words }: { readonly words: string }): JSX.Element {
  return (
    <main class="waiting">
      <p role="status">{words}</p>
    </main>
  );
}
