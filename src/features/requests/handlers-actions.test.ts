import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, textOf } from "../../testing/view-text.ts";
import { auditReads } from "../audit/read-model.ts";
import type { Reply } from "../contract.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { claimButton, detailsButton } from "./custom-ids.ts";
import { requestsFeature } from "./feature.ts";
import type { CraftingRequest } from "./request.ts";
import { requestsTexts } from "./texts.ts";

const call = await calls(requestsTexts);
const OTHER = "100000000000000003";
const OFFICER = "100000000000000004";
const enchanter = rights({ professions: ["enchanting"] });
const requester = call(REQUESTER);
const crafter = call(CRAFTER, { rights: enchanter });
const rival = call(OTHER, { rights: enchanter });
const boss = call(OFFICER, { rights: officer });
const stranger = call("100000000000000005");

const books = () => ({ professions: () => [{ id: "enchanting", name: "Enchanting", icon: "✨" }], get: () => undefined });

let desk: RequestDesk;
let room: Driver;
let request: CraftingRequest;

beforeEach(async () => {
  desk = await openRequestDesk("sqlite");
  room = drive(requestsFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, audit: auditReads(desk.store.read), books, threadOf: () => Promise.resolve(null), timers: desk.timers }));
  const submitted = await desk.actions.submit(requester, aSubmission({ note: "At the bank" }));
  if (!submitted.ok) throw new Error(submitted.error);
  request = submitted.value.request;
});

afterEach(() => desk.drop());

const stored = () => desk.reads.get(request.guildId, request.id);
const open = async (who: typeof requester): Promise<Reply> => {
  const reply = await room.press(who, detailsButton.encode({ guildId: request.guildId, requestId: request.id, mark: "" }));
  if (!reply) throw new Error("no reply");
  return reply;
};
/** Opens the details and presses the button with this label. */
const press = async (who: typeof requester, label: string) => room.press(who, buttonId(await open(who), label));
const card = () => claimButton.encode({ guildId: request.guildId, requestId: request.id, mark: "m" });

/** Does what is refused, and makes sure that nothing is written. */
async function refused(act: () => Promise<Reply | null>): Promise<string> {
  const before = await stored();
  const reply = await act();
  expect(await stored()).toEqual(before);
  expect(limitProblems(reply)).toEqual([]);
  return textOf(reply);
}

describe("from claim to completion", () => {
  test("claim, start, one, some, all: each press edits in place and says what it did", async () => {
    const claimed = await press(crafter, "Claim");
    expect(claimed?.kind).toBe("update");
    expect(textOf(claimed)).toContain("It is yours");
    const started = await room.press(crafter, buttonId(claimed, "Start"));
    expect(textOf(started)).toContain("🛠 In progress · 0 of 5 made");
    const one = await room.press(crafter, buttonId(started, "Complete 1"));
    expect(textOf(one)).toContain("✅ 1 done, 4 to go.");
    const form = await room.press(crafter, buttonId(one, "Complete…"));
    expect(form?.kind).toBe("modal");
    expect(textOf(form)).toContain("4 left of 5.");
    const some = await room.submit(crafter, customIdsOf(form)[0] ?? "", { count: " 3 " });
    expect(some?.kind).toBe("update");
    expect(textOf(some)).toContain("🛠 In progress · 4 of 5 made");
    const all = await room.press(crafter, buttonId(some, "Complete"));
    expect(textOf(all)).toContain("All done");
    expect(await stored()).toMatchObject({ state: "completed", completed: 5, version: 6 });
  });

  test("the card's Claim shows the details to who got it, and tells the other who was first", async () => {
    const [first, second] = await Promise.all([room.press(crafter, card()), room.press(rival, card())]);
    const [won, lost] = first?.kind === "show" ? [first, second] : [second, first];
    expect(textOf(won)).toContain("It is yours");
    expect(buttonId(won, "Start")).toMatch(/^request\.act/);
    const winner = (await stored())?.crafterId;
    expect(lost).toEqual({ kind: "refuse", sentence: `<@${winner}> was first and has claimed it.` });
    expect(await stored()).toMatchObject({ version: 2 });
  });

  test("who presses the card twice is told so", async () => {
    await room.press(crafter, card());
    expect(await refused(() => room.press(crafter, card()))).toBe("You have claimed it already.");
  });

  test("an outdated view tells what happened meanwhile, and shows how it stands", async () => {
    const old = await open(rival);
    await press(crafter, "Claim");
    const told = await refused(() => room.press(rival, buttonId(old, "Claim")));
    expect(told).toContain(`⚠️ <@${CRAFTER}> was first and has claimed it.`);
    expect(told).toContain("✋ Claimed");
  });

  test("an outdated button that would still be allowed does nothing either", async () => {
    const claimed = await press(crafter, "Claim");
    await room.press(crafter, buttonId(await open(crafter), "Complete 1"));
    const told = await refused(() => room.press(crafter, buttonId(claimed, "Complete 1")));
    expect(told).toContain(`Nothing was done, for it changed meanwhile: <@${CRAFTER}> completed 1.`);
    expect(told).toContain("🛠 In progress · 1 of 5 made");
    expect(await refused(() => room.press(crafter, buttonId(claimed, "Complete…")))).toContain("completed 1");
  });

  test("release opens it for others", async () => {
    await press(crafter, "Claim");
    expect(textOf(await press(crafter, "Release"))).toContain("Released");
    expect(await stored()).toMatchObject({ state: "open", crafterId: null });
  });

  test.each([
    ["abc", "“abc” is not a number I can use. Type a whole number from 1 to 5."],
    ["", "“” is not a number I can use. Type a whole number from 1 to 5."],
    ["2.5", "“2.5” is not a number"],
    ["-1", "“\\-1” is not a number"],
    ["**@everyone**", "“\\*\\*\\@everyone\\*\\*” is not a number"],
    ["0", "Type a whole number from 1 to 5: that is how many are left."],
    ["6", "Type a whole number from 1 to 5: that is how many are left."],
    ["999999999", "Type a whole number from 1 to 5"],
    ["9".repeat(60), "is not a number I can use"],
  ])("%j is no number of items", async (count, sentence) => {
    await press(crafter, "Claim");
    const form = await press(crafter, "Complete…");
    expect(await refused(() => room.submit(crafter, customIdsOf(form)[0] ?? "", { count }))).toContain(sentence);
  });
});

describe("ending it", () => {
  test("the requester is asked before it is cancelled", async () => {
    await press(crafter, "Claim");
    const asked = await press(requester, "Cancel request…");
    expect(textOf(asked)).toContain(`<@${CRAFTER}> has claimed it and will be told.`);
    expect(await stored()).toMatchObject({ state: "claimed" });
    expect(textOf(await room.press(requester, buttonId(asked, "Keep it")))).toContain("✋ Claimed");
    expect(textOf(await room.press(requester, buttonId(asked, "Yes, cancel it")))).toContain("⚪ Cancelled.");
    expect(await stored()).toMatchObject({ state: "cancelled" });
  });

  test("an officer denies with a reason and reopens", async () => {
    const form = await press(boss, "Deny…");
    const denied = await room.submit(boss, customIdsOf(form)[0] ?? "", { reason: "Out of *shards*" });
    expect(textOf(denied)).toContain("> Out of \\*shards\\*");
    expect(await stored()).toMatchObject({ state: "denied", reason: "Out of *shards*" });
    const asked = await room.press(boss, buttonId(denied, "Reopen…"));
    expect(limitProblems(asked)).toEqual([]);
    expect(textOf(asked)).toContain(`It goes back into the queue, with 5 of 5 to be crafted.\n<@${REQUESTER}> will be told.`);
    const reopened = await room.submit(boss, customIdsOf(asked)[0] ?? "", { reason: " Shards came " });
    expect(textOf(reopened)).toContain("🟢 Open again, with 5 of 5 to be crafted.");
    expect(await stored()).toMatchObject({ state: "open", reason: "" });
    expect(textOf(await room.press(boss, buttonId(reopened, "History")))).toContain(`<@${OFFICER}> opened it again: Shards came`);
  });

  test("who reopens what they crafted themselves is not told of it", async () => {
    await press(boss, "Claim");
    await desk.actions.act(boss, request.id, { kind: "complete", count: 5 });
    const asked = await press(boss, "Reopen…");
    expect(textOf(asked)).toContain(`<@${REQUESTER}> will be told.`);
    expect(textOf(asked)).not.toContain(`<@${OFFICER}>`);
  });

  test.each([
    [5, 5, "All of it was made, so it is counted from the beginning", `<@${REQUESTER}> and <@${CRAFTER}>, who crafted it, will be told.`],
    [2, 3, "The 2 that were made stay counted: 3 of 5 are to be crafted.", `<@${REQUESTER}> will be told.`],
  ])("before reopening, says what becomes of %i that were made", async (made, left, counts, told) => {
    await press(crafter, "Claim");
    await desk.actions.act(crafter, request.id, { kind: "complete", count: made });
    if (left < 5) await desk.actions.act(boss, request.id, { kind: "deny", reason: "no" });
    const asked = await press(boss, "Reopen…");
    expect(textOf(asked)).toContain(counts);
    expect(textOf(asked)).toContain(told);
    expect(textOf(await room.submit(boss, customIdsOf(asked)[0] ?? "", { reason: "" }))).toContain(`🟢 Open again, with ${left} of 5 to be crafted.`);
  });

  test.each(["", "   "])("denying takes a reason, not %j", async (reason) => {
    const form = await press(boss, "Deny…");
    expect(await refused(() => room.submit(boss, customIdsOf(form)[0] ?? "", { reason }))).toContain("⚠️ Say why: the requester is told your reason.\n### #1");
  });

  test("what is over is not asked about", async () => {
    const old = await open(requester);
    const form = await press(boss, "Deny…");
    await room.submit(boss, customIdsOf(form)[0] ?? "", { reason: "No" });
    const told = await refused(() => room.press(requester, buttonId(old, "Cancel request…")));
    expect(told).toContain("⚠️ That is no longer possible: the request is denied.");
    expect(await refused(() => room.submit(boss, customIdsOf(form)[0] ?? "", { reason: "Again" }))).toContain("the request is denied");
  });
});

describe("assigning", () => {
  test("hands it to whom the officer chose", async () => {
    const asked = await press(boss, "Assign…");
    const [select = ""] = customIdsOf(asked);
    expect(textOf(await room.press(boss, select, [CRAFTER]))).toContain(`Assigned to <@${CRAFTER}>`);
    expect(await stored()).toMatchObject({ state: "claimed", crafterId: CRAFTER });
  });

  test("refuses who cannot craft it, and lets the officer choose again", async () => {
    desk.unqualified.add(OTHER);
    const [select = ""] = customIdsOf(await press(boss, "Assign…"));
    expect(await refused(() => room.press(boss, select, [OTHER]))).toContain(`⚠️ <@${OTHER}> cannot craft this: it takes the ✨ Enchanting role. Choose somebody who has it.\n### Who should craft`);
    expect((await room.press(boss, select, [CRAFTER]))?.kind).toBe("update");
  });

  test("to who has it already changes nothing", async () => {
    await press(crafter, "Claim");
    const [select = ""] = customIdsOf(await press(boss, "Assign…"));
    expect(await refused(() => room.press(boss, select, [CRAFTER]))).toContain(`⚠️ It is with <@${CRAFTER}> already. Choose somebody else.`);
    const settings = { ...unsetSettings(request.guildId), roles: { officer: [], member: [], core: [], professions: { enchanting: ["77"] } } };
    expect(textOf(await room.press(call(OFFICER, { rights: officer, settings }), buttonId(await open(boss), "Assign…")))).toContain("✨ Enchanting takes <@&77> (press it to see who has it)");
  });

  test("is not asked in a direct message, where Discord offers none of the crafters", async () => {
    const id = buttonId(await open(boss), "Assign…");
    expect(await room.press({ ...boss, isDirect: true }, id)).toEqual({ kind: "refuse", sentence: "Discord offers only the two of us here. Assign it in the server: `/status request:#1`." });
  });

  test("no choice at all is malformed", async () => {
    const [select = ""] = customIdsOf(await press(boss, "Assign…"));
    expect(await room.press(boss, select, [])).toBeNull();
  });
});

describe("who may not", () => {
  test.each([
    ["claim", "That takes the ✨ Enchanting role."],
    ["start", "no longer possible: the request is open."],
    ["complete-one", "no longer possible: the request is open."],
    ["release", "no longer possible: the request is open."],
    ["cancel", "Only the person who asked for it"],
  ])("a forged %s is refused", async (action, sentence) => {
    const id = buttonId(await open(crafter), "Claim").replace(/claim$/, action);
    expect(await refused(() => room.press(stranger, id))).toContain(sentence);
  });

  test.each(["assign", "deny", "complete-some", "cancel", "reopen"])("a forged question %s is refused", async (question) => {
    const id = buttonId(await open(boss), "Deny").replace(/deny$/, question);
    const reply = await room.press(stranger, id);
    expect(reply?.kind).not.toBe("modal");
    expect(await stored()).toEqual(request);
  });

  test("who lost the role between the view and the press", async () => {
    const id = buttonId(await open(crafter), "Claim");
    expect(await refused(() => room.press(call(CRAFTER), id))).toContain("That takes the ✨ Enchanting role.");
  });

  test("another crafter is told whose it is", async () => {
    const claimed = await press(crafter, "Claim");
    expect(await refused(() => room.press(rival, buttonId(claimed, "Start")))).toContain(`<@${CRAFTER}> has claimed it; only they or an officer can do that.`);
  });

  test("another guild finds nothing", async () => {
    const elsewhere = call(OTHER, { rights: officer, guildId: "900000000000000009" });
    const id = buttonId(await open(crafter), "Claim");
    expect(await refused(() => room.press(elsewhere, id))).toBe("That request no longer exists. `/status` shows yours.");
    expect(await refused(() => room.press(elsewhere, card()))).toContain("no longer exists");
  });
});

describe("odd ids", () => {
  test.each([
    "request.act.1:9:r:1",
    "request.act.1:9:r:x:claim",
    "request.act.1:9:r:1:explode",
    "request.act.1:9::1:claim",
    "request.ask.1:9:r:1:why",
    "request.assign.1:9:r",
    "request.open.1:9",
    "request.details.1:9",
    "request.claim.1:9:r:m:more",
    "request.history.1:9:r:x:tab",
    "request.status.1:9:all:0:tab",
    "request.pick.1:",
  ])("%s is malformed", async (id) => {
    expect(await room.press(boss, id, ["x"])).toBeNull();
  });

  test.each(["request.count.1:9:r", "request.deny.1:9:r:x"])("a form %s is malformed", async (id) => {
    expect(await room.submit(boss, id, { count: "1", reason: "x" })).toBeNull();
  });

  test("a request that is gone", async () => {
    for (const id of ["request.act.1:9:gone:1:claim", "request.ask.1:9:gone:1:deny", "request.open.1:9:gone", "request.details.1:9:gone:", "request.claim.1:9:gone:", "request.history.1:9:gone:0:tab"])
      expect(textOf(await room.press(boss, id))).toBe("That request no longer exists. `/status` shows yours.");
    expect(textOf(await room.submit(boss, "request.count.1:9:gone:1", { count: "abc" }))).toContain("no longer exists");
  });

  test("ids in direct messages tell the guild", () => {
    const feature = requestsFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, audit: auditReads(desk.store.read), books, threadOf: () => Promise.resolve(null), timers: desk.timers });
    for (const route of [...(feature.components ?? []), ...(feature.modals ?? [])]) expect(route.guildOf).toBeTypeOf("function");
    expect(feature.components?.find(({ prefix }) => prefix === claimButton.prefix)?.guildOf?.(card())).toBe(request.guildId);
  });
});

describe("history", () => {
  test("tells who did what, newest last, a page at a time, back to the details", async () => {
    await press(crafter, "Claim");
    for (let round = 0; round < 5; round += 1) {
      await press(crafter, "Release");
      await press(crafter, "Claim");
    }
    const last = await press(crafter, "History");
    expect(textOf(last)).toContain("Page 2 of 2");
    expect(textOf(last)).toContain(`<t:1800000013:R> <@${CRAFTER}> claimed it`);
    const first = await room.press(crafter, buttonId(last, "Previous"));
    expect(textOf(first)).toContain(`<@${REQUESTER}> asked for it`);
    expect(textOf(await room.press(crafter, buttonId(first, "Back")))).toContain("At the bank");
    expect(limitProblems(last)).toEqual([]);
  });

  test("is not for strangers", async () => {
    const id = buttonId(await open(crafter), "History");
    expect(await refused(() => room.press(stranger, id))).toContain("for its requester, its crafters and officers");
    expect(textOf(await open(stranger))).not.toContain("At the bank");
  });
});
