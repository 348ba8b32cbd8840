import type { ReadCache } from "../../cache/read-cache.ts";
import type { Db } from "../../database/schema.ts";
import { cachedParts } from "./cached-parts.ts";
import { listParts } from "./list-parts.ts";
import { requestLists } from "./request-lists.ts";
import type { ListsFor } from "./request-port.ts";

const MINUTE_MS = 60_000;

/** Lists of what is committed, kept as each guild's settings say at the moment: `queueCacheTtlMinutes`, `queueCacheInvalidation`. */
export function cachedLists(db: Db, cache: ReadCache): ListsFor {
  const parts = listParts(db);
  const anew = requestLists(parts);
  return ({ queueCacheTtlMinutes, queueCacheInvalidation }) => (queueCacheTtlMinutes === 0 ? anew : requestLists(cachedParts(parts, cache, { ttlMs: queueCacheTtlMinutes * MINUTE_MS, isFresh: queueCacheInvalidation })));
}
