import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createIds } from "../../kernel/id.ts";
import { calls, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { knownRecipesReads } from "../known-recipes/read-model.ts";
import { queueFeature } from "./feature.ts";
import { queueMigrations } from "./tables.ts";
import { queueTexts } from "./texts.ts";

const RIVAL = "100000000000000003";
const call = await calls(queueTexts);
const enchanter = rights({ professions: ["enchanting"] });
const crafter = call(CRAFTER, { rights: enchanter });
const rival = call(RIVAL, { rights: enchanter });
const requester = call(REQUESTER);
const books = () => ({ professions: () => [{ id: "enchanting", name: "Enchanting" }] });

let desk: RequestDesk;
let room: Driver;
/** Of `#1` to `#4`, each for five. */
let ids: string[];

const open = (): Driver => {
  const newId = createIds({ now: () => 1_800_000_000_000 });
  return drive(queueFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, known: knownRecipesReads(desk.store.read), books, read: desk.store.read, inTransaction: desk.inTransaction, newId }));
};

beforeEach(async () => {
  desk = await openRequestDesk("sqlite", { migrations: [queueMigrations] });
  room = open();
  ids = [];
  for (let index = 0; index < 4; index += 1) {
    const submitted = await desk.actions.submit(requester, aSubmission({ draftId: `draft-${index}` }));
    if (!submitted.ok) throw new Error(submitted.error);
    ids.push(submitted.value.request.id);
  }
});

afterEach(() => desk.drop());

const stored = (): Promise<readonly (CraftingRequest | null)[]> => Promise.all(ids.map((id) => desk.reads.get(requester.guildId, id)));
const idOf = (number: number): string => ids[number - 1] ?? "";
const act = async (who: typeof crafter, number: number, kind: "claim" | "start" | "release") => {
  const done = await desk.actions.act(who, idOf(number), { kind });
  expect(done.ok).toBe(true);
};

/** Chooses requests by number in a fresh queue. */
async function choose(...numbers: number[]): Promise<Reply | null> {
  const queue = await room.run(crafter, "requests");
  return room.press(crafter, customIdsOf(queue).find((id) => id.startsWith("queue.choose")) ?? "", numbers.map(idOf));
}

async function refused(press: () => Promise<Reply | null>): Promise<string> {
  const before = await stored();
  const reply = await press();
  expect(await stored()).toEqual(before);
  return textOf(reply);
}

const modalId = (reply: Reply | null): string => customIdsOf(reply)[0] ?? "";

describe("choosing", () => {
  test("marks what is chosen and offers only what can be done with it", async () => {
    await act(crafter, 1, "claim");
    const chosen = await choose(1, 2);
    expect(chosen?.kind).toBe("update");
    expect(textOf(chosen)).toContain("**Chosen:** #1, #2");
    expect(JSON.stringify(chosen).match(/"default":true/g)).toHaveLength(2);
    for (const label of ["Claim", "Start", "Complete all", "Complete…", "Release", "Clear choice"]) expect(buttonId(chosen, label)).not.toBe("");
    expect(textOf(chosen)).not.toContain("Details");
    const open = await choose(2, 3);
    expect(() => buttonId(open, "Release")).toThrow("no button");
    const one = await choose(2);
    expect(buttonId(one, "Details")).toBe(`request.details.1:${crafter.guildId}:${idOf(2)}:`);
    expect(textOf(await room.press(crafter, buttonId(one, "Clear choice")))).not.toContain("Chosen");
  });

  test("of what is gone, of another profession or of nothing, says so", async () => {
    const queue = await room.run(crafter, "requests");
    const select = customIdsOf(queue).find((id) => id.startsWith("queue.choose")) ?? "";
    expect(textOf(await room.press(crafter, select, ["gone"]))).toContain("no longer there");
    expect(textOf(await room.press(crafter, select, []))).toContain("no longer there");
    const tailor = call(CRAFTER, { rights: rights({ professions: ["tailoring"] }) });
    expect(textOf(await room.press(tailor, select, [idOf(1)]))).toContain("no longer there");
    expect(optionsOf(queue, "queue.choose")).toHaveLength(4);
  });

  test("outlives a restart, and is nobody else's", async () => {
    const chosen = await choose(1, 2);
    expect(await refused(() => room.press(rival, buttonId(chosen, "Claim")))).toContain("too old to act on");
    const elsewhere = call(CRAFTER, { rights: enchanter, guildId: "900000000000000009" });
    expect(await refused(() => room.press(elsewhere, buttonId(chosen, "Claim")))).toContain("too old to act on");
    room = open();
    expect(textOf(await room.press(crafter, buttonId(chosen, "Claim")))).toContain("### Done");
  });

  test("is forgotten after a day, and removed when another one is made", async () => {
    const chosen = await choose(1);
    const tomorrow = call(CRAFTER, { rights: enchanter, now: crafter.now + 25 * 60 * 60_000 });
    expect(await refused(() => room.press(tomorrow, buttonId(chosen, "Claim")))).toContain("too old to act on");
    await desk.inTransaction(({ db }) => db.updateTable("queue_selections").set({ created_at: crafter.now - 25 * 60 * 60_000 }).execute());
    await choose(2);
    expect(await desk.store.read.selectFrom("queue_selections").select("chosen").execute()).toEqual([
      { chosen: JSON.stringify([{ requestId: idOf(2), version: 1 }]) },
    ]);
  });
});

test("one that has one left is completed by one button", async () => {
  await desk.actions.act(crafter, idOf(1), { kind: "claim" });
  await desk.actions.act(crafter, idOf(1), { kind: "complete", count: 4 });
  const chosen = await choose(1);
  expect(textOf(chosen).split("\n").filter((line) => line.startsWith("Complete"))).toEqual(["Complete"]);
  expect(textOf(await room.press(crafter, buttonId(chosen, "Complete")))).toContain("✅ **#1** Enchant Weapon - Crusader ×5: completed");
});

describe("several at once", () => {
  test("claim, start, complete all: each result leads on to the next", async () => {
    const claimed = await room.press(crafter, buttonId(await choose(1, 2, 3), "Claim"));
    expect(textOf(claimed)).toContain("### Done\n✅ **#1** Enchant Weapon - Crusader ×5: claimed\n✅ **#2**");
    const started = await room.press(crafter, buttonId(claimed, "Start"));
    expect(textOf(started)).toContain("🛠 **#3** Enchant Weapon - Crusader ×5: started");
    const asked = await room.press(crafter, buttonId(started, "Complete all"));
    expect(textOf(asked)).toContain("### Complete all of these?\n**#1** Enchant Weapon - Crusader ×5: 5 left");
    expect((await stored()).map((one) => one?.state)).toEqual(["in_progress", "in_progress", "in_progress", "open"]);
    expect(textOf(await room.press(crafter, buttonId(asked, "Back")))).toContain("**Chosen:** #1, #2, #3");
    const done = await room.press(crafter, buttonId(asked, "Yes, complete all"));
    expect(textOf(done)).toContain("✅ **#2** Enchant Weapon - Crusader ×5: completed");
    expect((await stored()).map((one) => one?.state)).toEqual(["completed", "completed", "completed", "open"]);
    expect(textOf(await room.press(crafter, buttonId(done, "Back to the queue")))).toContain("1 request");
  });

  test("tells of each what happened: a lost race names the winner, the others are done", async () => {
    await act(crafter, 3, "claim");
    const chosen = await choose(1, 2, 3);
    await act(rival, 1, "claim");
    const claimed = await room.press(crafter, buttonId(chosen, "Claim"));
    const told = textOf(claimed);
    expect(told).toContain("### Done in part");
    expect(told).toContain(`❌ **#1** Enchant Weapon - Crusader ×5: <@${RIVAL}> was first and has claimed it`);
    expect(told).toContain("✅ **#2** Enchant Weapon - Crusader ×5: claimed");
    expect(told).toContain("❌ **#3** Enchant Weapon - Crusader ×5: it is yours already");
    expect((await stored()).map((one) => one?.crafterId)).toEqual([RIVAL, CRAFTER, CRAFTER, null]);
    await room.press(crafter, buttonId(claimed, "Start"));
    expect((await stored()).map((one) => one?.state)).toEqual(["claimed", "in_progress", "claimed", "open"]);
  });

  test("two who claim the same at the same moment each get what they got", async () => {
    const mine = await choose(1, 2);
    const queue = await room.run(rival, "requests");
    const theirs = await room.press(rival, customIdsOf(queue).find((id) => id.startsWith("queue.choose")) ?? "", [idOf(2), idOf(1)]);
    const told = await Promise.all([room.press(crafter, buttonId(mine, "Claim")), room.press(rival, buttonId(theirs, "Claim"))]);
    const wins = told.map((reply) => textOf(reply).match(/: claimed/g)?.length ?? 0);
    expect(wins.reduce((sum, one) => sum + one, 0)).toBe(2);
    const held = (await stored()).filter((one) => one?.crafterId === CRAFTER).length;
    expect(wins[0]).toBe(held);
  });

  test("what changed since it was chosen is not done, and can be pressed again", async () => {
    await act(crafter, 1, "claim");
    const chosen = await choose(1);
    await act(crafter, 1, "start");
    const told = await room.press(crafter, buttonId(chosen, "Release"));
    expect(textOf(told)).toContain("### Nothing was done\n❌ **#1** Enchant Weapon - Crusader ×5: it changed meanwhile and is now in progress");
    await room.press(crafter, buttonId(told, "Release"));
    expect((await stored())[0]).toMatchObject({ state: "open" });
  });

  test("who lost the role meanwhile is told so", async () => {
    const chosen = await choose(1);
    const tailor = call(CRAFTER, { rights: rights({ professions: ["tailoring"] }) });
    expect(await refused(() => room.press(tailor, buttonId(chosen, "Claim")))).toContain("it takes the Enchanting role");
  });
});

describe("completing in part", () => {
  test("of one asks for a count", async () => {
    await act(crafter, 1, "claim");
    const form = await room.press(crafter, buttonId(await choose(1), "Complete…"));
    expect(textOf(form)).toContain("Complete some of #1");
    for (const count of ["abc", "", "0", "6", "-1", "1e1"]) expect(await refused(() => room.submit(crafter, modalId(form), { count }))).toContain("is not a number I can use. Type a whole number from 1 to 5.");
    expect(textOf(await room.submit(crafter, modalId(form), { count: "2" }))).toContain("✅ **#1** Enchant Weapon - Crusader ×5: 2 done, 3 to go");
    expect(await refused(() => room.submit(crafter, modalId(form), { count: "2" }))).toContain("it changed meanwhile");
  });

  test("of several asks for a line each, prefilled", async () => {
    await act(crafter, 1, "claim");
    await act(crafter, 2, "claim");
    const form = await room.press(crafter, buttonId(await choose(1, 2, 3), "Complete…"));
    expect(JSON.stringify(form)).toContain(JSON.stringify("#1: 5 (Enchant Weapon - Crusader)\n#2: 5 (Enchant Weapon - Crusader)"));
    const done = await room.submit(crafter, modalId(form), { amounts: "#1: 5 (Enchant)\n\n2 : 3\n" });
    expect(textOf(done)).toContain("✅ **#1** Enchant Weapon - Crusader ×5: completed\n✅ **#2** Enchant Weapon - Crusader ×5: 3 done, 2 to go");
    expect((await stored()).map((one) => one?.completed)).toEqual([5, 3, 0, 0]);
  });

  test.each([
    ["#1: abc", "I cannot read the line “\\#1: abc”"],
    ["#1: 1\n@everyone", "I cannot read the line “\\@everyone”"],
    ["#1: 1\n#9: 1", "#9 is not among those that you chose to complete: #1, #2."],
    ["#1: 1\n1: 2", "#1 has two lines."],
    ["#1: 0\n#2: 0", "No line says how many are done"],
    ["", "No line says how many are done"],
    ["x".repeat(4000), "I cannot read the line “xxx"],
  ])("nothing is done when a line is wrong: %j", async (amounts, sentence) => {
    await act(crafter, 1, "claim");
    await act(crafter, 2, "claim");
    const form = await room.press(crafter, buttonId(await choose(1, 2), "Complete…"));
    expect(await refused(() => room.submit(crafter, modalId(form), { amounts }))).toContain(sentence);
  });

  test("all that is wrong is told at once, and what was typed is kept", async () => {
    for (const number of [1, 2, 3]) await act(crafter, number, "claim");
    const form = await room.press(crafter, buttonId(await choose(1, 3), "Complete…"));
    const typed = "#3: 99\n#1: 1\n#2: 1\nand so on";
    const before = await stored();
    const told = await room.submit(crafter, modalId(form), { amounts: typed });
    expect(told?.kind).toBe("update");
    expect(textOf(told)).toContain(
      [
        "### Nothing was changed",
        "⚠️ #3: 99 are more than are left. Write a number up to 5.",
        "⚠️ #2 is not among those that you chose to complete: #1, #3.",
        "⚠️ I cannot read the line “and so on”.",
      ].join("\n"),
    );
    expect(await stored()).toEqual(before);
    const again = await room.press(crafter, buttonId(told, "Edit…"));
    expect(JSON.stringify(again)).toContain(JSON.stringify(typed));
    expect(textOf(await room.submit(crafter, modalId(again), { amounts: "＃3：２\n#1: 1" }))).toContain("2 done, 3 to go");
    expect((await stored()).map((one) => one?.completed)).toEqual([1, 0, 2, 0]);
  });

  test("a wrong count is kept too, and one can go back to the choice", async () => {
    await act(crafter, 1, "claim");
    const form = await room.press(crafter, buttonId(await choose(1), "Complete…"));
    const told = await room.submit(crafter, modalId(form), { count: "lots" });
    expect(JSON.stringify(await room.press(crafter, buttonId(told, "Edit…")))).toContain('"value":"lots"');
    expect(textOf(await room.press(crafter, buttonId(told, "Back")))).toContain("**Chosen:** #1");
  });

  test("of what is not claimed is refused", async () => {
    const chosen = await choose(1);
    const id = buttonId(chosen, "Claim").replace("queue.act", "queue.ask").replace(/claim$/, "amounts");
    expect(await refused(() => room.press(crafter, id))).toContain("Nothing of what you chose is yours to complete.");
  });

  test("a form for a request that was not chosen is malformed", async () => {
    const selectionId = buttonId(await choose(1), "Claim").split(":")[1] ?? "";
    expect(await room.submit(crafter, `queue.amounts.1:${selectionId}:${idOf(2)}`, { count: "1" })).toBeNull();
  });
});
