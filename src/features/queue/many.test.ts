import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createIds } from "../../kernel/id.ts";
import { calls, officer, rights } from "../../testing/call.ts";
import { drive, type Driver } from "../../testing/drive.ts";
import { ENGINES } from "../../testing/engines.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { buttonId, customIdsOf, textOf } from "../../testing/view-text.ts";
import type { Reply } from "../contract.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { knownRecipesReads } from "../known-recipes/read-model.ts";
import { queueFeature } from "./feature.ts";
import { queueMigrations } from "./tables.ts";
import { queueTexts } from "./texts.ts";

const RIVAL = "100000000000000003";
const call = await calls(queueTexts);
const enchanter = rights({ professions: ["enchanting"] });
const [crafter, rival, requester] = [call(CRAFTER, { rights: enchanter }), call(RIVAL, { rights: enchanter }), call(REQUESTER)];
const head = call(CRAFTER, { rights: officer });
const books = () => ({ professions: () => [{ id: "enchanting", name: "Enchanting" }] });

const chooseId = (reply: Reply | null): string => customIdsOf(reply).find((id) => id.startsWith("queue.choose") || id.startsWith("queue.more")) ?? "";

describe.each(ENGINES)("the queue on %s, for whoever does much at once", (engine) => {
  let desk: RequestDesk;
  let room: Driver;
  let made: CraftingRequest[];

  beforeEach(async () => {
    desk = await openRequestDesk(engine, { migrations: [queueMigrations] });
    room = drive(queueFeature({ actions: desk.actions, reads: desk.reads, lists: desk.lists, known: knownRecipesReads(desk.store.read), books, read: desk.store.read, inTransaction: desk.inTransaction, newId: createIds({ now: () => 1_800_000_000_000 }) }));
    made = [];
  });
  afterEach(() => desk.drop());

  async function submit(count: number, given: Parameters<typeof aSubmission>[0] = {}): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const submitted = await desk.actions.submit(requester, aSubmission({ draftId: `draft-${made.length}`, quantity: 2, ...given }));
      if (!submitted.ok) throw new Error(submitted.error);
      made.push(submitted.value.request);
    }
  }
  const stored = (): Promise<readonly CraftingRequest[]> => desk.reads.getMany(requester.guildId, made.map(({ id }) => id));
  const press = async (reply: Reply | null, label: string, who = crafter): Promise<Reply | null> => {
    const next = await room.press(who, buttonId(reply, label));
    expect(limitProblems(next)).toEqual([]);
    return next;
  };

  test("keeps what is chosen while they leaf, and what they take out of one page", async () => {
    await submit(25);
    const first = await press(await room.run(crafter, "requests"), "Choose this page");
    const second = await press(first, "Next");
    expect(textOf(second)).toContain("#1, #2, #3, #4, #5, #6, #7, #8, #9, #10");
    const more = await room.press(crafter, chooseId(second), [made[10]?.id ?? "", made[12]?.id ?? ""]);
    expect(textOf(more)).toContain("#10, #11, #13");
    const back = await press(more, "Previous");
    const fewer = await room.press(crafter, chooseId(back), [made[0]?.id ?? ""]);
    expect(textOf(fewer)).toContain("**Chosen:** #11, #13, #1");
    const none = await room.press(crafter, chooseId(await press(fewer, "Next")), []);
    expect(textOf(await room.press(crafter, chooseId(await press(none, "Previous")), []))).not.toContain("Chosen");
  });

  test("claims, starts, completes a hundred and takes it back, each in one go", async () => {
    await submit(100);
    const all = await press(await room.run(crafter, "requests"), "Choose all 100");
    expect(textOf(all)).toContain("**Chosen (100):** #1, #2,");
    const claimed = await press(all, "Claim");
    expect(textOf(claimed)).toContain("### Done\n✅ Claimed (100): #1, #2,");
    expect(textOf(claimed)).toContain("#100");
    const asked = await press(await press(claimed, "Start"), "Complete all");
    expect(textOf(asked)).toContain("…and 75 more");
    const done = await press(asked, "Yes, complete all");
    expect(new Set((await stored()).map(({ state }) => state))).toEqual(new Set(["completed"]));
    expect(textOf(await press(done, "Undo"))).toContain("### Taken back\n↩️ As before (100): #1, #2,");
    expect(new Set((await stored()).map(({ state, completed }) => `${state} ${completed}`))).toEqual(new Set(["in_progress 0"]));
    expect(textOf(await press(done, "Undo"))).toContain("it is undone already");
  });

  test("says of many what was done, and each reason once with its numbers", async () => {
    await submit(20);
    const all = await press(await room.run(crafter, "requests"), "Choose all 20");
    await desk.actions.actMany(rival, made.slice(3, 6).map(({ id, version }) => ({ requestId: id, version, action: { kind: "claim" } })));
    const claimed = await press(all, "Claim");
    expect(textOf(claimed)).toContain("### Done in part\n✅ Claimed (17): #1, #2, #3, #7,");
    expect(textOf(claimed)).toContain(`❌ #4, #5, #6: <@${RIVAL}> was first and has claimed it`);
  });

  test("chooses all for the character of the one that is chosen", async () => {
    await submit(3);
    desk.characters.set("character-2", { id: "character-2", guildId: requester.guildId, userId: REQUESTER, name: "Alt", isMain: false, createdAt: 0 });
    await submit(12, { characterId: "character-2" });
    const one = await room.press(crafter, chooseId(await room.run(crafter, "requests")), [made[4]?.id ?? ""]);
    expect(textOf(await press(one, "All for Alt"))).toContain(`**Chosen:** ${[5, 4, ...Array.from({ length: 10 }, (_, index) => index + 6)].map((number) => `#${number}`).join(", ")}`);
  });

  test("lets officers, and nobody else, deny many with one reason", async () => {
    await submit(15);
    const all = await press(await room.run(crafter, "requests"), "Choose all 15");
    expect(() => buttonId(all, "Deny…")).toThrow("no button");
    const chosen = await press(await room.run(head, "requests"), "Choose all 15", head);
    const form = await room.press(head, buttonId(chosen, "Deny…"));
    expect(textOf(form)).toContain("Deny 15 requests");
    const id = customIdsOf(form)[0] ?? "";
    expect(textOf(await room.submit(crafter, id, { reason: "no" }))).toContain("only officers can do that");
    expect(textOf(await room.submit(head, id, { reason: "  " }))).toContain("it takes a reason");
    expect(new Set((await stored()).map(({ state }) => state))).toEqual(new Set(["open"]));
    expect(textOf(await room.submit(head, id, { reason: "the bank is empty" }))).toContain("⛔ Denied (15): #1,");
    expect(new Set((await stored()).map(({ state, reason }) => `${state}: ${reason}`)).size).toBe(1);
  });

  test("chooses at most two hundred", async () => {
    await submit(205);
    const most = await press(await room.run(crafter, "requests"), "Choose the first 200");
    expect(textOf(most)).toContain("**Chosen (200):**");
    const last = await room.press(crafter, buttonId(most, "Next").replace(/:1:next$/, ":20:next"));
    expect(textOf(await room.press(crafter, buttonId(last, "Choose this page")))).toContain("200 are the most that can be chosen at once");
  });
});
