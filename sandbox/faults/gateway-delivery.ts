import type { Clock } from "../world/clock.ts";
import type { Faults } from "./faults.ts";

/** Brings one socket its events: at once, or as late, twice and out of order as the faults say. */
export class GatewayDelivery<Frame> {
  readonly #faults: Faults;
  readonly #clock: Clock;
  readonly #send: (frame: Frame) => void;
  /** What is not due yet, in its order. One wait for all of them: timers of their own come in no sure order. */
  #inOrder: { readonly dueAt: number; readonly frame: Frame }[] = [];
  #isWaiting = false;
  /** How to call off those that come after what is behind them. */
  readonly #late = new Set<() => void>();

  constructor(faults: Faults, clock: Clock, send: (frame: Frame) => void) {
    this.#faults = faults;
    this.#clock = clock;
    this.#send = send;
  }

  /** None overtakes another, but for those that the faults make late. */
  deliver(frame: Frame): void {
    const { gatewayLatency, duplicateEvents, lateEvents, lateByMs } = this.#faults.settings;
    const now = this.#clock.now();
    const dueAt = Math.max(now + this.#faults.sampleMs(gatewayLatency), this.#inOrder.at(-1)?.dueAt ?? 0);
    const isLate = this.#faults.happens(lateEvents);
    const times = this.#faults.happens(duplicateEvents) ? 2 : 1;
    for (let count = 0; count < times; count += 1) {
      if (isLate) this.#bringLate(dueAt - now + lateByMs, frame);
      else this.#inOrder.push({ dueAt, frame });
    }
    this.#bring();
  }

  /** What is still on its way never comes. */
  drop(): void {
    this.#inOrder = [];
    for (const callOff of this.#late) callOff();
    this.#late.clear();
  }

  #bringLate(ms: number, frame: Frame): void {
    const callOff = this.#clock.after(ms, () => {
      this.#late.delete(callOff);
      this.#send(frame);
    });
    this.#late.add(callOff);
  }

  #bring(): void {
    for (let next = this.#inOrder[0]; next; next = this.#inOrder[0]) {
      const leftMs = next.dueAt - this.#clock.now();
      if (leftMs > 0) return this.#wait(leftMs);
      this.#inOrder.shift();
      this.#send(next.frame);
    }
    return undefined;
  }

  #wait(ms: number): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#clock.after(ms, () => {
      this.#isWaiting = false;
      this.#bring();
    });
  }
}
