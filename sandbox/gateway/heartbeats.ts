import type { Clock } from "../world/clock.ts";

/** Watches whether a bot's heart beats. */
export interface Heartbeats {
  /** One came. */
  heard(): void;
  stop(): void;
}

/** Says once when none came for an interval and another one, which is the tolerance that Discord leaves. Source: events/gateway.mdx:146. */
export function watchHeartbeats(clock: Clock, intervalMs: number, late: () => void): Heartbeats {
  const wait = () => clock.after(2 * intervalMs + 1, late);
  let stop = wait();
  return {
    heard: () => {
      stop();
      stop = wait();
    },
    stop: () => stop(),
  };
}
