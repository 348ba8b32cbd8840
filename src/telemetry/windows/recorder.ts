import type { Clock } from "../../kernel/clock.ts";
import { METRICS } from "../metric-table.ts";
import type { Telemetry } from "../telemetry.ts";
import { Sketch } from "./sketch.ts";
import { type KeptKey, keyOf, MINUTE_MS, type Series, seriesOf, spanStart, type Window } from "./window.ts";

interface Growing {
  readonly series: Series;
  readonly sketch: Sketch | null;
  count: number;
}

/** Gathers measurements by minute until somebody takes them to be stored. */
export interface Recorder extends Telemetry {
  /** What was gathered so far, from then on gathered no more; each minute apart. */
  take(): readonly Window[];
}

export function createRecorder(clock: Clock): Recorder {
  let minutes = new Map<number, Map<string, Growing>>();

  function growing(metric: KeptKey, labels: Readonly<Record<string, string>>, guildId: string | undefined): Growing {
    const startedAt = spanStart(clock.now(), MINUTE_MS);
    let minute = minutes.get(startedAt);
    if (!minute) minutes.set(startedAt, (minute = new Map()));
    const series = seriesOf(metric, labels, guildId);
    const key = keyOf(series);
    let found = minute.get(key);
    if (!found) {
      const described = METRICS[metric];
      minute.set(key, (found = { series, sketch: described.kind === "distribution" ? new Sketch(described.unit) : null, count: 0 }));
    }
    return found;
  }

  return {
    observe(metric, labels, value, guildId) {
      const one = growing(metric, labels, guildId);
      one.sketch?.record(value);
      one.count += 1;
    },
    count(metric, labels, by = 1, guildId) {
      growing(metric, labels, guildId).count += by;
    },
    set: () => undefined,
    take() {
      const taken = minutes;
      minutes = new Map();
      return [...taken].flatMap(([startedAt, minute]) => [...minute.values()].map(({ series, sketch, count }) => ({ series, startedAt, spanMs: MINUTE_MS, count, sketch })));
    },
  };
}
