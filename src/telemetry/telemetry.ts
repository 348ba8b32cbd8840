import type { CounterKey, DistributionKey, GaugeKey, LabelsOf } from "./metric-table.ts";

/** Where everybody says what they measured. None of it throws, none of it waits. */
export interface Telemetry {
  /** One value of a distribution, in the metric's unit. `guildId`: whose it is, for windows; never a label. */
  observe<K extends DistributionKey>(key: K, labels: LabelsOf<K>, value: number, guildId?: string): void;
  count<K extends CounterKey>(key: K, labels: LabelsOf<K>, by?: number, guildId?: string): void;
  set<K extends GaugeKey>(key: K, labels: LabelsOf<K>, value: number): void;
  /** What observes values of one series: for what happens so often that finding it each time costs. */
  meter<K extends DistributionKey>(key: K, labels: LabelsOf<K>): (value: number) => void;
}

const nothing = (): void => undefined;

/** Measures nothing. */
export const NO_TELEMETRY: Telemetry = { observe: nothing, count: nothing, set: nothing, meter: () => nothing };
