import type { FaultState } from "../protocol.ts";
import type { Clock } from "../world/clock.ts";
import { acceptDirectMessages } from "../world/direct-messages.ts";
import type { World } from "../world/world.ts";
import { checkRoutes } from "./check-routes.ts";
import { sampleMs } from "./latency.ts";
import { type FaultSettings, type Latency, NO_FAULTS, type RestFailure } from "./settings.ts";

/** What goes wrong now. Everything else asks here; the settings may change at any time. */
export class Faults {
  readonly #world: World;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #listeners = new Set<() => void>();
  #settings = NO_FAULTS;
  /** What is left of the failures that end by themselves. */
  readonly #left = new Map<RestFailure, number>();
  #limitedUntil = 0;
  #routes: readonly string[] | null = null;

  /** `random` gives numbers from 0 to 1; a test brings one that repeats. */
  constructor(world: World, random: () => number = Math.random) {
    this.#world = world;
    this.#clock = world.clock;
    this.#random = random;
    world.events.subscribe(({ type }) => {
      if (type === "direct-messages-switched") this.#tell();
    });
  }

  get settings(): FaultSettings {
    return this.#settings;
  }

  /** @throws ClientRefusal for a failure of a route that there is not */
  set(settings: FaultSettings): void {
    if (this.#routes !== null) checkRoutes(settings.restFailures, this.#routes);
    this.#settings = settings;
    this.#left.clear();
    for (const failure of settings.restFailures) if (failure.times !== null) this.#left.set(failure, failure.times);
    this.#tell();
  }

  /** Holds failures to these routes, `METHOD /pattern`, from now on, those that are set too. @throws ClientRefusal as {@link set} */
  knowRoutes(routes: readonly string[]): void {
    checkRoutes(this.#settings.restFailures, routes);
    this.#routes = routes;
  }

  /** As the page is told of it. */
  get state(): FaultState {
    return { settings: this.#settings, globallyLimitedMs: this.globallyLimitedMs, closedDirectMessages: [...this.#world.closedByFault] };
  }

  /** Answers with the way to stop listening. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the global limit too, and opens the direct messages that were closed: a Discord on a good day. */
  clear(): void {
    this.#limitedUntil = 0;
    for (const personId of this.#world.closedByFault) acceptDirectMessages(this.#world, personId, true);
    this.set(NO_FAULTS);
  }

  /** How the next call of a route, `METHOD /pattern`, goes wrong; null when it does not. */
  nextFailure(route: string): RestFailure | null {
    const found = this.#settings.restFailures.find((failure) => fits(failure.route, route) && this.happens(failure.share));
    const left = found && this.#left.get(found);
    if (found && left !== undefined) this.#use(found, left - 1);
    return found ?? null;
  }

  /** Refuses every call of every bot's for so long, as Discord does with who is over the global limit. */
  limitGlobally(ms: number): void {
    this.#limitedUntil = this.#clock.now() + ms;
    this.#tell();
  }

  /** What is left of a global limit in milliseconds, 0 without one. */
  get globallyLimitedMs(): number {
    return Math.max(0, this.#limitedUntil - this.#clock.now());
  }

  /** Does something that happens to this share of all happen this time? */
  happens(share: number): boolean {
    return share > 0 && (share >= 1 || this.#random() < share);
  }

  sampleMs(latency: Latency | null): number {
    return sampleMs(latency, this.#random);
  }

  /** A failure that has ended is one no more. */
  #use(failure: RestFailure, left: number): void {
    this.#left.set(failure, left);
    if (left > 0) return;
    this.#left.delete(failure);
    this.#settings = { ...this.#settings, restFailures: this.#settings.restFailures.filter((each) => each !== failure) };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Resolves after so many milliseconds of the sandbox's clock. */
  wait(ms: number): Promise<void> {
    return ms <= 0 ? Promise.resolve() : new Promise((resolve) => void this.#clock.after(ms, resolve));
  }
}

function fits(pattern: string, route: string): boolean {
  const [method] = route.split(" ");
  return pattern === "*" || pattern === route || pattern === `${method} *`;
}
