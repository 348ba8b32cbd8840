import type { Clock } from "../world/clock.ts";
import type { Faults } from "./faults.ts";

/** Brings one socket its events: at once, or as late, twice and out of order as the faults say. */
export class GatewayDelivery<Frame> {
  readonly #faults: Faults;
  readonly #clock: Clock;
  readonly #send: (frame: Frame) => void;
  /** When the last one in order is due: none may overtake another. */
  #lastDueAt = 0;

  constructor(faults: Faults, clock: Clock, send: (frame: Frame) => void) {
    this.#faults = faults;
    this.#clock = clock;
    this.#send = send;
  }

  deliver(frame: Frame): void {
    const { gatewayLatency, duplicateEvents, lateEvents, lateByMs } = this.#faults.settings;
    const now = this.#clock.now();
    const dueAt = Math.max(now + this.#faults.sampleMs(gatewayLatency), this.#lastDueAt);
    const isLate = this.#faults.happens(lateEvents);
    if (!isLate) this.#lastDueAt = dueAt;
    const times = this.#faults.happens(duplicateEvents) ? 2 : 1;
    for (let count = 0; count < times; count += 1) this.#at(dueAt + (isLate ? lateByMs : 0), now, frame);
  }

  #at(dueAt: number, now: number, frame: Frame): void {
    if (dueAt <= now) this.#send(frame);
    else this.#clock.after(dueAt - now, () => this.#send(frame));
  }
}
