import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createIds } from "../../kernel/id.ts";
import { calls, officer, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { aRequest, CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { missingButton } from "../materials/custom-ids.ts";
import { writePledged } from "../requests/pledged-store.ts";
import type { Submission } from "../requests/request-port.ts";
import { knownRecipesReads } from "../known-recipes/read-model.ts";
import { queueFeature } from "./feature.ts";
import { queueRow } from "./row-view.ts";
import { queueMigrations } from "./tables.ts";
import { queueTexts } from "./texts.ts";
import { placeButton } from "./view-ids.ts";

const call = await calls(queueTexts);
const crafter = call(CRAFTER, { rights: rights({ professions: ["enchanting"] }) });
const both = call(CRAFTER, { rights: rights({ professions: ["enchanting", "tailoring"] }) });
const boss = call("100000000000000004", { rights: officer });
const requester = call(REQUESTER);
const core = call(REQUESTER, { rights: rights({ isCore: true }) });
const BOOK = [
  { id: "enchanting", name: "Enchanting", icon: "✨" },
  { id: "tailoring", name: "Tailoring" },
];
const books = () => ({ professions: () => BOOK });

let desk: RequestDesk;
let room: Driver;

beforeEach(async () => {
  desk = await openRequestDesk("sqlite", { migrations: [queueMigrations] });
  const newId = createIds({ now: () => 1_800_000_000_000 });
  room = drive(queueFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, known: knownRecipesReads(desk.store.read), books, read: desk.store.read, inTransaction: desk.inTransaction, newId }));
});

afterEach(() => desk.drop());

async function submit(index: number, given: Partial<Submission> = {}): Promise<string> {
  const submitted = await desk.actions.submit(core, aSubmission({ draftId: `draft-${index}`, ...given }));
  if (!submitted.ok) throw new Error(submitted.error);
  return submitted.value.request.id;
}

async function submitMany(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await submit(index);
}

const rowsOf = (reply: Reply | null) => optionsOf(reply, "queue.choose").map(({ label }) => label.split(" ")[0]);
const selectId = (reply: Reply | null, prefix: string): string => customIdsOf(reply).find((id) => id.startsWith(prefix)) ?? "";

describe("/requests", () => {
  test.each([
    [1, 1],
    [10, 10],
  ])("shows %i requests on one page", async (count, shown) => {
    await submitMany(count);
    const queue = await room.run(crafter, "requests");
    expect(queue.kind).toBe("show");
    expect(limitProblems(queue)).toEqual([]);
    expect(rowsOf(queue)).toHaveLength(shown);
    expect(textOf(queue)).not.toContain("Page");
  });

  test.each([
    [11, 2, 1],
    [250, 25, 10],
  ])("of %i requests shows 10 a page, the oldest first, and leads through all %i pages", async (count, pages, onLast) => {
    await submitMany(count);
    let queue: Reply | null = await room.run(crafter, "requests");
    const seen = [...rowsOf(queue)];
    for (let page = 2; page <= pages; page += 1) {
      expect(limitProblems(queue)).toEqual([]);
      queue = await room.press(crafter, buttonId(queue, "Next"));
      expect(textOf(queue)).toContain(`Page ${page} of ${pages}`);
      seen.push(...rowsOf(queue));
    }
    expect(rowsOf(queue)).toHaveLength(onLast);
    expect(seen).toEqual(Array.from({ length: count }, (_, index) => `#${index + 1}`));
    expect(textOf(await room.press(crafter, buttonId(queue, "Previous")))).toContain(`Page ${pages - 1} of ${pages}`);
  });

  test.each([
    ["All", "Nothing waits for you."],
    ["Open", "Nothing is open."],
    ["Mine", "You have claimed nothing."],
    ["Claimed", "Nobody has claimed anything"],
    ["All", "**Claimed** shows what others are on", boss],
  ])("says so when nothing is there: %s", async (filter, sentence, who = filter === "Claimed" ? boss : crafter) => {
    const queue = await room.run(who, "requests");
    const shown = await room.press(who, buttonId(queue, filter));
    expect(textOf(shown)).toContain(sentence);
    expect(limitProblems(shown)).toEqual([]);
  });

  test("leads to what is missing over all of it", async () => {
    await submit(1);
    expect(missingButton.decode(buttonId(await room.run(crafter, "requests"), "Missing materials"))).toEqual({ guildId: crafter.guildId });
  });

  test.each([
    [12, "8 of 20 materials brought · 12 pledged · none missing"],
    [5, "8 of 20 materials brought · 5 pledged · missing 7 Shard"],
  ])("counts the %i that are pledged", (count, words) => {
    expect(queueRow({ say: crafter.translator.in(queueTexts), userId: CRAFTER }, aRequest({ materials: [{ name: "Shard", needed: 20, provided: 8 }], pledged: { Shard: count } }))).toContain(words);
  });

  test("tells of each what it is, for whom, how far and what is missing", async () => {
    const materials = ["Shard", "Orb", "Dust"].map((name) => ({ name, needed: 9, provided: 2 }));
    const id = await submit(1, { materials, materialsSource: "some" });
    await desk.actions.act(crafter, id, { kind: "claim" });
    await desk.actions.act(crafter, id, { kind: "complete", count: 2 });
    const told = textOf(await room.run(crafter, "requests"));
    expect(told).toContain("**#1** Enchant Weapon - Crusader ×5 · 🛠 Yours, in progress · 3 of 5 left · <t:1800000001:R>");
    expect(told).toContain(`-# for Brannik, asked by <@${REQUESTER}> · 6 of 27 materials brought · missing 6 Shard, 6 Orb, +1 more`);
  });

  test("shows a crafter their professions, own ones first; filters tell open from mine", async () => {
    await submit(1);
    const own = await submit(2);
    await submit(3, { profession: "tailoring" });
    await desk.actions.act(crafter, own, { kind: "claim" });
    const queue = await room.run(crafter, "requests");
    expect(rowsOf(queue)).toEqual(["#2", "#1"]);
    expect(rowsOf(await room.press(crafter, buttonId(queue, "Open")))).toEqual(["#1"]);
    expect(rowsOf(await room.press(crafter, buttonId(queue, "Mine")))).toEqual(["#2"]);
    expect(selectId(queue, "queue.profession")).toBe("");
    expect(rowsOf(await room.run(boss, "requests"))).toEqual(["#1", "#3"]);
  });

  test.each([
    ["who has two professions", both],
    ["an officer", boss],
  ])("%s narrows it to one and back, and leafing keeps to it", async (_, who) => {
    await submit(1);
    await submit(2, { profession: "tailoring" });
    const queue = await room.run(who, "requests");
    const select = selectId(queue, "queue.profession");
    const narrowed = await room.press(who, select, ["tailoring"]);
    expect(rowsOf(narrowed)).toEqual(["#2"]);
    expect(rowsOf(await room.press(who, buttonId(narrowed, "Refresh")))).toEqual(["#2"]);
    expect(rowsOf(await room.press(who, buttonId(narrowed, "Open")))).toEqual(["#2"]);
    expect(rowsOf(await room.press(who, select, ["*"]))).toEqual(["#1", "#2"]);
    expect(await room.press(who, select, [])).toBeNull();
  });

  test("shows officers who has what and since when, and leads them to hand it on", async () => {
    const [claimed, started] = [await submit(1), await submit(2, { profession: "tailoring" })];
    await submit(3);
    await desk.actions.act(both, claimed, { kind: "claim" });
    await desk.actions.act(both, started, { kind: "claim" });
    await desk.actions.act(both, started, { kind: "complete", count: 2 });
    const queue = await room.run(boss, "requests");
    expect(rowsOf(queue)).toEqual(["#3"]);
    const taken = await room.press(boss, buttonId(queue, "Claimed"));
    expect(limitProblems(taken)).toEqual([]);
    expect(rowsOf(taken)).toEqual(["#1", "#2"]);
    expect(textOf(taken)).toMatch(new RegExp(`✋ Claimed · <t:\\d+:R>\n-# with <@${CRAFTER}>, last change <t:\\d+:R> · for Brannik`));
    expect(textOf(taken)).toContain("🛠 In progress · 3 of 5 left");
    const chosen = await room.press(boss, selectId(taken, "queue.choose"), optionsOf(taken, "queue.choose").slice(0, 1).map(({ value }) => value));
    expect(buttonId(chosen, "Details")).toContain(claimed);
    expect(rowsOf(await room.press(boss, selectId(taken, "queue.profession"), ["tailoring"]))).toEqual(["#2"]);
  });

  test("shows others' claims to officers only", async () => {
    const id = await submit(1, { profession: "tailoring" });
    await desk.actions.act(both, id, { kind: "claim" });
    expect(textOf(await room.run(crafter, "requests"))).not.toContain("Claimed");
    expect(rowsOf(await room.press(call("100000000000000005", { rights: rights({ professions: ["tailoring"] }) }), "queue.place.1:claimed::0:tab"))).toEqual([]);
  });

  test("a forged profession shows nothing of it", async () => {
    await submit(1, { profession: "tailoring" });
    expect(rowsOf(await room.press(crafter, "queue.profession.1:all", ["tailoring"]))).toEqual([]);
  });
});

describe("who is no crafter", () => {
  const settings = { ...unsetSettings(requester.guildId), roles: { officer: [], member: [], core: [], professions: { enchanting: ["77"], tailoring: ["88", "89"] } } };

  test("is told which roles count", async () => {
    expect(await room.run(call(REQUESTER, { settings }), "requests")).toEqual({
      kind: "refuse",
      sentence:
        "The queue is for crafters: <@&77> (✨ Enchanting), <@&88> (Tailoring), <@&89> (Tailoring). Ask an officer for one of these roles; `/status` shows your own requests.",
    });
  });

  test("is told when none is set up", async () => {
    expect(textOf(await room.run(requester, "requests"))).toContain("no role is set up as one yet");
  });

  test.each(["queue.place.1:all::0:tab", "queue.choose.1:all::0", "queue.act.1:s:claim", "queue.ask.1:s:amounts", "queue.return.1:s", "queue.profession.1:all"])(
    "cannot press %s either",
    async (id) => {
      expect(textOf(await room.press(requester, id, ["x"]))).toContain("The queue is for crafters");
    },
  );
});

test.each([
  "queue.place.1:some::0:tab",
  "queue.place.1:all::x:tab",
  "queue.place.1:all::0:sideways",
  "queue.choose.1:all:0",
  "queue.act.1:s:cancel",
  "queue.act.1::claim",
  "queue.ask.1:s:why",
  "queue.return.1:",
])("%s is malformed", async (id) => {
  expect(await room.press(crafter, id, ["x"])).toBeNull();
});

test("the longest texts stay within Discord's limits, with everything chosen", async () => {
  const materials = Array.from({ length: 25 }, (_, index) => ({ name: `${"M".repeat(98)}${index}`, needed: 9999, provided: 0 }));
  for (let index = 0; index < 11; index += 1) await submit(index, { itemName: "I".repeat(100), quantity: 999, materials, note: "x".repeat(500), materialsSource: "some" });
  const manyNames = Array.from({ length: 25 }, (_, index) => `${index}${"p".repeat(90)}`);
  expect(limitProblems(await room.run(call(CRAFTER, { rights: rights({ professions: ["enchanting", ...manyNames] }) }), "requests"))).toEqual([]);
  const queue = await room.run(both, "requests");
  expect(limitProblems(queue)).toEqual([]);
  const chosen = await room.press(both, selectId(queue, "queue.choose"), optionsOf(queue, "queue.choose").map(({ value }) => value));
  expect(limitProblems(chosen)).toEqual([]);
  const claimed = await room.press(both, buttonId(chosen, "Claim"));
  expect(limitProblems(claimed)).toEqual([]);
  expect(limitProblems(await room.press(both, buttonId(claimed, "Complete all")))).toEqual([]);
});

test.each(["en-US", "de", "fr", "es-ES", "pt-BR"])("what others are on, with dates, pledges and long names, stays within Discord's limits in %s", async (locale) => {
  const materials = Array.from({ length: 5 }, (_, index) => ({ name: `${"M".repeat(60)}${index}`, needed: 99_999, provided: 12_345 }));
  const name = "Ábcdefghijklmnopqrstuvwx";
  for (const character of desk.characters.values()) desk.characters.set(character.id, { ...character, name });
  for (let index = 0; index < 11; index += 1) {
    const id = await submit(index, { itemName: "I".repeat(100), quantity: 999, materials, materialsSource: "some", neededBy: 1_900_000_000_000 });
    const pledged = Object.fromEntries(materials.map((material) => [material.name, 1_234]));
    await desk.inTransaction((tx) => writePledged(tx, crafter.guildId, id, pledged));
    await desk.actions.act(crafter, id, { kind: "claim" });
    await desk.actions.act(crafter, id, { kind: "complete", count: 111 });
  }
  const officerThere = call("100000000000000004", { rights: officer, locale });
  const taken = await room.press(officerThere, placeButton.encode({ filter: "claimed", profession: "", page: 0, as: "tab" }));
  expect(limitProblems(taken)).toEqual([]);
  const all = customIdsOf(taken).find((id) => id.startsWith("queue.pick") && id.endsWith("all"));
  expect(limitProblems(await room.press(officerThere, all ?? ""))).toEqual([]);
});
