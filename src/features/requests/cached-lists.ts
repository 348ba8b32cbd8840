import type { Later } from "../../cache/later.ts";
import type { ReadCache } from "../../cache/read-cache.ts";
import type { Db } from "../../database/schema.ts";
import { cachedParts } from "./cached-parts.ts";
import { listParts } from "./list-parts.ts";
import { listsAhead } from "./lists-ahead.ts";
import { requestLists } from "./request-lists.ts";
import type { ListsFor } from "./request-port.ts";

const MINUTE_MS = 60_000;

/**
 * Lists of what is committed, kept as each guild's settings say at the moment: `queueCacheTtlMinutes`,
 * `queueCacheInvalidation`, `prefetch`, which is of no use where nothing is kept.
 */
export function cachedLists(db: Db, cache: ReadCache, later: Later): ListsFor {
  const parts = listParts(db);
  const anew = requestLists(parts);
  return ({ queueCacheTtlMinutes, queueCacheInvalidation, prefetch }) => {
    if (queueCacheTtlMinutes === 0) return anew;
    const kept = requestLists(cachedParts(parts, cache, { ttlMs: queueCacheTtlMinutes * MINUTE_MS, isFresh: queueCacheInvalidation }));
    return prefetch ? listsAhead(kept, later) : kept;
  };
}
