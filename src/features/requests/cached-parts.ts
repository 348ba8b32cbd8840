import type { ReadCache, Rows, Terms } from "../../cache/read-cache.ts";
import type { ListParts } from "./request-lists.ts";

const QUEUE = "queue";
const STATUS = "status";

const ofGuild = (guildId: string): readonly Rows[] => [{ table: "requests", guildId }];
const ofProfessions = (guildId: string, professions: readonly string[] | null): readonly Rows[] =>
  professions === null ? ofGuild(guildId) : professions.map((value) => ({ table: "requests", guildId, where: { column: "profession", value } }));
const ofRequester = (guildId: string, value: string): readonly Rows[] => [{ table: "requests", guildId, where: { column: "requester_id", value } }];

const ofCrafter = (guildId: string, value: string): readonly Rows[] => [{ table: "requests", guildId, where: { column: "crafter_id", value } }];

/** Crafters of the same professions ask the same, in whatever order these stand. */
const inOneOrder = (professions: readonly string[] | null): readonly string[] | null => professions && [...new Set(professions)].toSorted();

/**
 * The same answers, kept on these terms. They are kept in parts, so that crafters share what is no one's own, and
 * a change in one profession leaves what is known of the others.
 */
export function cachedParts(parts: ListParts, cache: ReadCache, terms: Terms): ListParts {
  const keep = <T>(name: string, part: string, about: readonly unknown[], rows: readonly Rows[], ask: () => Promise<T>): Promise<T> => cache.read({ cache: name, key: JSON.stringify([part, ...about]), rows }, terms, ask);

  return {
    getClaims: (guildId, userId, requestIds) => keep(QUEUE, "claims", [guildId, userId, ...requestIds], ofCrafter(guildId, userId), () => parts.getClaims(guildId, userId, requestIds)),

    listOwnClaimIds: (guildId, userId, profession) => keep(QUEUE, "own", [guildId, userId, profession ?? null], ofCrafter(guildId, userId), () => parts.listOwnClaimIds(guildId, userId, profession)),

    async countIn(guildId, states, professions) {
      const each = inOneOrder(professions)?.map((profession) => [profession]) ?? [null];
      const counts = await Promise.all(each.map((some) => keep(QUEUE, "count", [guildId, states, some], ofProfessions(guildId, some), () => parts.countIn(guildId, states, some))));
      return counts.reduce((sum, count) => sum + count, 0);
    },

    // A page is cut by how many there are: with another total it is another question.
    listIn: (guildId, states, professions, slice) => {
      const sorted = inOneOrder(professions);
      return keep(QUEUE, "list", [guildId, states, sorted, slice], ofProfessions(guildId, sorted), () => parts.listIn(guildId, states, sorted, slice));
    },

    countOpenOf: (guildId, professions, recipeIds) => {
      const sorted = inOneOrder(professions);
      return keep(QUEUE, "can-count", [guildId, sorted, recipeIds], ofProfessions(guildId, sorted), () => parts.countOpenOf(guildId, sorted, recipeIds));
    },
    listOpenOf: (guildId, professions, recipeIds, slice) => {
      const sorted = inOneOrder(professions);
      return keep(QUEUE, "can-list", [guildId, sorted, recipeIds, slice], ofProfessions(guildId, sorted), () => parts.listOpenOf(guildId, sorted, recipeIds, slice));
    },

    countMine: (guildId, userId) => keep(STATUS, "count-mine", [guildId, userId], ofRequester(guildId, userId), () => parts.countMine(guildId, userId)),
    listMine: (guildId, userId, states, slice) => keep(STATUS, "list-mine", [guildId, userId, states, slice], ofRequester(guildId, userId), () => parts.listMine(guildId, userId, states, slice)),
    spansOfBaskets: (guildId, basketIds) => keep(STATUS, "baskets", [guildId, ...basketIds], ofGuild(guildId), () => parts.spansOfBaskets(guildId, basketIds)),
  };
}
