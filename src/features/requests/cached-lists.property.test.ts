import { setImmediate } from "node:timers/promises";
import { array, assert, asyncProperty, boolean, constantFrom, integer, oneof, record } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls, officer, rights } from "../../testing/call.ts";
import { ENGINES } from "../../testing/engines.ts";
import { type MaterialsDesk, openMaterialsDesk } from "../../testing/materials-desk.ts";
import { aSubmission } from "../../testing/request-desk.ts";
import { CRAFTER, REQUESTER } from "../../testing/requests.ts";
import type { Call } from "../contract.ts";
import { cachedParts } from "./cached-parts.ts";
import { listParts } from "./list-parts.ts";
import { type ListParts, requestLists } from "./request-lists.ts";
import type { RequestLists } from "./request-port.ts";
import type { CraftingRequest, RequestAction } from "./request.ts";

const PROFESSIONS = ["enchanting", "tailoring"];
const PEOPLE = { [REQUESTER]: rights({ isCore: true }), friend: rights({ isCore: true }), [CRAFTER]: rights({ professions: ["enchanting"] }), tailor: rights({ professions: ["tailoring", "enchanting"] }), officer } as const;
const REQUESTERS = [REQUESTER, "friend"] as const;
const TERMS = { ttlMs: Number.MAX_SAFE_INTEGER, isFresh: true };

const READS_A_TURN = 20;
/** All of them each time would take minutes. */
const SHARE = 4;

type Op =
  | { readonly kind: "submit"; readonly as: string; readonly profession: string; readonly isDated: boolean; readonly basket: string | null }
  | { readonly kind: "act"; readonly as: string; readonly nth: number; readonly action: RequestAction }
  | { readonly kind: "undo"; readonly as: string; readonly nth: number }
  | { readonly kind: "pledge"; readonly as: string; readonly nth: number; readonly amount: number }
  | { readonly kind: "rename"; readonly as: string; readonly name: string }
  | { readonly kind: "lose" | "leave" | "go"; readonly as: string }
  | { readonly kind: "wait"; readonly hours: number };

const nth = integer({ min: 0, max: 9 });
const question = integer({ min: 0, max: 999 });
const anyone = constantFrom(...Object.keys(PEOPLE));
const requester = constantFrom(...REQUESTERS);
const action = constantFrom<RequestAction>({ kind: "claim" }, { kind: "claim" }, { kind: "assign", crafterId: "tailor" }, { kind: "start" }, { kind: "complete", count: 1 }, { kind: "complete", count: "all" }, { kind: "release" }, { kind: "cancel", reason: "" }, { kind: "deny", reason: "no" }, { kind: "reopen", reason: "" }, { kind: "receive" });
const op = oneof(
  { weight: 6, arbitrary: record({ as: requester, profession: constantFrom(...PROFESSIONS), isDated: boolean(), basket: constantFrom(null, "basket-1", "basket-2") }).map((given): Op => ({ kind: "submit", ...given })) },
  { weight: 8, arbitrary: record({ as: anyone, nth, action }).map((given): Op => ({ kind: "act", ...given })) },
  { weight: 2, arbitrary: record({ as: anyone, nth }).map((given): Op => ({ kind: "undo", ...given })) },
  { weight: 2, arbitrary: record({ as: anyone, nth, amount: integer({ min: 0, max: 9 }) }).map((given): Op => ({ kind: "pledge", ...given })) },
  { weight: 1, arbitrary: record({ as: requester, name: constantFrom("Kira", "Toll") }).map((given): Op => ({ kind: "rename", ...given })) },
  { weight: 1, arbitrary: record({ kind: constantFrom("lose", "leave", "go"), as: anyone }).map((given): Op => given) },
  { weight: 1, arbitrary: constantFrom(1, 49, 8 * 24).map((hours): Op => ({ kind: "wait", hours })) },
);
/** Done at once, while answers to some questions are under way, and others are asked over and over. */
const moment = record({ ops: array(op, { minLength: 1, maxLength: 4 }), underWay: array(question, { maxLength: 4 }), meanwhile: array(question, { maxLength: 4 }) });
const life = array(moment, { minLength: 6, maxLength: 14, size: "max" });

type Ask = (lists: RequestLists) => Promise<unknown>;

/** Whatever people look at, in every part of it. */
function questionsOf(guildId: string): readonly Ask[] {
  const asks: Ask[] = [];
  for (const [userId, { isOfficer, professions }] of Object.entries(PEOPLE)) {
    const own = isOfficer ? null : professions;
    for (const page of [0, 1, 9]) asks.push((lists) => lists.listQueue(guildId, userId, own, page, 3), (lists) => lists.listMine(guildId, userId, null, page, 3));
    asks.push(
      (lists) => lists.listQueue(guildId, userId, own, 0, 3, { only: "mine" }),
      (lists) => lists.listQueue(guildId, userId, own, 0, 3, { only: "open", profession: "tailoring" }),
      (lists) => lists.listMine(guildId, userId, ["open", "claimed", "in_progress"], 0, 3),
      (lists) => lists.countMine(guildId, userId),
      (lists) => lists.listOpenOf(guildId, own, ["enchant-weapon-crusader"], 0, 3),
    );
  }
  for (const profession of [undefined, ...PROFESSIONS]) asks.push((lists) => lists.listClaimed(guildId, 0, 3, profession));
  return [...asks, (lists) => lists.spansOfBaskets(guildId, ["basket-1", "basket-2"])];
}

/** Answers that were read, and arrive when they are let. */
function slowly(parts: ListParts, letThrough: Promise<void>): ListParts {
  const slow = <A extends readonly unknown[], T>(ask: (...about: A) => Promise<T>) => async (...about: A): Promise<T> => {
    const answer = await ask(...about);
    await letThrough;
    return answer;
  };
  return { getClaims: slow(parts.getClaims), listOwnClaimIds: slow(parts.listOwnClaimIds), countIn: slow(parts.countIn), listIn: slow(parts.listIn), countOpenOf: slow(parts.countOpenOf), listOpenOf: slow(parts.listOpenOf), countMine: slow(parts.countMine), listMine: slow(parts.listMine), spansOfBaskets: slow(parts.spansOfBaskets) };
}

const call = await calls();

describe.each(ENGINES)("kept lists on %s, whoever writes and reads at once", (engine) => {
  let materials: MaterialsDesk;
  let guilds = 0;
  let drafts = 0;
  beforeAll(async () => {
    materials = await openMaterialsDesk(engine);
    for (const userId of REQUESTERS) materials.desk.characters.set(`of ${userId}`, { id: `of ${userId}`, guildId: "any", userId, name: "Brannik", isMain: true, createdAt: 0 });
  });
  afterAll(() => materials.drop());

  async function live(moments: readonly { readonly ops: readonly Op[]; readonly underWay: readonly number[]; readonly meanwhile: readonly number[] }[]): Promise<void> {
    const { desk } = materials;
    const guildId = `guild ${(guilds += 1)}`;
    const callOf = (as: string): Call => call(as, { guildId, rights: PEOPLE[as as keyof typeof PEOPLE] });
    const parts = listParts(desk.store.read);
    const uncached = requestLists(parts);
    const cached = requestLists(cachedParts(parts, desk.cache, TERMS));
    const questions = questionsOf(guildId);
    const questionAt = (at: number): Ask => questions[at % questions.length] ?? ((lists) => lists.countMine(guildId, REQUESTER));
    const made: CraftingRequest[] = [];
    /** What the writer's next look at the requester's list gave, and what they had been told by then. */
    const looks: Promise<{ readonly told: number; readonly seen: number }>[] = [];

    const look = (written: CraftingRequest): void => {
      const seen = cached.listMine(guildId, written.requesterId, null, 0, 1_000).then(({ items }) => items.find(({ id }) => id === written.id)?.version ?? 0);
      looks.push(seen.then((version) => ({ told: written.version, seen: version })));
    };

    /** Somebody who looks again and again: each moment of a write is the moment of some read. */
    async function readUntil(writing: { readonly isDone: boolean }, at: number): Promise<void> {
      for (let reads = 1; !writing.isDone; reads += 1) {
        await questionAt(at)(cached);
        // What is kept is answered at once, and would leave nobody else a turn.
        if (reads % READS_A_TURN === 0) await setImmediate();
      }
    }

    async function does(one: Op): Promise<void> {
      if (one.kind === "wait") return desk.wait(one.hours * 3_600_000);
      const { as } = one;
      const request = "nth" in one ? made[one.nth % Math.max(1, made.length)] : undefined;
      switch (one.kind) {
        case "submit": {
          const submission = aSubmission({ draftId: `draft ${(drafts += 1)}`, characterId: `of ${as}`, profession: one.profession, neededBy: one.isDated ? 9_000_000_000_000 : null, basketId: one.basket, materialsSource: "guild", materials: [{ name: "Large Brilliant Shard", needed: 20, provided: 0 }] });
          const submitted = await desk.actions.submit(callOf(as), submission);
          if (!submitted.ok) return;
          look(submitted.value.request);
          return void made.push(submitted.value.request);
        }
        case "act": {
          const done = request && (await desk.actions.act(callOf(as), request.id, one.action));
          return done?.ok ? look(done.value) : undefined;
        }
        case "undo": {
          const now = request && (await desk.reads.get(guildId, request.id));
          const done = now && (await desk.actions.undo(callOf(as), now.id, now.version));
          return done?.ok ? look(done.value) : undefined;
        }
        case "pledge":
          return void (request && (await materials.materials.pledge(callOf(as), request.id, new Map([["Large Brilliant Shard", one.amount]]))));
        case "rename":
          return desk.inTransaction((tx) => tx.raise({ type: "character.renamed", guildId, characterId: `of ${as}`, name: one.name }));
        case "lose":
          return desk.inTransaction((tx) => tx.raise({ type: "character.deleted", guildId, userId: as, characterId: `of ${as}`, characterName: "Brannik" }));
        case "leave":
          return desk.inTransaction((tx) => tx.raise({ type: "member.left", guildId, userId: as }));
        case "go":
          return desk.inTransaction((tx) => tx.raise({ type: "member.gone", guildId, userId: as }));
      }
    }

    const compare = async (asked: readonly Ask[]): Promise<void> => expect(await Promise.all(asked.map((ask) => ask(cached)))).toEqual(await Promise.all(asked.map((ask) => ask(uncached))));

    for (const { ops, underWay, meanwhile } of moments) {
      const gate = Promise.withResolvers<void>();
      const slow = requestLists(cachedParts(slowly(parts, gate.promise), desk.cache, TERMS));
      const reads = underWay.map((at) => questionAt(at)(slow));
      const writing = { isDone: false };
      const writes = Promise.all(ops.map(does)).finally(() => (writing.isDone = true));
      reads.push(...meanwhile.map((at) => readUntil(writing, at)));
      await writes;
      gate.resolve();
      await Promise.all(reads);
      await compare(questions.filter((_, at) => at % SHARE === moments.length % SHARE));
    }
    await compare(questions);
    expect((await Promise.all(looks)).filter(({ told, seen }) => seen < told)).toEqual([]);
  }

  it("are what the store has, as soon as anybody is told of a change", async () => {
    await assert(asyncProperty(life, live), { numRuns: engine === "sqlite" ? 40 : 6 });
  }, 60_000);
});
