import type { Page } from "../paging.ts";
import type { RequestLists } from "./request-port.ts";

/** More at once is no page that somebody leafs through. */
const PAGE_AT_MOST = 25;

/** The same lists, whose next page is asked for `later`, so that whoever keeps answers has it when somebody turns to it. */
export function listsAhead(lists: RequestLists, later: (work: () => Promise<unknown>) => void): RequestLists {
  async function thenNext<T>(pageSize: number, page: number, ask: (page: number) => Promise<Page<T>>): Promise<Page<T>> {
    const shown = await ask(page);
    const isThereMore = shown.page + 1 < shown.pageCount;
    if (isThereMore && pageSize <= PAGE_AT_MOST) later(() => ask(shown.page + 1));
    return shown;
  }
  return {
    ...lists,
    listQueue: (guildId, userId, professions, page, pageSize, narrowing) => thenNext(pageSize, page, (at) => lists.listQueue(guildId, userId, professions, at, pageSize, narrowing)),
    listOpenOf: (guildId, professions, recipeIds, page, pageSize) => thenNext(pageSize, page, (at) => lists.listOpenOf(guildId, professions, recipeIds, at, pageSize)),
    listClaimed: (guildId, page, pageSize, profession) => thenNext(pageSize, page, (at) => lists.listClaimed(guildId, at, pageSize, profession)),
    listMine: (guildId, userId, states, page, pageSize) => thenNext(pageSize, page, (at) => lists.listMine(guildId, userId, states, at, pageSize)),
  };
}
