import type { Topic, Transaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { RequestReads } from "../requests/request-port.ts";
import { isForTwo, isOver, membersOf, parentOf } from "./request-thread.ts";
import { threadTexts } from "./texts.ts";
import { getThread, putThread, putThreadFailure } from "./thread-store.ts";
import { threadName, threadView } from "./thread-view.ts";

export const THREAD_TOPIC = "request-thread";

export interface ThreadDeps {
  readonly requests: (db: Transaction["db"]) => Pick<RequestReads, "get">;
  readonly settings: (db: Transaction["db"], guildId: string) => Promise<GuildSettings>;
}

/** Brings a request's thread, and the message in it, to what the request is now. */
export function threadTopic({ requests, settings }: ThreadDeps): Topic {
  return {
    name: THREAD_TOPIC,
    atOncePerGuild: 2,
    async compose({ db, translators, mayHaveArrived }, { id, guildId, key }) {
      const [guild, request, thread] = await Promise.all([settings(db, guildId), requests(db).get(guildId, key), getThread(db, guildId, key)]);
      const parentId = parentOf(guild);
      if (!request || parentId === null || (thread === null && !isForTwo(request) && !mayHaveArrived)) return null;
      const say = translators(guild.language).in(threadTexts);
      const name = threadName(say, request);
      const join = membersOf(request, thread);
      const leave = (thread?.members ?? []).filter((userId) => !join.includes(userId));
      const to = { kind: "thread", channelId: thread?.channelId ?? null, parentId, name, isRenamed: thread !== null && thread.name !== name, join, leave, isOver: isOver(request) } as const;
      return { to, view: threadView(say, id, request), ...(thread === null ? {} : { messageId: thread.messageId }) };
    },
    async delivered(tx, { guildId, key }, { to, channelId, messageId }) {
      if (to.kind === "thread") await putThread(tx.db, guildId, key, { channelId, messageId, name: to.name, members: to.join });
      await putThreadFailure(tx.db, guildId, null);
    },
    failed: (tx, { guildId }, failure) => putThreadFailure(tx.db, guildId, failure),
  };
}
