import type { RestCall, TrafficEntry } from "../../../sandbox/index.ts";
import { type Distribution, distributionOf } from "./distribution.ts";

/** What a route was asked. */
export interface RouteUse {
  readonly route: string;
  readonly calls: number;
  /** From the call's coming to its answer's leaving, milliseconds. */
  readonly tookMs: Distribution;
  /** The fullest that any of its buckets was, 0 to 1; null where it has none. */
  readonly fullest: number | null;
  /** How often a call was its bucket's last one. */
  readonly emptied: number;
  /** Answers of 400 and more, by status and Discord's code. */
  readonly refused: Readonly<Record<string, number>>;
}

/** The calls of one second of the run. */
export interface SecondOfCalls {
  /** Answers to interactions, which are outside Discord's global limit. */
  answers: number;
  /** All others, which share its 50 a second. */
  others: number;
}

export interface TrafficReport {
  readonly routes: readonly RouteUse[];
  /** By the scope that Discord names. */
  readonly rateLimited: Readonly<Record<string, number>>;
  /** 401, 403 and 429 that count towards Discord's 10,000 in ten minutes. */
  readonly invalid: number;
  readonly seconds: readonly SecondOfCalls[];
}

interface Counted {
  calls: number;
  readonly tookMs: number[];
  fullest: number | null;
  emptied: number;
  readonly refused: Record<string, number>;
}

/** Whether Discord counts a call in none of its limits of all routes together. */
const isAnswer = (call: RestCall): boolean => /^\/(interactions|webhooks)\//.test(call.route ?? "");

/** Counts a bot's REST calls, as the sandbox sees them. */
export class TrafficMeter {
  readonly #routes = new Map<string, Counted>();
  readonly #rateLimited: Record<string, number> = {};
  readonly #seconds: SecondOfCalls[] = [];
  #invalid = 0;
  #from = Date.now();

  /** Forgets what was before, and counts from now. */
  restart(): void {
    this.#routes.clear();
    for (const scope of Object.keys(this.#rateLimited)) delete this.#rateLimited[scope];
    this.#seconds.length = 0;
    this.#invalid = 0;
    this.#from = Date.now();
  }

  hear(entry: TrafficEntry): void {
    if (entry.kind !== "rest") return;
    const second = Math.max(0, Math.floor((entry.at - this.#from) / 1_000));
    for (let n = this.#seconds.length; n <= second; n++) this.#seconds.push({ answers: 0, others: 0 });
    const counts = this.#seconds[second];
    if (counts) counts[isAnswer(entry) ? "answers" : "others"] += 1;
    this.#countRoute(entry);
    if (entry.status < 400) return;
    const scope = entry.responseHeaders["x-ratelimit-scope"] ?? "unknown";
    if (entry.status === 429) this.#rateLimited[scope] = (this.#rateLimited[scope] ?? 0) + 1;
    if (entry.status === 401 || entry.status === 403 || (entry.status === 429 && scope !== "shared")) this.#invalid += 1;
  }

  report(): TrafficReport {
    const routes = [...this.#routes].map(([route, { tookMs, ...counted }]): RouteUse => ({ route, ...counted, tookMs: distributionOf(tookMs) }));
    return { routes: routes.toSorted((a, b) => b.calls - a.calls), rateLimited: { ...this.#rateLimited }, invalid: this.#invalid, seconds: [...this.#seconds] };
  }

  #countRoute({ method, route, tookMs, bucket, status, responseBody }: RestCall): void {
    const name = `${method} ${route ?? "unknown"}`;
    const counted = this.#routes.get(name) ?? { calls: 0, tookMs: [], fullest: null, emptied: 0, refused: {} };
    this.#routes.set(name, counted);
    counted.calls += 1;
    counted.tookMs.push(tookMs);
    if (bucket) {
      counted.fullest = Math.max(counted.fullest ?? 0, (bucket.limit - bucket.remaining) / bucket.limit);
      if (bucket.remaining === 0) counted.emptied += 1;
    }
    if (status < 400) return;
    const { code } = JSON.parse(responseBody || "{}") as { code?: number };
    const key = code ? `${status} (${code})` : String(status);
    counted.refused[key] = (counted.refused[key] ?? 0) + 1;
  }
}
