import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { useNow } from "../use-now.ts";

/** Says so while the line to the sandbox is lost. */
export function Banner({ onRetry }: { readonly onRetry: () => void }): JSX.Element | null {
  const { connection } = usePage().state;
  const now = useNow(500);
  if (connection.status !== "lost") return null;
  const seconds = Math.max(0, Math.ceil((connection.retryAt - now) / 1000));
  return (
    <div class="banner" role="alert">
      <span>Connection lost. {seconds > 0 ? `Trying again in ${seconds} s…` : "Trying again…"}</span>
      <button type="button" class="button small" onClick={onRetry}>Try now</button>
    </div>
  );
}
