/** What a run does, and what its two sides tell each other. */
import type { LoadGuild } from "../load/world/places.ts";

export interface FloorPlan {
  readonly people: number;
  /** How often everybody submits, after a first time that is not counted: a bot that has just started is slower. */
  readonly times: number;
  /** Medians of the delays, in milliseconds. */
  readonly restMs: number;
  readonly gatewayMs: number;
  readonly seed: string;
}

export interface FloorReady {
  readonly type: "ready";
  readonly token: string;
  readonly apiUrl: string;
  readonly guilds: readonly LoadGuild[];
}

/** How long each person waited for the form and the reply together, in milliseconds, and who never got one. */
export interface FloorReport {
  readonly type: "report";
  readonly waitedMs: readonly number[];
  readonly missed: number;
}
