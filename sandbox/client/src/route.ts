import { useCallback, useEffect, useState } from "preact/hooks";
import type { About } from "./state/traffic-filter.ts";

/** Who looks at what, as the address says: `?as=<person>&channel=<channel>`. */
export interface Route {
  readonly personId: string | null;
  readonly channelId: string | null;
}

/** An inspector in a tab of its own, `?inspect=1`; with `message` or `interaction` it shows what there was of that one. */
export interface InspectorRoute {
  readonly about: About | null;
}

/** The route in an address's query. */
export function parseRoute(search: string): Route {
  const query = new URLSearchParams(search);
  return { personId: query.get("as"), channelId: query.get("channel") };
}

/** The query for a route, to be used as a link. */
export function routeLink(route: Route): string {
  const query = new URLSearchParams();
  if (route.personId !== null) query.set("as", route.personId);
  if (route.channelId !== null) query.set("channel", route.channelId);
  return `?${query.toString()}`;
}

/** Null when the address is not an inspector's. */
export function parseInspectorRoute(search: string): InspectorRoute | null {
  const query = new URLSearchParams(search);
  if (!query.has("inspect")) return null;
  for (const kind of ["message", "interaction"] as const) {
    const id = query.get(kind);
    if (id !== null) return { about: { kind, id } };
  }
  return { about: null };
}

export function inspectorLink({ about }: InspectorRoute): string {
  return about === null ? "?inspect=1" : `?inspect=1&${about.kind}=${encodeURIComponent(about.id)}`;
}

export type Go = (route: Route, how?: "push" | "replace") => void;

/** The address as state; `go` writes it, and the browser's back and forward buttons change it. */
export function useRoute(): readonly [Route, Go] {
  const [route, setRoute] = useState(() => parseRoute(location.search));
  useEffect(() => {
    const follow = (): void => setRoute(parseRoute(location.search));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const go = useCallback<Go>((next, how = "push") => {
    if (how === "push") history.pushState(null, "", routeLink(next));
    else history.replaceState(null, "", routeLink(next));
    setRoute(next);
  }, []);
  return [route, go];
}
