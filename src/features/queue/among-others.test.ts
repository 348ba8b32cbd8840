import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createIds } from "../../kernel/id.ts";
import { calls, officer, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { buttonId, customIdsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import type { RequestAction } from "../requests/request.ts";
import { knownRecipesReads } from "../known-recipes/read-model.ts";
import { queueFeature } from "./feature.ts";
import { queueMigrations } from "./tables.ts";
import { queueTexts } from "./texts.ts";

const call = await calls(queueTexts);
const crafter = call(CRAFTER, { rights: rights({ professions: ["enchanting"] }) });
const boss = call("100000000000000004", { rights: officer });
const requester = call(REQUESTER);
const modalId = (form: Reply | null): string => customIdsOf(form)[0] ?? "";
const books = () => ({ professions: () => [{ id: "enchanting", name: "Enchanting" }] });

describe.each(ENGINES)("the queue among several who act in it, on %s", (engine) => {
  let desk: RequestDesk;
  let room: Driver;
  /** Of `#1` to `#3`, each for five and claimed by the crafter. */
  let ids: string[];

  beforeEach(async () => {
    desk = await openRequestDesk(engine, { migrations: [queueMigrations] });
    const newId = createIds({ now: () => 1_800_000_000_000 });
    room = drive(queueFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, known: knownRecipesReads(desk.store.read), books, read: desk.store.read, inTransaction: desk.inTransaction, newId }));
    ids = [];
    for (const draftId of ["one", "two", "three"]) {
      const submitted = await desk.actions.submit(requester, aSubmission({ draftId }));
      if (!submitted.ok) throw new Error(submitted.error);
      ids.push(submitted.value.request.id);
      await desk.actions.act(crafter, submitted.value.request.id, { kind: "claim" });
    }
  });
  afterEach(() => desk.drop());

  const idOf = (number: number): string => ids[number - 1] ?? "";
  const completed = () => Promise.all(ids.map(async (id) => (await desk.reads.get(requester.guildId, id))?.completed));
  const choose = (list: Reply | null, who: typeof crafter, ...numbers: number[]) => room.press(who, customIdsOf(list).find((id) => id.startsWith("queue.choose")) ?? "", numbers.map(idOf));
  const chosen = async (...numbers: number[]) => choose(await room.run(crafter, "requests"), crafter, ...numbers);

  /** An officer acts while the crafter's form is open. */
  async function meanwhile(number: number, action: RequestAction): Promise<void> {
    const done = await desk.actions.act(boss, idOf(number), action);
    expect(done.ok).toBe(true);
  }

  test("of several that are completed, one that somebody else completed meanwhile keeps no other from being done", async () => {
    const form = await room.press(crafter, buttonId(await chosen(1, 2), "Complete…"));
    await meanwhile(1, { kind: "complete", count: "all" });
    const told = textOf(await room.submit(crafter, modalId(form), { amounts: "#1: 3\n#2: 4" }));
    expect(told).toContain("### Done in part\n❌ **#1**");
    expect(told).toContain("✅ **#2** Enchant Weapon - Crusader ×5: 4 done, 1 to go");
    expect(await completed()).toEqual([5, 4, 0]);
  });

  test("one of which somebody else did a part meanwhile can be pressed again", async () => {
    const form = await room.press(crafter, buttonId(await chosen(1), "Complete…"));
    await meanwhile(1, { kind: "complete", count: 2 });
    const told = await room.submit(crafter, modalId(form), { count: "5" });
    expect(textOf(told)).toContain("### Nothing was done");
    const again = await room.press(crafter, buttonId(told, "Complete…"));
    expect(textOf(await room.submit(crafter, modalId(again), { count: "3" }))).toContain("completed");
  });

  test("a count for the one that is left to complete is not prefilled with what was typed of several", async () => {
    const form = await room.press(crafter, buttonId(await chosen(1, 2), "Complete…"));
    const told = await room.submit(crafter, modalId(form), { amounts: "#1: 3 (Irrelevant)\n#2: 99" });
    await meanwhile(1, { kind: "complete", count: "all" });
    const again = await room.press(crafter, buttonId(told, "Edit…"));
    expect(textOf(again)).toContain("Complete some of #2");
    expect(JSON.stringify(again)).not.toContain("#1: 3");
    expect(textOf(await room.submit(crafter, modalId(again), { count: "2" }))).toContain("2 done, 3 to go");
  });

  test("officers release several of others' claims at once, and start or complete none of them", async () => {
    const taken = await room.press(boss, buttonId(await room.run(boss, "requests"), "Claimed"));
    const others = await choose(taken, boss, 1, 2);
    for (const label of ["Start", "Complete all", "Complete…"]) expect(() => buttonId(others, label)).toThrow("no button");
    expect(textOf(await room.press(boss, buttonId(others, "Release"))).match(/: released/g)).toHaveLength(2);
    expect(await Promise.all(ids.map(async (id) => (await desk.reads.get(requester.guildId, id))?.state))).toEqual(["open", "open", "claimed"]);
  });
});
