import type { APIInteraction } from "discord-api-types/v10";
import type { Clock } from "../kernel/clock.ts";
import type { Log } from "../telemetry/log.ts";
import { NO_TELEMETRY, type Telemetry } from "../telemetry/telemetry.ts";

/** `cameAt`: by `performance.now()`. */
type Handle = (interaction: APIInteraction, cameAt: number) => Promise<void>;

/** How long Discord waits for an answer (interactions/receiving-and-responding.mdx in its documentation). */
const ANSWERABLE_MS = 3_000;

/**
 * Keeps interactions until somebody handles them. Whoever pressed longer ago than Discord waits has been told
 * that it failed, and presses again: nothing is done for that press. Time is counted here from the arrival,
 * for an interaction's own time is Discord's, and this machine's clock may be wrong.
 */
export class Inbox {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #telemetry: Telemetry;
  readonly #waiting: { readonly interaction: APIInteraction; readonly arrivedAt: number; readonly cameAt: number }[] = [];
  readonly #underWay = new Set<Promise<void>>();
  #handle: Handle | null = null;

  constructor(clock: Clock, log: Log, telemetry: Telemetry = NO_TELEMETRY) {
    this.#clock = clock;
    this.#log = log;
    this.#telemetry = telemetry;
  }

  take(interaction: APIInteraction, cameAt = performance.now()): void {
    if (!this.#handle) {
      this.#waiting.push({ interaction, arrivedAt: this.#clock.now(), cameAt });
      return;
    }
    const work = this.#handle(interaction, cameAt).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  /** From now on `handle` gets them, those that can still be answered first. */
  open(handle: Handle): void {
    this.#handle = handle;
    const waiting = this.#waiting.splice(0);
    const answerable = waiting.filter(({ arrivedAt }) => this.#clock.now() - arrivedAt < ANSWERABLE_MS);
    const late = waiting.length - answerable.length;
    if (late > 0) this.#telemetry.count("lateInteractions", {}, late);
    if (late > 0) this.#log.warn({ count: late }, "interactions came before the desk was open, and are too old to be answered");
    for (const { interaction, cameAt } of answerable) this.take(interaction, cameAt);
  }

  /** Resolves when none is being handled any more. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }
}
