import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";

/** Text that shows itself when pressed. */
export function Spoiler({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const [shown, setShown] = useState(false);
  if (shown) return <span class="spoiler shown">{children}</span>;
  return (
    <button type="button" class="spoiler" aria-label="Spoiler" aria-expanded="false" onClick={() => setShown(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

/** A picture, file or container that shows itself when pressed. */
export function SpoilerCover({ hidden, children }: { readonly hidden: boolean; readonly children: ComponentChildren }): JSX.Element {
  const [shown, setShown] = useState(false);
  if (!hidden || shown) return <>{children}</>;
  return (
    <div class="spoiler-cover">
      <div class="spoiler-covered" inert>
        {children}
      </div>
      <button type="button" class="spoiler-button" onClick={() => setShown(true)}>
        Spoiler
      </button>
    </div>
  );
}
