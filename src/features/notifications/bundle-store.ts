import type { Selectable } from "kysely";
import type { Db } from "../../database/schema.ts";
import { type News, newsSchema } from "./news.ts";
import type { BundledNewsTable } from "./tables.ts";

/** One piece of news that is told together with others. */
export interface BundledNews {
  readonly id: string;
  readonly bundleKey: string;
  readonly requestId: string;
  readonly news: News;
}

/** A message that told several things. */
export interface SentBundle {
  readonly channelId: string;
  readonly messageId: string;
}

/** Longer than an action can be undone, and than it takes to tell of it. */
const KEPT_MS = 10 * 60_000;

/** A bundle that is never sent, since all in it was taken back, is forgotten after this. */
const UNSENT_KEPT_MS = 30 * 24 * 3_600_000;

/** Adds to a bundle; gives whether it is the first in it. Whoever else adds the first at the same moment waits, and hears that it is not. */
export async function addToBundle(db: Db, guildId: string, { id, bundleKey, requestId, news }: BundledNews, now: number): Promise<boolean> {
  const begun = await db.insertInto("news_bundles").values({ guild_id: guildId, bundle_key: bundleKey, begun_at: now }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  await db
    .insertInto("bundled_news")
    .values({ guild_id: guildId, id, bundle_key: bundleKey, request_id: requestId, version: news.version, news: JSON.stringify(news), created_at: now, sent_at: null, channel_id: null, message_id: null })
    .execute();
  return (begun.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const toBundled = (row: Selectable<BundledNewsTable>): BundledNews => ({ id: row.id, bundleKey: row.bundle_key, requestId: row.request_id, news: newsSchema.parse(JSON.parse(row.news)) });

/** What a bundle holds, in the order in which it happened. */
export async function listBundle(db: Db, guildId: string, bundleKey: string): Promise<readonly BundledNews[]> {
  const rows = await db.selectFrom("bundled_news").selectAll().where("guild_id", "=", guildId).where("bundle_key", "=", bundleKey).orderBy("id").execute();
  return rows.map(toBundled);
}

/** Keeps where a bundle was told for as long as what it tells can be taken back; forgets the guild's older ones. */
export async function markSent(db: Db, guildId: string, bundleKey: string, { channelId, messageId }: SentBundle, now: number): Promise<void> {
  await db.deleteFrom("bundled_news").where("guild_id", "=", guildId).where("sent_at", "<", now - KEPT_MS).execute();
  await db.deleteFrom("bundled_news").where("guild_id", "=", guildId).where("sent_at", "is", null).where("created_at", "<", now - UNSENT_KEPT_MS).execute();
  await db.deleteFrom("news_bundles").where("guild_id", "=", guildId).where((eb) => eb.or([eb("bundle_key", "=", bundleKey), eb("begun_at", "<", now - UNSENT_KEPT_MS)])).execute();
  await db.updateTable("bundled_news").set({ sent_at: now, channel_id: channelId, message_id: messageId }).where("guild_id", "=", guildId).where("bundle_key", "=", bundleKey).execute();
}

export async function removeBundle(db: Db, guildId: string, bundleKey: string): Promise<void> {
  await db.deleteFrom("bundled_news").where("guild_id", "=", guildId).where("bundle_key", "=", bundleKey).execute();
  await db.deleteFrom("news_bundles").where("guild_id", "=", guildId).where("bundle_key", "=", bundleKey).execute();
}

/** The bundles that were sent and told what led to this version of a request. */
export async function listSentOf(db: Db, guildId: string, requestId: string, version: number): Promise<readonly (SentBundle & { readonly bundleKey: string })[]> {
  const rows = await db
    .selectFrom("bundled_news")
    .select(["bundle_key", "channel_id", "message_id"])
    .where("guild_id", "=", guildId)
    .where("request_id", "=", requestId)
    .where("version", "=", version)
    .where("sent_at", "is not", null)
    .execute();
  return rows.flatMap((row) => (row.channel_id === null || row.message_id === null ? [] : [{ bundleKey: row.bundle_key, channelId: row.channel_id, messageId: row.message_id }]));
}
