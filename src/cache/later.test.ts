import { describe, expect, it } from "vitest";
import { createLater } from "./later.ts";

describe("what is done later", () => {
  it("is not begun at once, and is over when it is stopped", async () => {
    const done: string[] = [];
    const failures: unknown[] = [];
    const begun = Promise.withResolvers<void>();
    const { later, stop } = createLater((cause) => failures.push(cause));
    later(() => Promise.reject(new Error("on purpose")));
    later(async () => {
      begun.resolve();
      await Promise.resolve();
      done.push("begun");
    });
    expect(done).toEqual([]);
    await begun.promise;
    later(() => Promise.resolve(done.push("not begun")));
    await stop();
    later(() => Promise.resolve(done.push("too late")));
    expect([done, failures]).toEqual([["begun"], [new Error("on purpose")]]);
  });
});
