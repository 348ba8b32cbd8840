import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GUILD } from "../../testing/call.ts";
import { ENGINES, openTestStore, type TestStore } from "../../testing/engines.ts";
import { CRAFTER, REQUESTER, aRequest } from "../../testing/requests.ts";
import { requestMigrations } from "./migrations.ts";
import { type RequestReadModel, requestReads } from "./read-model.ts";
import type { Page } from "../paging.ts";
import type { QueueNarrowing } from "./request-port.ts";
import type { CraftingRequest } from "./request.ts";
import { requestStore } from "./store.ts";

const PROFESSIONS = ["enchanting", "tailoring", "alchemy"];
const BASE = aRequest().createdAt;

/** Open ones o0..o29 of three professions in turn, claims k0..k3 of the crafter, others' claims, ends, another guild. */
const STORED: CraftingRequest[] = [
  ...Array.from({ length: 30 }, (_, n) => aRequest({ id: `o${n}`, profession: PROFESSIONS[n % 3] ?? "", createdAt: BASE + n, changedAt: BASE + n, recipeId: `recipe ${n % 5}` })),
  // Needed by a date: the sooner, the earlier in the queue, however new.
  aRequest({ id: "soon", profession: "tailoring", createdAt: BASE + 120, changedAt: BASE + 120, neededBy: BASE + 1_000, requesterId: "someone" }),
  aRequest({ id: "later", profession: "enchanting", createdAt: BASE + 110, changedAt: BASE + 110, neededBy: BASE + 9_000, requesterId: "someone" }),
  // Two made in the same millisecond are told apart by id.
  aRequest({ id: "twin-b", profession: "tailoring", createdAt: BASE + 100, changedAt: BASE + 100, requesterId: "someone" }),
  aRequest({ id: "twin-a", profession: "enchanting", createdAt: BASE + 100, changedAt: BASE + 100, requesterId: "someone" }),
  ...Array.from({ length: 4 }, (_, n) =>
    aRequest({ id: `k${n}`, state: n % 2 ? "claimed" : "in_progress", crafterId: CRAFTER, profession: n === 3 ? "tailoring" : "enchanting", createdAt: BASE - n, changedAt: BASE + 200 + n, requesterId: "someone" }),
  ),
  aRequest({ id: "others", state: "claimed", crafterId: "other crafter", requesterId: "someone" }),
  aRequest({ id: "done", state: "completed", completed: 5, crafterId: CRAFTER, changedAt: BASE + 50 }),
  aRequest({ id: "gone", state: "cancelled", changedAt: BASE + 51, characterId: "character-2" }),
  aRequest({ id: "foreign", guildId: "another guild", crafterId: CRAFTER, state: "claimed" }),
];
const opens = (...professions: string[]) => STORED.filter((one) => one.state === "open" && professions.includes(one.profession)).toSorted((a, b) => (a.neededBy ?? 9e15) - (b.neededBy ?? 9e15) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
const ids = (page: Page<CraftingRequest>) => page.items.map(({ id }) => id);

describe.each(ENGINES)("reading requests on %s", (engine) => {
  let test: TestStore;
  let reads: RequestReadModel;
  beforeAll(async () => {
    test = await openTestStore(engine, [requestMigrations]);
    reads = requestReads(test.store.read);
    await test.store.inTransaction(async (db) => {
      for (const request of STORED) await requestStore(db).add({ ...request, draftId: `draft of ${request.id}` });
    });
  });
  afterAll(() => test.drop());

  it("gets by id and by number, in its guild only", async () => {
    expect(await reads.get(GUILD, "o0")).toEqual({ ...STORED[0], draftId: "draft of o0", number: 1 });
    expect((await reads.getByNumber(GUILD, 3))?.id).toBe("o2");
    expect((await reads.getByNumber("another guild", 1))?.id).toBe("foreign");
    expect([await reads.get("another guild", "o0"), await reads.getByNumber(GUILD, 99), await reads.get(GUILD, "nothing")]).toEqual([null, null, null]);
  });

  it("lists a crafter's own claims first, then what is open, each by when it is needed, then oldest first", async () => {
    const page = await reads.listQueue(GUILD, CRAFTER, ["enchanting", "tailoring"], 0, 100);
    expect(ids(page)).toEqual(["k3", "k2", "k1", "k0", ...opens("enchanting", "tailoring")]);
    expect(page).toMatchObject({ total: 28, page: 0, pageCount: 1 });
  });

  it.each([1, 3, 4, 7, 10])("cuts the same list into pages of %d", async (size) => {
    const whole = ["k3", "k2", "k1", "k0", ...opens(...PROFESSIONS)];
    const pages: Page<CraftingRequest>[] = [];
    for (let page = 0; page < Math.ceil(whole.length / size); page++) pages.push(await reads.listQueue(GUILD, CRAFTER, PROFESSIONS, page, size));
    expect(pages.flatMap(ids)).toEqual(whole);
    expect(new Set(pages.map(({ total, pageCount }) => `${total} on ${pageCount}`))).toEqual(new Set([`${whole.length} on ${pages.length}`]));
    const every = await reads.listQueue(GUILD, CRAFTER, null, 1, size);
    expect(every).toEqual(await reads.listQueue(GUILD, CRAFTER, PROFESSIONS, 1, size));
  });

  it("gives the last page when more is asked for, and an empty first one when there is nothing", async () => {
    expect(await reads.listQueue(GUILD, CRAFTER, ["alchemy"], 9, 10)).toMatchObject({ page: 1, pageCount: 2, total: 14 });
    expect(await reads.listQueue(GUILD, CRAFTER, ["alchemy"], -3, 10)).toMatchObject({ page: 0 });
    expect(await reads.listQueue("nowhere", CRAFTER, null, 5, 10)).toEqual({ items: [], total: 0, page: 0, pageCount: 1 });
    expect(await reads.listQueue(GUILD, "nobody", [], 0, 10)).toEqual({ items: [], total: 0, page: 0, pageCount: 1 });
  });

  it("counts a profession that is named twice once", async () => {
    const page = await reads.listQueue(GUILD, "nobody", ["alchemy", "alchemy"], 0, 50);
    expect(ids(page)).toEqual(opens("alchemy"));
    expect(page.total).toBe(10);
  });

  const narrowed = async (professions: readonly string[] | null, narrowing: QueueNarrowing) => ids(await reads.listQueue(GUILD, CRAFTER, professions, 0, 100, narrowing));

  it("narrows the queue", async () => {
    expect(await narrowed(["enchanting"], { only: "open" })).toEqual(opens("enchanting"));
    expect(await narrowed(["enchanting"], { only: "mine" })).toEqual(["k3", "k2", "k1", "k0"]);
    expect(await narrowed(null, { profession: "tailoring" })).toEqual(["k3", ...opens("tailoring")]);
    expect(await narrowed(["enchanting"], { profession: "tailoring" })).toEqual(["k3"]);
    expect(await narrowed(null, { only: "mine", profession: "alchemy" })).toEqual([]);
  });

  it("lists what anybody has claimed, oldest first, of every profession or one", async () => {
    const all = await reads.listClaimed(GUILD, 0, 3);
    expect(ids(all)).toEqual(["k3", "k2", "k1"]);
    expect(all).toMatchObject({ total: 5, page: 0, pageCount: 2 });
    expect(ids(await reads.listClaimed(GUILD, 1, 3))).toEqual(["k0", "others"]);
    expect(ids(await reads.listClaimed(GUILD, 0, 3, "tailoring"))).toEqual(["k3"]);
    expect(await reads.listClaimed(GUILD, 0, 3, "alchemy")).toEqual({ items: [], total: 0, page: 0, pageCount: 1 });
  });

  it("lists a person's own, newest change first", async () => {
    const all = await reads.listMine(GUILD, REQUESTER, null, 0, 10);
    expect(ids(all)).toEqual(["gone", "done", "o29", "o28", "o27", "o26", "o25", "o24", "o23", "o22"]);
    expect(all).toMatchObject({ total: 32, page: 0, pageCount: 4 });
    expect(ids(await reads.listMine(GUILD, REQUESTER, ["cancelled", "completed"], 0, 10))).toEqual(["gone", "done"]);
    expect(ids(await reads.listMine(GUILD, REQUESTER, ["open"], 99, 8))).toEqual(["o5", "o4", "o3", "o2", "o1", "o0"]);
    expect(await reads.listMine(GUILD, REQUESTER, ["denied"], 0, 10)).toEqual({ items: [], total: 0, page: 0, pageCount: 1 });
  });

  it("counts a person's own by state, with zeros", async () => {
    expect(await reads.countMine(GUILD, REQUESTER)).toEqual({ open: 30, claimed: 0, in_progress: 0, completed: 1, cancelled: 1, denied: 0 });
    expect(Object.values(await reads.countMine("nowhere", REQUESTER))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("lists the recipes that somebody requested lately, each once", async () => {
    expect(await reads.listRecentRecipes(GUILD, REQUESTER, 3)).toEqual(["recipe 4", "recipe 3", "recipe 2"]);
    expect(await reads.listRecentRecipes(GUILD, REQUESTER, 25)).toEqual(["recipe 4", "recipe 3", "recipe 2", "recipe 1", "recipe 0", "enchant-weapon-crusader"]);
    expect(await reads.listRecentRecipes(GUILD, "nobody", 25)).toEqual([]);
  });

  it("lists what is not at its end, oldest first", async () => {
    const ids = await reads.listActiveIds(GUILD);
    const requests = await Promise.all(ids.map((id) => reads.get(GUILD, id)));
    expect(ids).toHaveLength(39);
    expect(requests.filter((request) => request && ["open", "claimed", "in_progress"].includes(request.state))).toHaveLength(39);
    const times = requests.map((request) => request?.createdAt ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(await reads.listActiveIds("nowhere")).toEqual([]);
  });

  it("lists those of one character", async () => {
    expect([...(await reads.listActiveIdsOfCharacter(GUILD, "character-1"))].toSorted()).toEqual([...(await reads.listActiveIds(GUILD))].toSorted());
    expect(await reads.listActiveIdsOfCharacter(GUILD, "character-2")).toEqual([]);
  });

  it("counts what a character's deletion would end", async () => {
    expect(await reads.countActiveRequests(GUILD, "character-1")).toBe(39);
    expect(await reads.countActiveRequests(GUILD, "character-2")).toBe(0);
  });
});
