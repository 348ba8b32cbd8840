import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import type { Feature } from "../contract.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import { requestsFeature } from "./feature.ts";
import type { Submission } from "./request-port.ts";
import type { CraftingRequest } from "./request.ts";
import { requestsTexts } from "./texts.ts";

const call = await calls(requestsTexts);
const requester = call(REQUESTER);
const stranger = call("100000000000000005");

let desk: RequestDesk;
let feature: Feature;
let room: Driver;

beforeEach(async () => {
  desk = await openRequestDesk("sqlite");
  const audit = { listForRequest: () => Promise.resolve([]), lastForRequest: () => Promise.resolve(null), wasUndone: () => Promise.resolve(false) };
  feature = requestsFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, audit, books: () => ({ professions: () => [], get: () => undefined }), threadOf: () => Promise.resolve(null), timers: desk.timers });
  room = drive(feature);
});

afterEach(() => desk.drop());

async function submit(index: number, given: Partial<Submission> = {}): Promise<CraftingRequest> {
  const submitted = await desk.actions.submit(requester, aSubmission({ draftId: `draft-${index}`, ...given }));
  if (!submitted.ok) throw new Error(submitted.error);
  return submitted.value.request;
}

test("what was sent together is said to belong together", async () => {
  await submit(0);
  await submit(1, { basketId: "a" });
  await submit(2, { basketId: "a" });
  await submit(3, { basketId: "b" });
  const lines = textOf(await room.run(requester, "status")).split("\n").filter((line) => line.startsWith("-# for"));
  expect(lines.map((line) => / · (sent together.*)$/.exec(line)?.[1])).toEqual([undefined, "sent together: #2 to #3", "sent together: #2 to #3", undefined]);
});

const submitMany = (count: number) => Promise.all(Array.from({ length: count }, (_, index) => submit(index)));

describe("/status", () => {
  test.each([
    [0, 0],
    [1, 1],
    [10, 10],
  ])("of %i requests shows all on one page", async (count, shown) => {
    await submitMany(count);
    const first = await room.run(requester, "status");
    expect(first.kind).toBe("show");
    expect(limitProblems(first)).toEqual([]);
    expect(optionsOf(first, "request.pick")).toHaveLength(shown);
    expect(textOf(first)).toContain(`Active (${count})`);
    expect(textOf(first)).not.toContain("Page");
  });

  test("does not send somebody who may not ask to `/request`", async () => {
    const settings = { ...unsetSettings(requester.guildId), roles: { officer: [], member: ["77"], core: [], professions: {} } };
    const guest = call("100000000000000006", { settings, rights: rights({ isMember: false }) });
    const told = textOf(await room.run(guest, "status"));
    expect(told).toContain("You have not asked for anything. Requests are open to <@&77>; an officer can give you the role.");
    expect(told).not.toContain("/request");
    expect(textOf(await room.run(call("100000000000000006", { settings }), "status"))).toContain("Type `/request`");
  });

  test.each([
    [11, 2],
    [250, 25],
  ])("of %i requests shows 10 on the first of %i pages", async (count, pages) => {
    await submitMany(count);
    const first = await room.run(requester, "status");
    expect(limitProblems(first)).toEqual([]);
    expect(optionsOf(first, "request.pick")).toHaveLength(10);
    expect(textOf(first)).toContain(`Page 1 of ${pages}`);
    const second = await room.press(requester, buttonId(first, "Next"));
    expect(textOf(second)).toContain(`Page 2 of ${pages}`);
    expect(limitProblems(second)).toEqual([]);
  });

  test("says how to begin", async () => {
    expect(textOf(await room.run(requester, "status"))).toContain("Type `/request`");
  });

  test("groups by state, and leads to one and back", async () => {
    const { id } = await submit(1);
    await submit(2, { itemName: "Runed Arcanite Rod", quantity: 1 });
    const cancelled = await desk.actions.act(requester, id, { kind: "cancel", reason: "" });
    expect(cancelled.ok).toBe(true);
    const active = await room.run(requester, "status");
    expect(textOf(active)).toContain("**#2** Runed Arcanite Rod ×1 · 🟢 Open");
    expect(textOf(active)).not.toContain("Crusader");
    const ended = await room.press(requester, buttonId(active, "Cancelled"));
    expect(textOf(ended)).toContain("**#1** Enchant Weapon - Crusader ×5 · ⚪ Cancelled");
    const details = await room.press(requester, customIdsOf(ended).find((one) => one.startsWith("request.pick")) ?? "", [id]);
    expect(details?.kind).toBe("update");
    expect(textOf(details)).toContain("### #1");
    expect(textOf(await room.press(requester, buttonId(details, "My requests")))).toContain("Runed Arcanite Rod");
    expect(textOf(await room.press(requester, buttonId(active, "Completed")))).toContain("None of your requests is completed yet.");
  });

  test("a page that is no longer there becomes the last one", async () => {
    await submitMany(11);
    const first = await room.run(requester, "status");
    const next = buttonId(first, "Next");
    const { items } = await desk.reads.listMine(requester.guildId, REQUESTER, null, 0, 1);
    await desk.actions.act(requester, items[0]?.id ?? "", { kind: "cancel", reason: "" });
    expect(optionsOf(await room.press(requester, next), "request.pick")).toHaveLength(10);
  });

  test("a choice of nothing is malformed", async () => {
    await submit(1);
    const status = await room.run(requester, "status");
    expect(await room.press(requester, customIdsOf(status).find((one) => one.startsWith("request.pick")) ?? "", [])).toBeNull();
  });
});

describe("/status request:", () => {
  test.each(["#1", "1", " # 1 ", "crusader", "BRANNIK"])("%j opens one's own", async (typed) => {
    await submit(1);
    const reply = await room.run(requester, "status", { request: typed });
    expect(reply.kind).toBe("show");
    expect(textOf(reply)).toContain("### #1 Enchant Weapon - Crusader ×5");
  });

  test("opens somebody else's for its crafters and officers only", async () => {
    await submit(1, { note: "At the bank" });
    for (const given of [officer, rights({ professions: ["enchanting"] })])
      expect(textOf(await room.run(call(CRAFTER, { rights: given }), "status", { request: "#1" }))).toContain("At the bank");
    for (const who of [stranger, call(CRAFTER, { rights: rights({ professions: ["tailoring"] }) })])
      expect(textOf(await room.run(who, "status", { request: "#1" }))).toBe("#1 is somebody else's. Only they, its crafters and officers can open it.");
  });

  test.each([
    ["#77", "There is no request #77 here."],
    ["rod", "None of your requests matches “rod”."],
    ["@everyone", "“\\@everyone”"],
    ["x".repeat(100), "…”"],
    ["crusader", "Several of your requests match “crusader”: #2, #1."],
  ])("%j is told what is wrong", async (typed, sentence) => {
    await submit(1);
    await submit(2);
    const reply = await room.run(requester, "status", { request: typed });
    expect(reply.kind).toBe("refuse");
    expect(textOf(reply)).toContain(sentence);
  });

  test.each([
    ["", 25],
    // 1 and 10 to 19.
    ["#1", 11],
    ["12", 1],
    ["cruSADER", 25],
    ["rod", 0],
  ])("completes %j from one's own", async (value, found) => {
    await submitMany(29);
    const command = feature.commands?.[0];
    const choices = await command?.autocomplete?.(requester, { name: "request", value }, {});
    expect(choices).toHaveLength(found);
    expect(choices?.every(({ name }) => name.length <= 100)).toBe(true);
    expect(await command?.autocomplete?.(stranger, { name: "request", value }, {})).toEqual([]);
  });
});
