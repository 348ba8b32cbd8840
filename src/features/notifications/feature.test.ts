import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GUILD } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { type NewsDesk, OFFICER, openNewsDesk } from "../../testing/news-desk.ts";
import type { OutboxBench } from "../../testing/outbox-bench.ts";
import type { RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import { customIdsOf } from "../../testing/view-text.ts";
import { detailsButton } from "../requests/custom-ids.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { surfaceReads } from "../surfaces/read-model.ts";

describe.each(ENGINES)("notifications on %s", (engine) => {
  let news: NewsDesk;
  let desk: RequestDesk;
  let bench: OutboxBench;
  let as: NewsDesk["as"];
  beforeEach(async () => {
    news = await openNewsDesk(engine);
    ({ desk, bench, as } = news);
  });
  afterEach(() => desk.drop());
  const submit: NewsDesk["submit"] = (...given) => news.submit(...given);
  const act: NewsDesk["act"] = (...given) => news.act(...given);
  const undo: NewsDesk["undo"] = (...given) => news.undo(...given);
  const deliver = () => news.deliver();
  const wait = (ms: number) => news.wait(ms);
  const dm = (userId: string) => news.dm(userId);

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

  it("tell that somebody is there once, however often they press", async () => {
    const request = await submit();
    await act(CRAFTER, request, { kind: "claim" });
    const here = (userId: string) => desk.actions.sayHere(as(userId), request.id);
    await here(CRAFTER);
    await here(CRAFTER);
    await deliver();
    expect(dm(REQUESTER)).toHaveLength(2);
    for (const userId of [REQUESTER, REQUESTER, CRAFTER]) await here(userId);
    await deliver();
    expect([dm(REQUESTER).length, dm(CRAFTER).length]).toEqual([3, 1]);
    await wait(3_600_000);
    await here(CRAFTER);
    await deliver();
    expect([dm(REQUESTER).length, dm(CRAFTER).length]).toEqual([4, 1]);
  });

  it("tell both that they are there when they say so at one moment", async () => {
    const all = [];
    for (let index = 0; index < 5; index++) all.push(await submit({ draftId: `draft ${index}` }));
    for (const request of all) await act(CRAFTER, request, { kind: "claim" });
    const outcomes = await Promise.all(all.map(({ id }) => Promise.all([CRAFTER, REQUESTER].map((userId) => desk.actions.sayHere(as(userId), id)))));
    expect(outcomes.map((two) => two.filter((one) => one.ok && one.value.areBoth).length)).toEqual([1, 1, 1, 1, 1]);
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
});
