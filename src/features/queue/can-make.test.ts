import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIds } from "../../kernel/id.ts";
import { calls, GUILD, officer, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, optionsOf, textOf } from "../../testing/view-text.ts";
import type { Call, Reply } from "../contract.ts";
import { knownRecipesReads } from "../known-recipes/read-model.ts";
import { mark, unmark } from "../known-recipes/store.ts";
import { knownRecipesMigrations } from "../known-recipes/tables.ts";
import { queueFeature } from "./feature.ts";
import { queueMigrations } from "./tables.ts";
import { queueTexts } from "./texts.ts";

const as = await calls(queueTexts);
const EVA = "1001";
const eva = (...professions: string[]) => as(EVA, { rights: rights({ professions }) });
const core = as(REQUESTER, { rights: rights({ isCore: true }) });
const books = () => ({ professions: () => [{ id: "enchanting", name: "Enchanting" }, { id: "tailoring", name: "Tailoring" }] });

const numbers = (reply: Reply | null) => optionsOf(reply, "queue.choose").map(({ label }) => label.split(" ")[0]);

describe.each(ENGINES)("the queue of what somebody can make on %s", (engine) => {
  let desk: RequestDesk;
  let room: Driver;
  beforeEach(async () => {
    desk = await openRequestDesk(engine, { migrations: [queueMigrations, knownRecipesMigrations] });
    room = drive(queueFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, known: knownRecipesReads(desk.store.read), books, read: desk.store.read, inTransaction: desk.inTransaction, newId: createIds({ now: () => 1_800_000_000_000 }) }));
    let index = 0;
    for (const [recipeId, profession] of [["crusader", "enchanting"], ["mongoose", "enchanting"], ["bag", "tailoring"], ["crusader", "enchanting"]] as const)
      await desk.actions.submit(core, aSubmission({ draftId: `draft-${index++}`, recipeId, itemName: recipeId, profession }));
    await desk.store.inTransaction((db) => mark(db, { guildId: GUILD, userId: EVA }, ["crusader", "bag"], 1));
  });
  afterEach(() => desk.drop());

  const shown = async (call: Call): Promise<Reply | null> => room.press(call, buttonId(await room.run(call, "requests"), "I can make"));

  it("shows the open ones that they have marked, of professions whose role they have now", async () => {
    const both = await shown(eva("enchanting", "tailoring"));
    expect(limitProblems(both)).toEqual([]);
    expect(numbers(both)).toEqual(["#1", "#3", "#4"]);
    expect(numbers(await shown(eva("enchanting")))).toEqual(["#1", "#4"]);
    expect(numbers(await shown(as(EVA, { rights: officer })))).toEqual(["#1", "#3", "#4"]);
    expect(textOf(await shown(as("1002", { rights: rights({ professions: ["enchanting"] }) })))).toContain("`/recipes` keeps that list.");
  });

  it("narrows to a profession, and to nothing for one that is not theirs", async () => {
    expect(numbers(await room.press(eva("enchanting", "tailoring"), "queue.place.1:can:tailoring:0:tab"))).toEqual(["#3"]);
    expect(numbers(await room.press(eva("enchanting"), "queue.place.1:can:tailoring:0:tab"))).toEqual([]);
  });

  it("leaves out what somebody claimed, and what is no longer marked", async () => {
    const [first] = (await desk.reads.listOpenOf(GUILD, null, ["crusader"], 0, 10)).items;
    await desk.actions.act(eva("enchanting"), first?.id ?? "", { kind: "claim" });
    await desk.store.inTransaction((db) => unmark(db, { guildId: GUILD, userId: EVA }, ["bag"], 2));
    expect(numbers(await shown(eva("enchanting", "tailoring")))).toEqual(["#4"]);
  });
});
