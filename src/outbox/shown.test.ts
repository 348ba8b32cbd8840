import { describe, expect, it } from "vitest";
import { card, text } from "../features/view-kit.ts";
import { Shown } from "./shown.ts";

const showing = (told: string, messageId = "1") => ({ channelId: "board", messageId, view: card(0, text(told)), mark: "no-mark" });
const edited = (): Promise<"edited"> => Promise.resolve("edited");

describe("what messages show", () => {
  it("is known of the last edit, and not of the one before", async () => {
    const shown = new Shown();
    await shown.during(showing("one"), edited);
    await shown.during(showing("two"), edited);
    expect([shown.has(showing("one")), shown.has(showing("two")), shown.has(showing("two", "2"))]).toEqual([false, true, false]);
  });

  it("is not known any more of one that somebody else changed, also while it is being edited", async () => {
    const shown = new Shown();
    shown.remember(showing("one"));
    shown.forget({ channelId: "board", messageId: "1" });
    expect(shown.has(showing("one"))).toBe(false);
    const editing = Promise.withResolvers<"edited">();
    const edit = shown.during(showing("two"), () => editing.promise);
    shown.forget({ channelId: "board", messageId: "1" });
    editing.resolve("edited");
    await edit;
    expect(shown.has(showing("two"))).toBe(false);
  });

  it("is not known of edits side by side, of which Discord may have taken either last, until the next", async () => {
    const shown = new Shown();
    const first = Promise.withResolvers<"edited">();
    const second = Promise.withResolvers<"edited">();
    const both = [shown.during(showing("one"), () => first.promise), shown.during(showing("two"), () => second.promise)];
    second.resolve("edited");
    first.resolve("edited");
    await Promise.all(both);
    expect([shown.has(showing("one")), shown.has(showing("two"))]).toEqual([false, false]);
    await shown.during(showing("three"), edited);
    expect(shown.has(showing("three"))).toBe(true);
  });

  it("is not known while it changes, nor after a failure", async () => {
    const shown = new Shown();
    await shown.during(showing("one"), edited);
    const failing = shown.during(showing("two"), () => Promise.reject(new Error("on purpose")));
    expect(shown.has(showing("one"))).toBe(false);
    await expect(failing).rejects.toThrow("on purpose");
    expect([shown.has(showing("one")), shown.has(showing("two"))]).toEqual([false, false]);
  });

  it("is forgotten of what was touched longest ago", async () => {
    const shown = new Shown(2);
    for (const id of ["1", "2", "3"]) await shown.during(showing("one", id), edited);
    expect(["1", "2", "3"].map((id) => shown.has(showing("one", id)))).toEqual([false, true, true]);
  });
});
