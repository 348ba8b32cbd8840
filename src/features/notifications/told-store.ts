import type { Db } from "../../database/schema.ts";
import { type News, newsSchema } from "./news.ts";

/** Somebody has been told something, by this message. */
export interface Told {
  readonly requestId: string;
  readonly news: News;
  readonly channelId: string;
  readonly messageId: string;
}

/** Longer than an action can be undone, and than it takes to tell of it. */
const KEPT_MS = 10 * 60_000;

/** Remembers a message for as long as what it tells can be taken back; forgets the guild's older ones. */
export async function rememberTold(db: Db, guildId: string, { requestId, news, channelId, messageId }: Told, now: number): Promise<void> {
  await db.deleteFrom("told_news").where("guild_id", "=", guildId).where("told_at", "<", now - KEPT_MS).execute();
  const message = { channel_id: channelId, message_id: messageId, news: JSON.stringify(news), told_at: now };
  await db
    .insertInto("told_news")
    .values({ guild_id: guildId, request_id: requestId, version: news.version, user_id: news.to, ...message })
    .onConflict((conflict) => conflict.columns(["guild_id", "request_id", "version", "user_id"]).doUpdateSet(message))
    .execute();
}

/** The messages that told what led to this version of a request. */
export async function listTold(db: Db, guildId: string, requestId: string, version: number): Promise<readonly Told[]> {
  const rows = await db.selectFrom("told_news").selectAll().where("guild_id", "=", guildId).where("request_id", "=", requestId).where("version", "=", version).execute();
  return rows.map((row) => ({ requestId, news: newsSchema.parse(JSON.parse(row.news)), channelId: row.channel_id, messageId: row.message_id }));
}
