import type { ComponentChildren, JSX } from "preact";
import { useErrorBoundary } from "preact/hooks";

/** Keeps a message that cannot be drawn from taking the whole page with it. */
export function Guarded({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const [error] = useErrorBoundary((thrown: unknown) => console.error("A message could not be drawn:", thrown));
  if (error === undefined) return <>{children}</>;
  return (
    <article class="notice" aria-label="A message that cannot be shown">
      <span>This message cannot be shown. The browser's console says why.</span>
    </article>
  );
}
