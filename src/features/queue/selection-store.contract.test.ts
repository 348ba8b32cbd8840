import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createIds } from "../../kernel/id.ts";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { transactions } from "../transactions.ts";
import type { Selections } from "./selection.ts";
import { SELECTION_LIFE_MS, selectionStore } from "./selection-store.ts";
import { queueMigrations } from "./tables.ts";

const owner = { guildId: "1", userId: "10" };
const place = { filter: "mine", profession: "enchanting", page: 3 } as const;
const chosen = [
  { requestId: "a", version: 1 },
  { requestId: "b", version: 7 },
];

describe.each(ENGINES)("selections on %s", (engine) => {
  let opened: TestStore;
  let selections: Selections;
  let now: number;

  beforeEach(async () => {
    now = 1_800_000_000_000;
    opened = await openTestStore(engine, [queueMigrations]);
    const clock = { now: () => now };
    selections = selectionStore({ read: opened.store.read, inTransaction: transactions(opened.store, clock, []), newId: createIds(clock) });
  });

  afterEach(() => opened.drop());

  test("are found again as they were saved", async () => {
    const saved = await selections.save(owner, place, chosen, "#1: lots");
    expect(await selections.find({ ...owner, now }, saved.id)).toEqual({ ...owner, id: saved.id, place, chosen, typed: "#1: lots", createdAt: now });
  });

  test("are nobody else's and no other guild's", async () => {
    const { id } = await selections.save(owner, place, chosen);
    expect(await selections.find({ ...owner, userId: "11", now }, id)).toBeNull();
    expect(await selections.find({ ...owner, guildId: "2", now }, id)).toBeNull();
    expect(await selections.find({ ...owner, now }, "unknown")).toBeNull();
  });

  test("end after a day, and go with the next one in their guild", async () => {
    const elsewhere = await selections.save({ ...owner, guildId: "2" }, place, chosen);
    const old = await selections.save(owner, place, chosen);
    now += SELECTION_LIFE_MS - 1;
    expect((await selections.find({ ...owner, now }, old.id))?.id).toBe(old.id);
    now += 1;
    expect(await selections.find({ ...owner, now }, old.id)).toBeNull();
    const next = await selections.save(owner, place, []);
    const rows = await opened.store.read.selectFrom("queue_selections").select("id").orderBy("id").execute();
    expect(rows.map(({ id }) => id)).toEqual([elsewhere.id, next.id]);
  });
});
