import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calls, GUILD, officer, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, optionsOf, textOf } from "../../testing/view-text.ts";
import { auditReads } from "../audit/read-model.ts";
import { addSettingChange } from "../audit/store.ts";
import type { Reply } from "../contract.ts";
import { changeInWords } from "../guild-settings/change-view.ts";
import { settingsTexts } from "../guild-settings/texts.ts";
import { requestsFeature } from "../requests/feature.ts";
import type { Submission } from "../requests/request-port.ts";
import type { CraftingRequest, RequestAction } from "../requests/request.ts";
import { requestSearch } from "../requests/search-store.ts";
import { requestsTexts } from "../requests/texts.ts";
import { workload } from "../requests/workload-store.ts";
import { actionSelect, crafterButton, crafterSelect, findButton, openSelect, periodSelect, personSelect, professionButton, professionSelect, reassignSelect, sectionButton, trailButton } from "./custom-ids.ts";
import { oversightFeature } from "./feature.ts";
import { oversightTexts } from "./texts.ts";

const OTHER = "100000000000000003";
const call = await calls(oversightTexts, requestsTexts, settingsTexts);
const boss = call("100000000000000009", { rights: officer });
const requester = call(REQUESTER, { rights: rights({ isCore: true }) });
const crafter = call(CRAFTER, { rights: rights({ professions: ["enchanting", "tailoring"] }) });
const books = () => ({ professions: () => [{ id: "enchanting", name: "Enchanting" }, { id: "tailoring", name: "Tailoring" }], get: () => undefined });

/** What somebody reads of an answer that Discord takes. */
function well(reply: Reply | null): string {
  expect(limitProblems(reply)).toEqual([]);
  return textOf(reply);
}

describe.each(ENGINES)("what officers look over on %s", (engine) => {
  let desk: RequestDesk;
  let room: Driver;
  let drafts = 0;
  beforeEach(async () => {
    desk = await openRequestDesk(engine);
    const { read } = desk.store;
    const requests = requestsFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, audit: auditReads(read), books, threadOf: () => Promise.resolve(null), timers: desk.timers });
    const setting = (asker: typeof boss, change: Parameters<typeof changeInWords>[2]) => changeInWords(asker.translator.in(settingsTexts), { professions: books().professions(), packs: [] }, change);
    room = drive(oversightFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, workload: workload(read), search: requestSearch(read), audit: auditReads(read), words: { ...requests.words, setting, showDetails: requests.showDetails }, books }));
  });
  afterEach(() => desk.drop());

  async function submit(given: Partial<Submission> = {}): Promise<CraftingRequest> {
    const outcome = await desk.actions.submit(requester, aSubmission({ draftId: `draft ${++drafts}`, ...given }));
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value.request;
  }
  function change(id: string, key: string, before: string | null, after: string | null): Promise<void> {
    return desk.store.inTransaction((db) => addSettingChange(db, GUILD, { id, at: 1_800_000_000_000, actorId: "100000000000000009", key, before, after }));
  }
  async function act(who: typeof boss, { id }: CraftingRequest, action: RequestAction): Promise<void> {
    const outcome = await desk.actions.act(who, id, action);
    if (!outcome.ok) throw new Error(outcome.error.kind);
  }

  it("answers nobody else, whatever they press", async () => {
    const refused = "Only officers can look over the desk.";
    const filter = { person: "", action: "", days: 0 } as const;
    const ids = [
      sectionButton.encode({ section: "settings", page: 0, as: "tab" }),
      professionButton.encode({ profession: "enchanting", part: "open", page: 0, as: "tab" }),
      professionSelect.encode({}),
      crafterButton.encode({ userId: CRAFTER, page: 0, as: "tab" }),
      crafterSelect.encode({}),
      reassignSelect.encode({ userId: CRAFTER }),
      openSelect.encode({}),
      findButton.encode({ typed: "x", below: 0, as: "next" }),
      trailButton.encode({ ...filter, page: 0, as: "next" }),
      personSelect.encode(filter),
      actionSelect.encode(filter),
      periodSelect.encode(filter),
    ];
    expect(textOf(await room.run(crafter, "officer"))).toContain(refused);
    expect(textOf(await room.run(crafter, "officer", { find: "#1" }))).toContain(refused);
    for (const id of ids) expect(textOf(await room.press(crafter, id, ["1"]))).toContain(refused);
  });

  it("tells how much there is of each profession, and leads to what is open and claimed", async () => {
    const first = await submit();
    await submit();
    await submit({ profession: "tailoring", itemName: "Bag" });
    await act(crafter, first, { kind: "claim" });
    const told = await room.run(boss, "officer");
    expect(well(told)).toMatch(/\*\*Enchanting\*\* · 1 open · 1 claimed · oldest open one <t:\d+:R>\n\*\*Tailoring\*\* · 1 open · 0 claimed/);
    expect(told).toMatchObject({ kind: "show", isForServer: true });
    const tailoring = await room.press(boss, professionSelect.encode({}), ["tailoring"]);
    expect(well(tailoring)).toContain("Bag");
    expect(well(tailoring)).not.toContain("Crusader");
    expect(well(await room.press(boss, buttonId(tailoring, "Claimed")))).toContain("Nothing of it is claimed.");
    expect(well(await room.press(boss, professionButton.encode({ profession: "enchanting", part: "claimed", page: 0, as: "tab" })))).toContain(`<@${CRAFTER}>`);
    expect(customIdsOf(tailoring).some((id) => id.startsWith("export.requests") && id.includes("tailoring"))).toBe(true);
  });

  it("tells who has how much, since when, and when they last worked on it", async () => {
    const [first, second] = [await submit(), await submit({ quantity: 3 })];
    await act(crafter, first, { kind: "claim" });
    await act(boss, second, { kind: "assign", crafterId: CRAFTER });
    await act(boss, await submit(), { kind: "assign", crafterId: OTHER });
    await act(crafter, first, { kind: "complete", count: 2 });
    const told = well(await room.press(boss, sectionButton.encode({ section: "crafters", page: 0, as: "tab" })));
    expect(told).toContain(`<@${CRAFTER}> · 2 claims · 6 still to craft`);
    expect(told).toContain(`<@${OTHER}> · 1 claim · 5 still to craft`);
    expect(told).toMatch(/claimed <t:\d+:R> · last sign of work <t:\d+:R>/);
    expect(told).toMatch(/claimed <t:\d+:R> · no sign of work yet/);
    const own = await room.press(boss, crafterSelect.encode({}), [CRAFTER]);
    expect(optionsOf(own, openSelect.prefix).map(({ value }) => value)).toEqual([first.id, second.id]);
    expect(well(await room.press(boss, openSelect.encode({}), [second.id]))).toContain("#2");
  });

  it("gives all that somebody has to another who may craft it, and says what stays", async () => {
    for (let n = 0; n < 12; n++) await act(crafter, await submit(), { kind: "claim" });
    const told = await room.press(boss, reassignSelect.encode({ userId: CRAFTER }), [OTHER]);
    expect(well(told)).toContain(`12 requests are now with <@${OTHER}>.`);
    expect((await desk.reads.listQueue(GUILD, OTHER, [], 0, 20, { only: "mine" })).total).toBe(12);
    desk.unqualified.add(CRAFTER);
    const refused = well(await room.press(boss, reassignSelect.encode({ userId: OTHER }), [CRAFTER]));
    expect(refused).toContain(`12 requests stay as they are: <@${CRAFTER}> does not have the role of their profession`);
    expect((await desk.reads.listQueue(GUILD, OTHER, [], 0, 20, { only: "mine" })).total).toBe(12);
    expect(well(await room.press(boss, reassignSelect.encode({ userId: OTHER }), [OTHER]))).toContain(`<@${OTHER}> has them already.`);
  });

  it("finds requests by number, id, person, and words of item, character, note and reason, whatever their case", async () => {
    const first = await submit({ note: "Für den RAID: bitte schnell" });
    const second = await submit({ itemName: "Großer Beutel", profession: "tailoring" });
    await act(boss, second, { kind: "deny", reason: "No cloth left" });
    const find = async (typed: string) => well(await room.run(boss, "officer", { find: typed }));
    expect(await find("#2")).toContain("Großer Beutel");
    expect(await find(first.id)).toContain("Crusader");
    expect(await find("77")).toBe("There is no request #77 here.");
    for (const typed of ["für raid", "CRUSADER", "raid: brannik"]) {
      const told = await find(typed);
      expect(told).toContain("#1");
      expect(told).not.toContain("#2");
    }
    expect(await find("CLOTH")).toContain("#2");
    expect(await find(`<@${REQUESTER}> beutel`)).toContain("#2");
    expect(await find(REQUESTER)).toMatch(/#2[^]*#1/);
    expect(await find(`<@${OTHER}>`)).toContain("No request matches.");
    expect(await find("dragon")).toContain("No request matches.");
    expect(await find("x")).toContain("at least two letters");
    const pressed = await room.press(boss, findButton.encode({ typed: "crusader", below: 0, as: "back" }));
    expect(pressed?.kind).toBe("update");
    expect(well(await room.press(boss, findButton.encode({ typed: "crusader", below: 999_999_999, as: "next" })))).toContain("#1");
  });

  it("leads on to older matches, without losing or doubling any", async () => {
    for (let n = 0; n < 23; n++) await submit();
    let reply: Reply | null = await room.run(boss, "officer", { find: "crusader" });
    const seen: string[] = [];
    for (let page = 0; page < 3; page++) {
      well(reply);
      seen.push(...optionsOf(reply, openSelect.prefix).map(({ label }) => /#(\d+)/.exec(label)?.[1] ?? ""));
      if (page < 2) reply = await room.press(boss, buttonId(reply, "Older ones"));
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, n) => String(23 - n)));
    expect(textOf(reply)).not.toContain("Older ones");
  });

  it("shows what was done, of the whole guild, narrowed by person, action and time, page by page", async () => {
    const first = await submit();
    await act(crafter, first, { kind: "claim" });
    await act(boss, first, { kind: "deny", reason: "too late" });
    for (let n = 0; n < 10; n++) await submit();
    const filter = { person: "", action: "", days: 0 } as const;
    const all = await room.press(boss, sectionButton.encode({ section: "trail", page: 0, as: "tab" }));
    expect(well(all)).toContain("13 entries, newest first");
    expect(well(await room.press(boss, buttonId(all, "Next")))).toMatch(new RegExp(`\\*\\*#1\\*\\* .*denied it: too late[^]*\\*\\*#1\\*\\* <@${CRAFTER}> claimed it`));
    expect(well(await room.press(boss, personSelect.encode(filter), [CRAFTER]))).toContain("1 entry, newest first");
    expect(well(await room.press(boss, actionSelect.encode(filter), ["submit"]))).toContain("11 entries, newest first");
    const later = call("100000000000000009", { rights: officer, now: 1_800_000_000_000 + 3 * 86_400_000 });
    expect(well(await room.press(later, periodSelect.encode(filter), ["1"]))).toContain("Nothing was done that matches.");
    expect(well(await room.press(later, periodSelect.encode(filter), ["7"]))).toContain("13 entries");
    const both = await room.press(boss, actionSelect.encode({ ...filter, person: CRAFTER, days: 7 }), ["claim"]);
    expect(well(both)).toContain(`By <@${CRAFTER}>`);
    expect(well(await room.press(boss, buttonId(both, "Everybody")))).toContain("1 entry");
  });

  it("shows what was changed in the settings, in words, newest first", async () => {
    expect(well(await room.press(boss, sectionButton.encode({ section: "settings", page: 0, as: "tab" })))).toContain("Nothing was changed in the settings yet.");
    await change("1", "claimLeaseHours", null, "24");
    await change("2", "roles.officer", '["1"]', JSON.stringify(Array.from({ length: 30 }, (_, n) => `20000000000000000${n}`)));
    await change("3", "roles.professions.tailoring", '["1"]', null);
    await change("4", "channels.board", null, '"5"');
    await change("5", "something.of.later", "1", "2");
    const told = well(await room.press(boss, sectionButton.encode({ section: "settings", page: 0, as: "tab" })));
    expect(told).toMatch(/changed \*\*something\.of\.later\*\*\n1 → 2\n[^]*changed \*\*Board\*\*\nnot set → <#5>\n[^]*changed \*\*Tailoring\*\*\n<@&1> → not set\n[^]*changed \*\*Officers\*\*\n<@&1> → (<@&\d+> )+…\n[^]*changed \*\*A claim lasts\*\*\nnot set → 24 hours/);
  });
});
