import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { InspectorRoute } from "../route.ts";
import { Inspector } from "./inspector.tsx";

/** An inspector in a tab of its own. */
export function InspectorPage({ route }: { readonly route: InspectorRoute }): JSX.Element {
  useEffect(() => {
    document.title = "Inspector · Sandbox";
  }, []);
  return (
    <main class="page inspector-page">
      <Inspector about={route.about} onClose={null} />
    </main>
  );
}
