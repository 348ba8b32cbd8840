import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { type MaterialsDesk, openMaterialsDesk } from "../../testing/materials-desk.ts";
import { aSubmission } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import type { Call, Reply, ViewFile } from "../contract.ts";
import type { Submission } from "../requests/request-port.ts";
import { missingButton } from "./custom-ids.ts";
import { materialsTexts } from "./texts.ts";
import { exportButton, professionSelect, totalsButton } from "./view-ids.ts";

const call = await calls(materialsTexts);
const core = call(REQUESTER, { rights: rights({ isCore: true }) });
const crafter = call(CRAFTER, { rights: rights({ professions: ["enchanting"] }) });
const member = call("tobin");
const boss = call("boss", { rights: officer });

let made: MaterialsDesk;
let room: Driver;
beforeEach(async () => {
  made = await openMaterialsDesk("sqlite");
  room = drive(made.feature);
});
afterEach(() => made.drop());

let drafts = 0;
async function submit(needs: Readonly<Record<string, number>>, given: Partial<Submission> = {}): Promise<string> {
  const materials = Object.entries(needs).map(([name, needed]) => ({ name, needed, provided: 0 }));
  const outcome = await made.desk.actions.submit(core, aSubmission({ draftId: `draft ${++drafts}`, quantity: 1, materialsSource: "guild", materials, ...given }));
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value.request.id;
}
const show = (who: Call, options: Record<string, string> = {}) => room.run(who, "materials", options);
/** `12 Shard`, as they are listed. */
const listed = (reply: Reply | null): readonly string[] => Array.from(textOf(reply).matchAll(/^\*\*(\d+)\*\* (.*)$/gm), ([, count, name]) => `${count} ${name}`);
const selectId = (reply: Reply | null, prefix: string): string => customIdsOf(reply).find((id) => id.startsWith(prefix)) ?? "";
const files = (reply: Reply | null): readonly ViewFile[] => (reply?.kind === "show" ? (reply.view.files ?? []) : []);

describe("/materials", () => {
  it("adds up what is missing over all requests of one's professions, most first, with how it stands", async () => {
    await submit({ Dust: 5, Shard: 8 });
    const pledgedTo = await submit({ Dust: 7 });
    await submit({ Bolt: 30 }, { profession: "tailoring" });
    await made.materials.pledge(member, pledgedTo, new Map([["Dust", 3]]));
    const told = await show(crafter);
    expect(told.kind).toBe("show");
    expect(listed(told)).toEqual(["9 Dust", "8 Shard"]);
    expect(textOf(told)).toContain("-# My professions · 2 materials");
    expect(textOf(told)).toContain("-# 2 requests · 12 needed, 0 brought, 3 pledged");
    expect(listed(await show(member))).toEqual(["30 Bolt", "9 Dust", "8 Shard"]);
    expect(textOf(await show(member))).not.toContain("My professions");
    expect(limitProblems(told)).toEqual([]);
  });

  it("narrows to all, one profession, one character and what one has claimed, and sorts by name", async () => {
    made.desk.characters.set("character-2", { id: "character-2", guildId: core.guildId, userId: REQUESTER, name: "Brina", isMain: false, createdAt: 0 });
    const claimed = await submit({ Dust: 5 });
    await submit({ Shard: 8 }, { characterId: "character-2", characterName: "Brina" });
    await submit({ Bolt: 30 }, { profession: "tailoring" });
    await made.desk.actions.act(crafter, claimed, { kind: "claim" });
    const start = await show(crafter);
    expect(listed(await room.press(crafter, buttonId(start, "All professions")))).toEqual(["30 Bolt", "8 Shard", "5 Dust"]);
    expect(listed(await room.press(crafter, buttonId(start, "Claimed by me")))).toEqual(["5 Dust"]);
    expect(listed(await room.press(crafter, buttonId(start, "Sort: by name")))).toEqual(["5 Dust", "8 Shard"]);

    const everything = await room.press(crafter, buttonId(start, "All professions"));
    const tailoring = await room.press(crafter, selectId(everything, "mats.prof"), ["tailoring"]);
    expect(listed(tailoring)).toEqual(["30 Bolt"]);
    expect(textOf(tailoring)).toContain("-# All professions, only Tailoring · 1 material");
    expect(optionsOf(everything, "mats.char").map(({ label }) => label)).toEqual(["Every character", "Brannik", "Brina"]);
    const forBrina = await room.press(crafter, selectId(everything, "mats.char"), ["character-2"]);
    expect(listed(forBrina)).toEqual(["8 Shard"]);
    expect(textOf(forBrina)).toContain("only for Brina");
    expect(listed(await room.press(crafter, selectId(forBrina, "mats.char"), ["*"]))).toHaveLength(3);
    expect(textOf(await room.press(crafter, selectId(forBrina, "mats.prof"), ["tailoring"]))).toContain("Nothing is missing for what you have chosen.");
  });

  it("takes a profession and a character by what is offered or by name, and says when it knows none", async () => {
    await submit({ Dust: 5 });
    await submit({ Bolt: 30 }, { profession: "tailoring" });
    expect(listed(await show(crafter, { profession: "tailoring" }))).toEqual(["30 Bolt"]);
    expect(listed(await show(crafter, { profession: "ENCHANTING" }))).toEqual(["5 Dust"]);
    expect(listed(await show(crafter, { profession: "tailoring", character: "brannik" }))).toEqual(["30 Bolt"]);
    expect(textOf(await show(crafter, { profession: "cook:ing" }))).toContain("crafts nothing called “cook:ing”");
    expect(textOf(await show(crafter, { character: "@everyone" }))).toContain("a character called “\\@everyone”");
    const command = made.feature.commands?.[0];
    expect(await command?.autocomplete?.(crafter, { name: "profession", value: "tail" }, {})).toEqual([{ name: "Tailoring", value: "tailoring" }]);
    expect(await command?.autocomplete?.(crafter, { name: "character", value: "" }, {})).toEqual([{ name: "Brannik", value: "character-1" }]);
  });

  it("says so when nothing is missing, and has no list to take along then", async () => {
    expect(textOf(await show(crafter))).toContain("Nothing is missing for what your professions craft.");
    expect(textOf(await show(member))).toContain("Nothing is missing for any request.");
    const place = { scope: "claimed", profession: "", characterId: "", order: "most", page: 3 } as const;
    expect(textOf(await room.press(boss, totalsButton.encode({ ...place, as: "s" })))).toContain("Nothing is missing for what you have claimed.");
    expect(textOf(await room.press(boss, exportButton.encode(place)))).toBe("Nothing is missing, so that there is no list to take along.");
  });

  it("is paged, however many materials there are, and stays within Discord's limits", async () => {
    for (let n = 0; n < 4; n++) await submit(Object.fromEntries(Array.from({ length: 20 }, (_, m) => [`${"_".repeat(80)} ${n * 20 + m}`, 999_999])));
    const first = await show(member);
    expect([listed(first).length, limitProblems(first)]).toEqual([12, []]);
    expect(textOf(first)).toContain("Page 1 of 7");
    const last = await room.press(member, totalsButton.encode({ scope: "all", profession: "", characterId: "", order: "name", page: 99, as: "n" }));
    expect(textOf(last)).toContain("Page 7 of 7");
    const taken = await room.press(member, buttonId(first, "Take along…"));
    expect(limitProblems(taken)).toEqual([]);
    expect(textOf(taken)).toMatch(/…and \d+ more in the files/);
    expect(String(files(taken)[1]?.data).trim().split("\n")).toHaveLength(80);
  });

  it("gives the list along as a text and as a table that no spreadsheet runs", async () => {
    await submit({ "=cmd|calc": 5, "Träumstaub, grün": 9, "`Shard`": 1 });
    const told = await room.press(crafter, buttonId(await show(crafter), "Take along…"));
    expect(told?.kind).toBe("show");
    expect(textOf(told)).toContain("```\n9 Träumstaub, grün\n5 =cmd|calc\n1 'Shard'\n```");
    expect(files(told).map(({ name, data }) => [name, data])).toEqual([
      ["missing-materials.csv", "\uFEFFMaterial,Missing,Pledged,Brought,Needed,Requests\r\n\"Träumstaub, grün\",9,0,0,9,1\r\n'=cmd|calc,5,0,0,5,1\r\n`Shard`,1,0,0,1,1\r\n"],
      ["missing-materials.txt", "9 Träumstaub, grün\n5 =cmd|calc\n1 `Shard`\n"],
    ]);
    expect(limitProblems(told)).toEqual([]);
    expect(listed(await room.press(crafter, buttonId(told, "Back to the list")))).toHaveLength(3);
  });

  it("opens from the queue's button, and takes nothing that is forged", async () => {
    await submit({ Dust: 5 });
    expect(listed(await room.press(crafter, missingButton.encode({ guildId: crafter.guildId })))).toEqual(["5 Dust"]);
    const place = { scope: "own", profession: "", characterId: "", order: "most", page: 0 } as const;
    for (const forged of ["a:b", "x".repeat(200)]) expect(await room.press(crafter, professionSelect.encode(place), [forged])).toBeNull();
    expect(await room.press(crafter, professionSelect.encode(place), [])).toBeNull();
    expect(await room.press(crafter, "mats.at.1:mine:::most:0:s")).toBeNull();
    expect(listed(await room.press(crafter, totalsButton.encode({ ...place, profession: "tailoring", as: "s" })))).toEqual([]);
    expect(() => totalsButton.encode({ scope: "claimed", profession: "p".repeat(40), characterId: "c".repeat(25), order: "most", page: 9999, as: "p" })).not.toThrow();
  });
});
