import { expect, test } from "vitest";
import { ManualClock } from "./manual-clock.ts";

test("what is due happens in its order and at its time, also what was added on the way", () => {
  const clock = new ManualClock(1000);
  const done: string[] = [];
  const note = (what: string) => () => done.push(`${what} at ${clock.now()}`);
  clock.after(30, note("later"));
  clock.after(10, () => {
    note("first")();
    clock.after(5, note("added"));
  });
  const callOff = clock.after(20, note("called off"));
  callOff();
  clock.advance(29);
  expect(done).toEqual(["first at 1010", "added at 1015"]);
  clock.advance(1);
  expect(done.at(-1)).toBe("later at 1030");
  expect(clock.now()).toBe(1030);
});
