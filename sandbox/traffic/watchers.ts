import type { Traffic } from "./traffic.ts";

const watchers = new Set<(traffic: Traffic) => void>();

/** Hands over the traffic of every sandbox that starts in this process from now on. Answers with the way to stop. */
export function watchSandboxes(watcher: (traffic: Traffic) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function tellWatchers(traffic: Traffic): void {
  for (const watcher of watchers) watcher(traffic);
}
