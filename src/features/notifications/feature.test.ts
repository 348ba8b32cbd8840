import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIds } from "../../kernel/id.ts";
import { systemClock } from "../../kernel/clock.ts";
import { createOutbox } from "../../outbox/outbox.ts";
import { outboxMigrations } from "../../outbox/tables.ts";
import { calls, GUILD, officer, rights } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { type OutboxBench, outboxBench } from "../../testing/outbox-bench.ts";
import { aSubmission, openRequestDesk, type RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { customIdsOf } from "../../testing/view-text.ts";
import { auditReads } from "../audit/read-model.ts";
import { detailsButton } from "../requests/custom-ids.ts";
import { unsetSettings } from "../guild-settings/guild-settings.ts";
import type { Preferences, Telling } from "../preferences/preferences.ts";
import { changePreferences, getPreferences } from "../preferences/store.ts";
import { preferencesMigrations } from "../preferences/tables.ts";
import { holdRequest } from "../requests/pledged-store.ts";
import type { CraftingRequest, RequestAction } from "../requests/request.ts";
import type { Submission } from "../requests/request-port.ts";
import { keepUnseen } from "../surfaces/keep-unseen-service.ts";
import { surfaceReads } from "../surfaces/read-model.ts";
import { surfaceMigrations } from "../surfaces/tables.ts";
import { notificationsFeature } from "./feature.ts";

const OFFICER = "100000000000000003";

const claimedLine = (number: number) => `**#${number}** <@${CRAFTER}> has claimed your **Enchant Weapon - Crusader ×5**.`;

describe.each(ENGINES)("notifications on %s", (engine) => {
  let desk: RequestDesk;
  let bench: OutboxBench;
  let as: Awaited<ReturnType<typeof calls>>;
  let telling: Telling;
  let threads: Map<string, string>;
  const settings = (guildId: string) => ({ ...unsetSettings(guildId), telling });
  beforeEach(async () => {
    telling = "dm";
    threads = new Map();
    const feature = notificationsFeature({
      outbox: createOutbox(createIds(systemClock)),
      requests: { get: (guildId, id) => desk.reads.get(guildId, id) },
      hold: holdRequest,
      newId: createIds(systemClock),
      preferences: getPreferences,
      settings: (_, guildId) => Promise.resolve(settings(guildId)),
      threadOf: (_, __, requestId) => Promise.resolve(threads.get(requestId) ?? null),
      showMine: () => Promise.resolve({ kind: "refuse", sentence: "mine" }),
      wasUndone: (db, guildId, id, version) => auditReads(db).wasUndone(guildId, id, version),
      keepUnseen,
      guildName: (guildId) => (guildId === GUILD ? "The Gilded Anvil" : null),
    });
    desk = await openRequestDesk(engine, { migrations: [outboxMigrations, preferencesMigrations, surfaceMigrations, feature.migrations ?? {}], subscriptions: feature.subscriptions ?? [] });
    bench = await outboxBench(desk.store, feature.topics, feature.texts ? [feature.texts] : []);
    as = await calls();
  });
  afterEach(() => desk.drop());

  const submit = async (given: Partial<Submission> = {}, guildId = GUILD): Promise<CraftingRequest> => {
    const outcome = await desk.actions.submit(as(REQUESTER, { guildId }), aSubmission(given));
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value.request;
  };
  const act = async (userId: string, { id, guildId }: CraftingRequest, action: RequestAction): Promise<void> => {
    const outcome = await desk.actions.act(as(userId, { guildId, rights: userId === OFFICER ? officer : rights({ professions: ["enchanting"] }) }), id, action);
    if (!outcome.ok) throw new Error(outcome.error.kind);
  };
  const undo = async (userId: string, { id, guildId }: CraftingRequest): Promise<void> => {
    const version = (await desk.reads.get(guildId, id))?.version ?? 0;
    const outcome = await desk.actions.undo(as(userId, { guildId }), id, version);
    if (!outcome.ok) throw new Error(outcome.error.kind);
  };
  const deliver = async (): Promise<void> => {
    bench.clock.at += 3_600_000;
    await bench.dispatcher().drain();
  };
  const wait = async (ms: number): Promise<void> => {
    bench.clock.at += ms;
    await desk.wait(ms);
  };
  const dm = (userId: string): readonly string[] => bench.sender.in(`dm-${userId}`);

  it("tell the requester the story in order, each with what was so at that moment", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await act(CRAFTER, request, { kind: "complete", count: 2 });
    await act(CRAFTER, request, { kind: "complete", count: 1 });
    await act(CRAFTER, request, { kind: "complete", count: "all" });
    await deliver();
    const about = "-# #1 · for Brannik · The Gilded Anvil\nDetails";
    expect(dm(REQUESTER)).toEqual([
      `### ✋ Somebody is on it\n<@${CRAFTER}> has claimed your **Enchant Weapon - Crusader ×5**.\n${about}`,
      `### 🛠 2 of 5 made\n<@${CRAFTER}> has made 2 more of your **Enchant Weapon - Crusader ×5**.\n${about}`,
      `### 🛠 3 of 5 made\n<@${CRAFTER}> has made one more of your **Enchant Weapon - Crusader ×5**.\n${about}`,
      `### ✅ Your craft is ready\n<@${CRAFTER}> has finished your **Enchant Weapon - Crusader ×5**. Get in touch to pick it up.\n${about.replace("Details", "Received\nI am here\nDetails")}`,
    ]);
    expect(dm(CRAFTER)).toEqual([]);
  });

  it("lead to the request from a direct message, and are found again by their mark", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await deliver();
    const [message] = bench.sender.messages;
    expect(customIdsOf(message?.view ?? null).map((id) => detailsButton.decode(id))).toEqual([{ guildId: GUILD, requestId: request.id, mark: message?.nonce }]);
  });

  it("tell why it was denied, and stop its crafter; nothing that was typed works as markdown or pings", async () => {
    const request = await submit();
    await act(OFFICER, request, { kind: "assign", crafterId: CRAFTER });
    await act(OFFICER, request, { kind: "deny", reason: "**no**\n# shards @everyone" });
    await deliver();
    const why = `> \\*\\*no\\*\\* \\# shards \\@everyone`;
    expect(dm(REQUESTER)[1]).toContain(`<@${OFFICER}> has denied your **Enchant Weapon - Crusader ×5**.\n${why}\n`);
    expect(dm(CRAFTER).map((text) => text.split("\n").slice(0, 2).join(" "))).toEqual([
      `### ✋ A craft for you <@${OFFICER}> asks you to craft **Enchant Weapon - Crusader ×5** for <@${REQUESTER}>. Open the details to start, or to hand it back.`,
      `### ✋ Stop: a claim of yours was denied <@${OFFICER}> has denied **Enchant Weapon - Crusader ×5**, which you had claimed. You need not craft it any more.`,
    ]);
  });

  it("tell the requester that a craft is back in the queue, and its crafter when an officer put it there", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await act(CRAFTER, request, { kind: "release" });
    await act(CRAFTER, request, { kind: "claim" });
    await act(OFFICER, request, { kind: "release" });
    await deliver();
    const released = `### 🟢 Back in the queue\n<@${CRAFTER}> no longer has your **Enchant Weapon - Crusader ×5**. It waits for another crafter; you need not do anything.\n-# #1 · for Brannik · The Gilded Anvil\nDetails`;
    expect([dm(REQUESTER)[1], dm(REQUESTER)[3]]).toEqual([released, released]);
    expect(dm(CRAFTER).map((text) => text.split("\n").slice(0, 2))).toEqual([
      ["### 👋 Your claim was released", `<@${OFFICER}> has put **Enchant Weapon - Crusader ×5** back into the queue. You need not craft it any more.`],
    ]);
  });

  it("tell the crafter to stop when the requester cancelled, and not the requester, who did it", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await act(REQUESTER, request, { kind: "cancel", reason: "" });
    await deliver();
    expect(dm(CRAFTER).map((text) => text.split("\n").slice(0, 2))).toEqual([
      ["### ✋ Stop: a claim of yours was cancelled", `<@${REQUESTER}> has cancelled **Enchant Weapon - Crusader ×5**, which you had claimed. You need not craft it any more.`],
    ]);
    expect(dm(REQUESTER)).toHaveLength(1);
  });

  it("tell the requester when somebody else cancelled", async () => {
    const before = await submit();
    // No button does it today: who may cancel is the requests' own affair.
    await desk.inTransaction((tx) => tx.raise({ type: "request.changed", guildId: GUILD, request: { ...before, state: "cancelled", version: 2 }, before, action: "cancel", actorId: OFFICER, completedNow: 0, reason: "" }));
    await deliver();
    expect(dm(REQUESTER)).toEqual([`### ⚪ Cancelled\n<@${OFFICER}> has cancelled your **Enchant Weapon - Crusader ×5**.\n-# #1 · for Brannik · The Gilded Anvil\nDetails`]);
  });

  it("tell requester and crafter when a character's deletion ended the request", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await desk.inTransaction((tx) => tx.raise({ type: "character.deleted", guildId: GUILD, characterId: "character-1", characterName: "Bran_nik", userId: REQUESTER }));
    await deliver();
    expect(dm(REQUESTER).at(-1)).toContain("**Bran\\_nik** was deleted, and with it the request for **Enchant Weapon - Crusader ×5**.");
    expect(dm(CRAFTER)).toHaveLength(1);
  });

  it("do without a guild's name that is not known", async () => {
    const request = await submit({}, "a guild that was left");
    await act(CRAFTER, request, { kind: "claim" });
    await deliver();
    expect(dm(REQUESTER)[0]).toContain("-# #1 · for Brannik\n");
  });

  it("leave a dead letter where somebody takes no direct messages, and go on", async () => {
    bench.sender.closed.add(REQUESTER);
    const request = await submit();
    await act(OFFICER, request, { kind: "assign", crafterId: CRAFTER });
    await deliver();
    expect(dm(CRAFTER)).toHaveLength(1);
    const letters = await desk.store.read.selectFrom("dead_letters").select(["topic", "message_key", "failure"]).execute();
    expect(letters).toEqual([{ topic: "notification", message_key: REQUESTER, failure: "closed-dm" }]);
  });

  it("go to a private thread where somebody takes no direct messages, and are kept for their next command where there is none", async () => {
    bench.sender.closed.add(REQUESTER).add(CRAFTER);
    bench.sender.threads.add(REQUESTER);
    const request = await submit();
    await act(OFFICER, request, { kind: "assign", crafterId: CRAFTER });
    await deliver();
    expect(bench.sender.in(`thread-${REQUESTER}`)).toHaveLength(1);
    const reads = surfaceReads(desk.store.read);
    expect(await reads.unseenNews(GUILD, REQUESTER)).toEqual([]);
    expect(await reads.unseenNews(GUILD, CRAFTER)).toEqual([request.number]);
  });

  it("stay within Discord's limits with the longest of everything", async () => {
    const long = "_".repeat(4_000);
    const request = await submit({ itemName: long, characterName: "_".repeat(24), quantity: 999 });
    await act(OFFICER, request, { kind: "deny", reason: long });
    await deliver();
    expect(bench.sender.messages.map(({ view }) => limitProblems(view))).toEqual([[]]);
  });

  describe("of what was taken back", () => {
    it("are not sent when they have not been", async () => {
      const request = await submit();
      await act(CRAFTER, request, { kind: "claim" });
      await undo(CRAFTER, request);
      await deliver();
      expect(dm(REQUESTER)).toEqual([]);
      await act(CRAFTER, request, { kind: "claim" });
      await deliver();
      expect(dm(REQUESTER)).toHaveLength(1);
    });

    it("say so where they have been sent, and only those", async () => {
      const request = await submit();
      await act(CRAFTER, request, { kind: "claim" });
      await act(CRAFTER, request, { kind: "complete", count: 2 });
      await deliver();
      await undo(CRAFTER, request);
      await deliver();
      const [claimed, made, ...more] = dm(REQUESTER);
      expect(claimed).toContain("### ✋ Somebody is on it");
      expect(made).toBe(
        [
          "### ↩️ Taken back",
          `<@${CRAFTER}> took this back; it no longer holds:`,
          "> -# 🛠 2 of 5 made",
          `> -# <@${CRAFTER}> has made 2 more of your **Enchant Weapon - Crusader ×5**.`,
          "-# #1 · for Brannik · The Gilded Anvil",
          "Details",
        ].join("\n"),
      );
      expect(more).toEqual([]);
    });

    it("say so, or are not sent, when it is taken back in the moment in which they are sent", async () => {
      const requests: CraftingRequest[] = [];
      for (let count = 0; count < 20; count++) requests.push(await submit({ draftId: `draft ${count}` }));
      for (const request of requests) await act(CRAFTER, request, { kind: "claim" });
      bench.clock.at += 3_600_000;
      await Promise.all([bench.dispatcher().drain(), ...requests.map((request) => undo(CRAFTER, request))]);
      await deliver();
      expect(dm(REQUESTER).filter((text) => !text.includes("### ↩️ Taken back"))).toEqual([]);
    });

    it("say so even when they were on their way", async () => {
      const request = await submit();
      await act(CRAFTER, request, { kind: "claim" });
      let isFirst = true;
      bench.sender.fault = (call) => {
        if (!isFirst || !call.startsWith("send")) return null;
        isFirst = false;
        return "error-after";
      };
      await deliver();
      expect(dm(REQUESTER)).toEqual([expect.stringContaining("Somebody is on it")]);
      await undo(CRAFTER, request);
      await deliver();
      await deliver();
      expect(dm(REQUESTER)).toEqual([expect.stringContaining("### ↩️ Taken back")]);
      expect(limitProblems(bench.sender.messages[0]?.view ?? null)).toEqual([]);
    });
  });

  it("ask whether the crafter is still on it, and lead to one press that says so", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    await wait(37 * 3_600_000);
    await deliver();
    expect(dm(CRAFTER)).toEqual([expect.stringMatching(/^### ⏳ Still on it\?\nYour claim of \*\*Enchant Weapon - Crusader ×5\*\* ends <t:\d+:R>\. .*\n.*\nStill on it\nDetails$/)]);
    await wait(12 * 3_600_000);
    await deliver();
    expect(dm(CRAFTER).at(-1)).toContain("### ⌛ Your claim ended");
    expect(dm(REQUESTER).at(-1)).toContain("### 🟢 Back in the queue");
  });

  it("tell both who is there", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    const here = (userId: string) => desk.actions.sayHere(as(userId), request.id);
    await here(CRAFTER);
    await deliver();
    expect(dm(REQUESTER).at(-1)).toContain(`<@${CRAFTER}> is here for **Enchant Weapon - Crusader ×5**. Press **I am here** when you are, too.`);
    await here(REQUESTER);
    await deliver();
    for (const userId of [REQUESTER, CRAFTER]) expect(dm(userId).at(-1)).toContain(`<@${REQUESTER}> and <@${CRAFTER}> are both here for **Enchant Weapon - Crusader ×5**. It is for the character **Brannik**.`);
  });

  it("call a date to mind: to the crafter, else to who waits", async () => {
    const DAY_MS = 24 * 3_600_000;
    const [first, second] = [await submit({ draftId: "a", neededBy: 1_800_000_000_000 + 3 * DAY_MS }), await submit({ draftId: "b", neededBy: 1_800_000_000_000 + 2 * DAY_MS })];
    await act(CRAFTER, second, { kind: "claim" });
    await wait(1.1 * DAY_MS);
    await act(CRAFTER, second, { kind: "renew" });
    await wait(DAY_MS);
    await deliver();
    expect(dm(CRAFTER).filter((text) => text.includes("Needed soon"))).toEqual([expect.stringMatching(/<@100000000000000001> needs \*\*.*\*\* by <t:\d+:f>\. 5 of 5 are still to be crafted\./)]);
    expect(dm(REQUESTER).filter((text) => text.includes("Nobody has it yet"))).toEqual([expect.stringContaining(`#${first.number} `)]);
  });

  const prefer = (userId: string, changes: Partial<Preferences>) => desk.inTransaction((tx) => changePreferences(tx.db, { guildId: GUILD, userId }, changes, tx.now));
  const submitMany = async (count: number): Promise<CraftingRequest[]> => {
    const all: CraftingRequest[] = [];
    for (let index = 0; index < count; index++) all.push(await submit({ draftId: `draft ${index}` }));
    return all;
  };
  const claimAll = (all: readonly CraftingRequest[]) =>
    desk.actions.actMany(as(CRAFTER, { rights: rights({ professions: ["enchanting"] }) }), all.map(({ id, version }) => ({ requestId: id, version, action: { kind: "claim" } })));

  describe("as each prefers", () => {
    const DAY_MS = 24 * 3_600_000;
    it("tell in one message what one person did to several at once", async () => {
      await claimAll(await submitMany(3));
      await deliver();
      expect(dm(REQUESTER)).toEqual([`### 📬 3 of your requests and crafts\n${claimedLine(1)}\n${claimedLine(2)}\n${claimedLine(3)}\n-# The Gilded Anvil\nMy requests`]);
    });

    it("tell of a hundred at once in one message within Discord's limits, and of one as ever", async () => {
      await claimAll(await submitMany(100));
      await deliver();
      expect(dm(REQUESTER)).toHaveLength(1);
      expect(dm(REQUESTER)[0]).toContain(`**✋ Claimed by <@${CRAFTER}>** (100): #1, #2,`);
      expect(limitProblems(bench.sender.messages[0]?.view ?? null)).toEqual([]);
      await claimAll([await submit({ draftId: "one more" })]);
      await deliver();
      expect(dm(REQUESTER)[1]).toContain("### ✋ Somebody is on it");
    });

    it("say of several what of it was taken back, in the message that told it", async () => {
      const claimed = (await claimAll(await submitMany(2))).flatMap((result) => (result.ok ? [result.value] : []));
      await deliver();
      await undo(CRAFTER, claimed[0] ?? (await submit()));
      await deliver();
      expect(dm(REQUESTER)).toHaveLength(1);
      expect(dm(REQUESTER)[0]).toContain(`↩️ Taken back: ~~**#1** <@${CRAFTER}> has claimed your **Enchant Weapon - Crusader ×5**.~~\n**#2** <@`);
    });

    it("send nothing in quiet hours, and all of it in one message after them", async () => {
      // The bench's clock begins at 08:00 in UTC.
      await prefer(REQUESTER, { quietFrom: 7 * 60, quietTo: 10 * 60, timeZone: "UTC" });
      const request = await submit();
      await act(CRAFTER, request, { kind: "claim" });
      await act(CRAFTER, request, { kind: "complete", count: 1 });
      await deliver();
      expect(dm(REQUESTER)).toEqual([]);
      // Who changes it meanwhile is told what was kept all the same.
      await prefer(REQUESTER, { quietFrom: null, quietTo: null, requests: "nothing" });
      await wait(2 * 3_600_000);
      await deliver();
      expect(dm(REQUESTER)).toEqual([expect.stringMatching(/^### 📬 2 things happened while it was quiet\n\*\*#1\*\* .* has claimed your .*\n\*\*#1\*\* .* has made one more of your /)]);
    });

    it("tell once a day in a digest, and nothing on a day without news", async () => {
      telling = "digest";
      await prefer(REQUESTER, { digestAt: 20 * 60, timeZone: "UTC" });
      const all = await submitMany(2);
      for (const request of all) await act(CRAFTER, request, { kind: "claim" });
      await deliver();
      expect(dm(REQUESTER)).toEqual([]);
      await wait(DAY_MS);
      await deliver();
      expect(dm(REQUESTER)).toEqual([expect.stringContaining("### 📬 Your day at the crafting desk: 2 things")]);
      await wait(DAY_MS);
      await deliver();
      expect(dm(REQUESTER)).toHaveLength(1);
    });

    it("tell who waits at the forge at once, whatever the digest", async () => {
      await prefer(REQUESTER, { requests: "digest" });
      const request = await submit();
      await act(CRAFTER, request, { kind: "claim" });
      await desk.actions.sayHere(as(CRAFTER), request.id);
      await deliver();
      expect(dm(REQUESTER)).toEqual([expect.stringContaining("is here for")]);
    });

    it("tell nothing to who wants nothing, of requests and of crafts apart", async () => {
      await prefer(REQUESTER, { requests: "nothing" });
      await prefer(CRAFTER, { crafts: "nothing" });
      const request = await submit();
      await act(OFFICER, request, { kind: "assign", crafterId: CRAFTER });
      await deliver();
      expect([dm(REQUESTER), dm(CRAFTER)]).toEqual([[], []]);
      await prefer(CRAFTER, { crafts: null });
      await act(OFFICER, request, { kind: "deny", reason: "no" });
      await deliver();
      expect([dm(REQUESTER).length, dm(CRAFTER).length]).toEqual([0, 1]);
    });

    it("tell in the request's thread where there is one, else directly", async () => {
      telling = "thread";
      const [first, second] = await submitMany(2);
      if (!first || !second) throw new Error("nothing was submitted");
      threads.set(first.id, "thread-1");
      await act(CRAFTER, first, { kind: "claim" });
      await act(CRAFTER, second, { kind: "claim" });
      await deliver();
      expect([bench.sender.in("thread-1").length, dm(REQUESTER).length]).toEqual([1, 1]);
    });
  });
});
