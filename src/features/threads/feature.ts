import { type Feature, type Outbox, subscribe } from "../contract.ts";
import { isForTwo, isNewThere, parentOf } from "./request-thread.ts";
import { threadMigrations } from "./tables.ts";
import { threadTexts } from "./texts.ts";
import { getThread } from "./thread-store.ts";
import { THREAD_TOPIC, type ThreadDeps, threadTopic } from "./thread-topic.ts";

/**
 * Where the guild wants it, a claimed request has a private thread in which its requester and its crafter talk.
 * Whoever gives the claim back leaves it; when the request ends, it says so and is put away.
 */
export function threadsFeature({ outbox, ...deps }: ThreadDeps & { readonly outbox: Outbox }): Feature {
  return {
    name: "threads",
    texts: threadTexts,
    topics: [threadTopic(deps)],
    migrations: threadMigrations,
    subscriptions: [
      subscribe("request.changed", async (tx, { guildId, request, before }) => {
        if (!isNewThere(before, request) || parentOf(await deps.settings(tx.db, guildId)) === null) return;
        const isWanted = isForTwo(request) || (before !== null && isForTwo(before)) || (await getThread(tx.db, guildId, request.id)) !== null;
        if (isWanted) await outbox.add(tx, { guildId, topic: THREAD_TOPIC, key: request.id, coalesce: true });
      }),
    ],
  };
}
