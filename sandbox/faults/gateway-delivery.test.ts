import { expect, test } from "vitest";
import type { Clock } from "../world/clock.ts";
import { rulesOf } from "../options.ts";
import { World } from "../world/world.ts";
import { Faults } from "./faults.ts";
import { GatewayDelivery } from "./gateway-delivery.ts";
import { faultSettingsSchema } from "./settings.ts";

/** A busy machine's time: of what is due, whatever was asked for last is done first. */
class UnorderedClock implements Clock {
  #now = 0;
  #waiting: { readonly at: number; readonly act: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, act: () => void): () => void {
    const waiting = { at: this.#now + ms, act };
    this.#waiting.unshift(waiting);
    return () => (this.#waiting = this.#waiting.filter((each) => each !== waiting));
  }

  advance(ms: number): void {
    this.#now += ms;
    const due = this.#waiting.filter(({ at }) => at <= this.#now);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#now);
    for (const { act } of due) act();
  }
}

function delivery(settings: object): { readonly clock: UnorderedClock; readonly came: number[]; readonly to: GatewayDelivery<number> } {
  const clock = new UnorderedClock();
  const faults = new Faults(new World(clock, rulesOf({})), () => 0.5);
  faults.set(faultSettingsSchema.parse(settings));
  const came: number[] = [];
  return { clock, came, to: new GatewayDelivery<number>(faults, clock, (frame) => came.push(frame)) };
}

test("events keep their order, whatever the order of a busy machine's timers", () => {
  const { clock, came, to } = delivery({ gatewayLatency: { kind: "fixed", ms: 40 } });
  const told = Array.from({ length: 100 }, (_, index) => index);
  for (const frame of told) {
    to.deliver(frame);
    if (frame % 10 === 0) clock.advance(7);
  }
  for (let count = 0; count < 100; count += 1) clock.advance(1);
  expect(came).toEqual(told);
});

test.each([
  ["in their order", {}],
  ["late", { lateEvents: 1, lateByMs: 500 }],
])("events that are on their way to a session that ends never come: %s", (_how, more) => {
  const { clock, came, to } = delivery({ gatewayLatency: { kind: "fixed", ms: 40 }, ...more });
  to.deliver(1);
  to.drop();
  clock.advance(1000);
  expect(came).toEqual([]);
  to.deliver(2);
  clock.advance(1000);
  expect(came).toEqual([2]);
});
