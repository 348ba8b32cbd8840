import { METRICS } from "../metric-table.ts";
import { Sketch } from "./sketch.ts";
import { keyOf, type Series, type Window } from "./window.ts";

/** What windows come to together. */
export interface Merged {
  readonly series: Series;
  count: number;
  /** Null of a counter. */
  readonly sketch: Sketch | null;
}

/** Adds windows up that have the same key. */
export class Merging {
  readonly #keyOf: (window: Window) => string;
  readonly #merged = new Map<string, Merged>();

  /** Without `key`, windows of one series are added up. */
  constructor(key: (window: Window) => string = ({ series }) => keyOf(series)) {
    this.#keyOf = key;
  }

  add(window: Window): void {
    const key = this.#keyOf(window);
    let merged = this.#merged.get(key);
    if (!merged) {
      const metric = METRICS[window.series.metric];
      this.#merged.set(key, (merged = { series: window.series, count: 0, sketch: metric.kind === "distribution" ? new Sketch(metric.unit) : null }));
    }
    merged.count += window.count;
    if (window.sketch) merged.sketch?.add(window.sketch);
  }

  /** By key, in the order in which they first came. */
  get all(): ReadonlyMap<string, Merged> {
    return this.#merged;
  }
}
