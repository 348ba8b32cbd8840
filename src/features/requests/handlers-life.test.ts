import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, textOf } from "../../testing/view-text.ts";
import { auditReads } from "../audit/read-model.ts";
import type { Reply } from "../contract.ts";
import type { Recipe } from "../recipes/recipe.ts";
import { detailsButton, hereButton, receiveButton, renewButton } from "./custom-ids.ts";
import { requestsFeature } from "./feature.ts";
import type { CraftingRequest } from "./request.ts";
import { requestsTexts } from "./texts.ts";

const call = await calls(requestsTexts);
const requester = call(REQUESTER);
const core = call(REQUESTER, { rights: rights({ isCore: true }) });
const crafter = call(CRAFTER, { rights: rights({ professions: ["enchanting"] }) });
const boss = call("100000000000000004", { rights: officer });
const stranger = call("100000000000000005");

/** Makes five at a time, of four shards. */
const crusader: Recipe = {
  id: "enchant-weapon-crusader",
  name: "Enchant Weapon - Crusader",
  profession: "enchanting",
  category: "weapon",
  produces: 5,
  materials: [{ id: "shard", name: "Large Brilliant Shard", quantity: 4 }],
  source: "",
};
let recipe: Recipe | undefined;
const books = () => ({ professions: () => [{ id: "enchanting", name: "Enchanting", icon: "✨" }], get: () => recipe });

let desk: RequestDesk;
let room: Driver;
let request: CraftingRequest;

beforeEach(async () => {
  recipe = undefined;
  desk = await openRequestDesk("sqlite");
  room = drive(requestsFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, audit: auditReads(desk.store.read), books, threadOf: () => Promise.resolve(null), timers: desk.timers }));
  const submitted = await desk.actions.submit(requester, aSubmission({ quantity: 5, note: "At the bank" }));
  if (!submitted.ok) throw new Error(submitted.error);
  request = submitted.value.request;
});
afterEach(() => desk.drop());

const stored = () => desk.reads.get(request.guildId, request.id);
const open = (who: typeof requester) => room.press(who, detailsButton.encode({ guildId: request.guildId, requestId: request.id, mark: "" }));
const press = async (who: typeof requester, label: string) => room.press(who, buttonId(await open(who), label));
const target = () => ({ guildId: request.guildId, requestId: request.id });

const edit = async (who: typeof requester, fields: Readonly<Record<string, string>>): Promise<Reply | null> => {
  const form = await press(who, "Edit…");
  expect(limitProblems(form)).toEqual([]);
  return room.submit(who, customIdsOf(form)[0] ?? "", { quantity: "5", date: "", note: "At the bank", ...fields });
};

describe("editing", () => {
  test("shows what is, and changes quantity, note and date, with the materials that follow", async () => {
    expect(JSON.stringify(await press(requester, "Edit…"))).toContain('"value":"At the bank"');
    const changed = await edit(requester, { quantity: "10", note: "At the inn", date: "2027-02-01 20:00" });
    expect(textOf(changed)).toContain("✏️ Changed.");
    expect(textOf(changed)).toContain("Needed by <t:1801512000:f> (<t:1801512000:R>)");
    expect(await stored()).toMatchObject({ quantity: 10, note: "At the inn", neededBy: 1_801_512_000_000, materials: [{ needed: 40, provided: 40 }], materialsSource: "all", version: 2 });
    expect(textOf(await press(requester, "History"))).toContain(`<@${REQUESTER}> changed it: quantity 5 → 10, date, note`);
  });

  test("asks the recipe what another quantity takes, where it still says what it said", async () => {
    recipe = { ...crusader, materials: [{ id: "shard", name: "Large Brilliant Shard", quantity: 20 }] };
    await edit(requester, { quantity: "7" });
    // Two crafts of five each.
    expect(await stored()).toMatchObject({ quantity: 7, materials: [{ needed: 40, provided: 40 }] });
    recipe = crusader;
    await edit(requester, { quantity: "6" });
    expect(await stored()).toMatchObject({ quantity: 6, materials: [{ needed: 35 }] });
  });

  test("lets core members bring less, cut to what is needed", async () => {
    await edit(core, { quantity: "5", amounts: "Large Brilliant Shard: 12" });
    expect(await stored()).toMatchObject({ materialsSource: "some", materials: [{ needed: 20, provided: 12 }] });
    // Left as it was filled in, what is brought stays.
    await edit(core, { quantity: "2", amounts: "Large Brilliant Shard: 12" });
    expect(await stored()).toMatchObject({ materials: [{ needed: 8, provided: 8 }] });
    await edit(core, { quantity: "2", amounts: "Large Brilliant Shard: 0" });
    expect(await stored()).toMatchObject({ materialsSource: "guild", materials: [{ needed: 8, provided: 0 }] });
    await edit(core, { quantity: "2", amounts: "Large Brilliant Shard: 99" });
    expect(await stored()).toMatchObject({ materialsSource: "all", materials: [{ needed: 8, provided: 8 }] });
  });

  test("does not let a member bring less, whatever a forged form says", async () => {
    await edit(requester, { quantity: "4", amounts: "Large Brilliant Shard: 0" });
    expect(await stored()).toMatchObject({ materialsSource: "all", materials: [{ needed: 16, provided: 16 }] });
  });

  test.each([
    [{ quantity: "0" }, "Type a whole number from 1 to 999 as the quantity."],
    [{ quantity: "many" }, "Type a whole number from 1 to 999 as the quantity."],
    [{ date: "soon" }, "“soon” is not a date I can read."],
    [{ date: "2020-01-01" }, "That date is past."],
    [{ date: "2030-01-01" }, "“2030\\-01\\-01” is more than a year away. Type a date that is sooner."],
    [{ note: "x".repeat(501) }, "The note is too long: at most 500 characters fit."],
    [{}, "Nothing was changed: all is as it was."],
  ])("refuses %j in words", async (fields, sentence) => {
    const reply = await edit(requester, fields);
    expect(textOf(reply)).toContain(`⚠️ ${sentence}`);
    expect(await stored()).toEqual(request);
  });

  test("is only possible while it is open, and by who asked for it", async () => {
    const form = customIdsOf(await press(requester, "Edit…"))[0] ?? "";
    const fields = { quantity: "9", date: "", note: "" };
    expect(textOf(await room.submit(boss, form, fields))).toBe("Only the person who asked for it can do that.");
    await press(crafter, "Claim");
    expect(textOf(await room.submit(requester, form, fields))).toContain("That is no longer possible: the request is claimed.");
    expect(textOf(await open(requester))).not.toContain("Edit…");
    expect((await stored())?.quantity).toBe(5);
  });
});

describe("undo", () => {
  test("stands beside what was done, and takes it back", async () => {
    const claimed = await press(crafter, "Claim");
    const undone = await room.press(crafter, buttonId(claimed, "Undo"));
    expect(textOf(undone)).toContain("↩️ Taken back: all is as it was before.");
    expect(textOf(undone)).not.toContain("Undo\n");
    expect((await stored())?.state).toBe("open");
    expect(textOf(await room.press(crafter, buttonId(claimed, "Undo")))).toContain("⚠️ That is undone already.");
    expect(textOf(await press(crafter, "History"))).toContain(`<@${CRAFTER}> took that back`);
  });

  test("says who has acted since, and when its time is over", async () => {
    const claimed = await press(crafter, "Claim");
    expect(textOf(await room.press(boss, buttonId(claimed, "Undo")))).toContain(`⚠️ <@${CRAFTER}> has acted on it since`);
    await desk.wait(120_000);
    expect(textOf(await room.press(crafter, buttonId(claimed, "Undo")))).toContain("⚠️ An action can be undone within 60 seconds. That time is over.");
    await desk.wait(49 * 3_600_000);
    expect(textOf(await room.press(crafter, buttonId(claimed, "Undo")))).toContain("⚠️ Its time ran out since");
    expect(textOf(await press(crafter, "History"))).toContain(`The claim of <@${CRAFTER}> ended`);
  });

  test("is offered for a minute to who did it last, wherever they look, and to nobody else", async () => {
    expect(textOf(await open(requester))).toContain("Undo");
    expect(textOf(await open(crafter))).not.toContain("Undo");
    expect(textOf(await open({ ...requester, now: requester.now + 62_000 }))).not.toContain("Undo");
    const undone = await press(requester, "Undo");
    expect(textOf(undone)).toContain("↩️ Taken back: the request is cancelled.");
    expect(textOf(await open(requester))).not.toContain("Undo");
  });
});

describe("a claim and its handover", () => {
  test("tells how long a claim lasts, and lasts on by one press from anywhere", async () => {
    const claimed = await press(crafter, "Claim");
    expect(textOf(claimed)).toMatch(/The claim ends <t:\d+:R>, unless it is worked on or renewed\./);
    const until = (await stored())?.leaseUntil ?? 0;
    await desk.wait(3_600_000);
    const renewed = await room.press(crafter, renewButton.encode(target()));
    expect(renewed?.kind).toBe("show");
    expect(textOf(renewed)).toMatch(/✋ It stays yours until <t:\d+:f>\./);
    expect((await stored())?.leaseUntil).toBeGreaterThan(until + 3_600_000 - 1);
    expect(textOf(await room.press(requester, renewButton.encode(target())))).toContain("only they or an officer can do that");
  });

  test("is confirmed by its requester, once", async () => {
    await press(crafter, "Claim");
    await press(crafter, "Complete all 5");
    expect(textOf(await room.press(stranger, receiveButton.encode(target())))).toBe("Only the person who asked for it can do that.");
    const received = await press(requester, "Received");
    expect(textOf(received)).toContain("🤝 Handed over. Enjoy it!");
    expect(textOf(received)).toMatch(/Handed over <t:\d+:R>/);
    expect(textOf(await room.press(requester, receiveButton.encode(target())))).toBe("It has been handed over already.");
    expect(textOf(await press(requester, "History"))).toContain(`<@${REQUESTER}> confirmed the handover`);
  });

  test("counts as done after a week, and says why", async () => {
    await press(crafter, "Claim");
    await press(crafter, "Complete all 5");
    await desk.wait(8 * 24 * 3_600_000);
    expect(textOf(await press(requester, "History"))).toContain("It counts as handed over, since nobody said otherwise");
    expect(textOf(await open(requester))).not.toContain("Received");
  });

  test("brings together who says that they are here", async () => {
    expect(textOf(await room.press(requester, hereButton.encode(target())))).toBe("There is nothing to hand over now.");
    await press(crafter, "Claim");
    expect(textOf(await room.press(stranger, hereButton.encode(target())))).toBe("Only the person who asked for it and its crafter can say that they are here.");
    expect(textOf(await press(requester, "I am here"))).toContain(`👋 <@${CRAFTER}> is told that you are here.`);
    expect(textOf(await press(crafter, "I am here"))).toContain(`🤝 You are both here: <@${REQUESTER}> is told as well. It is for **Brannik**.`);
    // The character is the requester's own: nobody tells them to meet it.
    expect(textOf(await press(requester, "I am here"))).toContain(`🤝 You are both here: <@${CRAFTER}> is told as well. It is for **Brannik**.`);
  });

  test("refuses what is gone", async () => {
    const gone = { guildId: request.guildId, requestId: "gone" };
    for (const id of [renewButton.encode(gone), receiveButton.encode(gone), hereButton.encode(gone), `request.undo.1:${gone.guildId}:gone:1`])
      expect(textOf(await room.press(boss, id))).toBe("That request no longer exists. `/status` shows yours.");
  });
});
