import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GUILD, officer, rights } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { type NewsDesk, OFFICER, openNewsDesk } from "../../testing/news-desk.ts";
import type { OutboxBench } from "../../testing/outbox-bench.ts";
import type { RequestDesk } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import { limitProblems } from "../../testing/view-limits.ts";
import type { Preferences } from "../preferences/preferences.ts";
import { changePreferences } from "../preferences/store.ts";
import type { CraftingRequest } from "../requests/request.ts";

const claimedLine = (number: number) => `**#${number}** <@${CRAFTER}> has claimed your **Enchant Weapon - Crusader ×5**.`;

describe.each(ENGINES)("news as each prefers on %s", (engine) => {
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

  const prefer = (userId: string, changes: Partial<Preferences>) => desk.inTransaction((tx) => changePreferences(tx.db, { guildId: GUILD, userId }, changes, tx.now));
  const submitMany = async (count: number): Promise<CraftingRequest[]> => {
    const all: CraftingRequest[] = [];
    for (let index = 0; index < count; index++) all.push(await submit({ draftId: `draft ${index}` }));
    return all;
  };
  const claimAll = (all: readonly CraftingRequest[]) =>
    desk.actions.actMany(as(CRAFTER, { rights: rights({ professions: ["enchanting"] }) }), all.map(({ id, version }) => ({ requestId: id, version, action: { kind: "claim" } })));

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

  it("tell the reason with many that were denied at once, and apart what has another", async () => {
    const all = await submitMany(19);
    for (const [some, reason] of [[all.slice(0, 9), "Out of **shards**"], [all.slice(9, 18), "Not this week"], [all.slice(18), ""]] as const)
      await desk.actions.actMany(as(OFFICER, { rights: officer }), some.map(({ id, version }) => ({ requestId: id, version, action: { kind: "deny", reason } })));
    await deliver();
    const told = dm(REQUESTER).join("\n");
    expect(told).toMatch(/Denied by <@\d+>\*\* \(9\): #1 [^\n]*\n> Out of \\\*\\\*shards/);
    expect(told).toMatch(/Denied by <@\d+>\*\* \(9\): #10 [^\n]*\n> Not this week/);
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

  it("begin one message, whoever else begins it at the same moment", async () => {
    await prefer(REQUESTER, { quietFrom: 7 * 60, quietTo: 10 * 60, timeZone: "UTC" });
    const all = await submitMany(8);
    // Connections are opened by then, so that nobody's is late.
    for (const way of ["claim", "release", "claim"] as const) await Promise.all(all.map((request) => act(CRAFTER, request, { kind: way })));
    await wait(2 * 3_600_000 + 60_000);
    await deliver();
    expect(dm(REQUESTER)).toEqual([expect.stringContaining("24 things happened while it was quiet")]);
  });

  it("tell once a day in a digest, and nothing on a day without news", async () => {
    news.settings.telling = "digest";
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

  it("say who confirmed many handovers, not that they went to an officer", async () => {
    await prefer(CRAFTER, { crafts: "digest", digestAt: 20 * 60, timeZone: "UTC" });
    for (const request of await submitMany(9)) {
      await act(CRAFTER, request, { kind: "claim" });
      await act(CRAFTER, request, { kind: "complete", count: "all" });
      await act(OFFICER, request, { kind: "receive" });
    }
    await wait(DAY_MS);
    await deliver();
    expect(dm(CRAFTER)).toEqual([expect.stringContaining(`**🤝 Handed over, as <@${OFFICER}> confirmed** (9): #1 `)]);
  });

  it("send the digest after the quiet hours that its time is in", async () => {
    await prefer(REQUESTER, { requests: "digest", digestAt: 9 * 60, quietFrom: 8 * 60 + 30, quietTo: 12 * 60, timeZone: "UTC" });
    await act(CRAFTER, await submit(), { kind: "claim" });
    await wait(2 * 3_600_000);
    await deliver();
    expect(dm(REQUESTER)).toEqual([]);
    await wait(2 * 3_600_000);
    await deliver();
    expect(dm(REQUESTER)).toEqual([expect.stringContaining("### ✋ Somebody is on it")]);
  });

  it("ask at once whether a crafter is still on it, where the digest would come too late", async () => {
    // The claim ends on the third day at 08:00, and is asked about 12 hours before.
    await prefer(CRAFTER, { crafts: "digest", digestAt: 9 * 60, timeZone: "UTC" });
    await act(CRAFTER, await submit(), { kind: "claim" });
    await wait(36 * 3_600_000 + 60_000);
    await deliver();
    expect(dm(CRAFTER)).toEqual([expect.stringContaining("### ⏳ Still on it?")]);
  });

  it("ask of several claims with a press for each, and of none that ended in the quiet hours", async () => {
    await prefer(CRAFTER, { quietFrom: 19 * 60, quietTo: 21 * 60, timeZone: "UTC" });
    const [first, second, third] = await submitMany(3);
    if (!first || !second || !third) throw new Error("nothing was submitted");
    for (const request of [first, second, third]) await act(CRAFTER, request, { kind: "claim" });
    await wait(36 * 3_600_000 + 60_000);
    await act(CRAFTER, third, { kind: "release" });
    await wait(2 * 3_600_000);
    await deliver();
    expect(dm(CRAFTER)).toEqual([expect.stringMatching(/^### 📬 2 things [^]*#1[^]*#2[^]*\nStill on it: #1\nStill on it: #2\nMy requests$/)]);
    expect(limitProblems(bench.sender.messages.at(-1)?.view ?? null)).toEqual([]);
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
    news.settings.telling = "thread";
    const [first, second] = await submitMany(2);
    if (!first || !second) throw new Error("nothing was submitted");
    news.settings.threads.set(first.id, "thread-1");
    await act(CRAFTER, first, { kind: "claim" });
    await act(CRAFTER, second, { kind: "claim" });
    await deliver();
    expect([bench.sender.in("thread-1").length, dm(REQUESTER).length]).toEqual([1, 1]);
  });
});
