import { placeOf } from "../paging.ts";
import type { BasketSpan, QueueNarrowing, RequestLists } from "./request-port.ts";
import { CLAIMED, type CraftingRequest, REQUEST_STATES, type RequestState } from "./request.ts";

/** Which rows of a list of `total` a page shows. */
export interface Slice {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
}

export type Counts = Readonly<Record<RequestState, number>>;

/** The questions that lists are made of, each of which has an answer of its own. */
export interface ListParts {
  /** Those of these, which this person has claimed. */
  getClaims(guildId: string, userId: string, requestIds: readonly string[]): Promise<readonly CraftingRequest[]>;
  /** What somebody has claimed and not finished, by when it is needed, then oldest first: never many. */
  listOwnClaimIds(guildId: string, userId: string, profession: string | undefined): Promise<readonly string[]>;
  /** How many are in any of these states, in these professions; null means every one. */
  countIn(guildId: string, states: readonly RequestState[], professions: readonly string[] | null): Promise<number>;
  /** Some of these, by when they are needed, then oldest first. */
  listIn(guildId: string, states: readonly RequestState[], professions: readonly string[] | null, slice: Slice): Promise<readonly CraftingRequest[]>;
  /** The same of open ones of some recipes. */
  countOpenOf(guildId: string, professions: readonly string[] | null, recipeIds: readonly string[]): Promise<number>;
  listOpenOf(guildId: string, professions: readonly string[] | null, recipeIds: readonly string[], slice: Slice): Promise<readonly CraftingRequest[]>;
  countMine(guildId: string, userId: string): Promise<Counts>;
  /** Newest change first. */
  listMine(guildId: string, userId: string, states: readonly RequestState[], slice: Slice): Promise<readonly CraftingRequest[]>;
  spansOfBaskets(guildId: string, basketIds: readonly string[]): Promise<ReadonlyMap<string, BasketSpan>>;
}

/** Lists, made of answers from wherever they come. */
export function requestLists(parts: ListParts): RequestLists {
  return {
    async listQueue(guildId, userId, professions, page, pageSize, narrowing = {}) {
      const open = narrowing.only === "mine" ? [] : narrowed(professions, narrowing);
      const [own, total]: readonly [readonly string[], number] = await Promise.all([
        narrowing.only === "open" ? [] : parts.listOwnClaimIds(guildId, userId, narrowing.profession),
        open?.length === 0 ? 0 : parts.countIn(guildId, ["open"], open),
      ]);
      const { offset, ...place } = placeOf(own.length + total, page, pageSize);
      const ownShown = own.slice(offset, offset + pageSize);
      const rest = { offset: Math.max(0, offset - own.length), limit: pageSize - ownShown.length, total };
      const [ownItems, openItems] = await Promise.all([
        ownShown.length === 0 ? [] : parts.getClaims(guildId, userId, ownShown),
        rest.limit === 0 || total === 0 ? [] : parts.listIn(guildId, ["open"], open, rest),
      ]);
      // One that was released since the first question is in both answers.
      return { ...place, items: [...ownItems, ...openItems.filter(({ id }) => !own.includes(id))] };
    },

    async listOpenOf(guildId, professions, recipeIds, page, pageSize) {
      if (professions?.length === 0 || recipeIds.length === 0) return { ...emptyPage(pageSize), items: [] };
      const total = await parts.countOpenOf(guildId, professions, recipeIds);
      const { offset, ...place } = placeOf(total, page, pageSize);
      return { ...place, items: total === 0 ? [] : await parts.listOpenOf(guildId, professions, recipeIds, { offset, limit: pageSize, total }) };
    },

    async listClaimed(guildId, page, pageSize, profession) {
      const professions = profession === undefined ? null : [profession];
      const total = await parts.countIn(guildId, CLAIMED, professions);
      const { offset, ...place } = placeOf(total, page, pageSize);
      return { ...place, items: total === 0 ? [] : await parts.listIn(guildId, CLAIMED, professions, { offset, limit: pageSize, total }) };
    },

    async listMine(guildId, userId, states, page, pageSize) {
      const counts = await parts.countMine(guildId, userId);
      const wanted = (states ?? REQUEST_STATES).filter((state) => counts[state] > 0);
      const total = wanted.reduce((sum, state) => sum + counts[state], 0);
      const { offset, ...place } = placeOf(total, page, pageSize);
      return { ...place, items: total === 0 ? [] : await parts.listMine(guildId, userId, wanted, { offset, limit: pageSize, total }) };
    },

    countMine: (guildId, userId) => parts.countMine(guildId, userId),
    spansOfBaskets: async (guildId, basketIds) => (basketIds.length === 0 ? new Map() : parts.spansOfBaskets(guildId, basketIds)),
  };
}

function emptyPage(pageSize: number) {
  const { offset: _, ...place } = placeOf(0, 0, pageSize);
  return place;
}

function narrowed(professions: readonly string[] | null, { profession }: QueueNarrowing): readonly string[] | null {
  if (profession === undefined) return professions;
  return professions === null || professions.includes(profession) ? [profession] : [];
}
