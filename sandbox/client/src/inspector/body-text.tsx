import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { prettyText } from "../state/traffic-text.ts";

/** A body or headers, set out in lines. */
export function BodyText({ title, body }: { readonly title: string; readonly body: string | null }): JSX.Element {
  const text = useMemo(() => (body === null || body === "" ? null : prettyText(body)), [body]);
  return (
    <details class="body-text" open>
      <summary>{title}</summary>
      {text === null ? <p class="body-none">Nothing.</p> : <pre tabIndex={0} aria-label={title}>{text}</pre>}
    </details>
  );
}
