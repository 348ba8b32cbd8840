import type { Db } from "../../database/schema.ts";
import type { DirectChannel, OwnChannel, OwnChannelPurpose, SurfaceFailure } from "./surface-port.ts";

const OWN = ["guild_id as guildId", "user_id as userId", "purpose", "channel_id as channelId", "idle_at as idleAt"] as const;

export async function getDirectChannel(db: Db, guildId: string, userId: string): Promise<DirectChannel> {
  const row = await db.selectFrom("direct_channels").select(["channel_id as channelId", "closed_at as closedAt"]).where("guild_id", "=", guildId).where("user_id", "=", userId).executeTakeFirst();
  return row ?? { channelId: null, closedAt: null };
}

export async function putDirectChannel(db: Db, guildId: string, userId: string, known: { readonly channel_id: string } | { readonly closed_at: number | null }): Promise<void> {
  await db
    .insertInto("direct_channels")
    .values({ guild_id: guildId, user_id: userId, channel_id: null, closed_at: null, ...known })
    .onConflict((conflict) => conflict.columns(["guild_id", "user_id"]).doUpdateSet(known))
    .execute();
}

export async function getOwnChannel(db: Db, guildId: string, userId: string, purpose: OwnChannelPurpose): Promise<OwnChannel | null> {
  const row = await db.selectFrom("own_channels").select(OWN).where("guild_id", "=", guildId).where("user_id", "=", userId).where("purpose", "=", purpose).executeTakeFirst();
  return row ?? null;
}

export async function getOwnerOf(db: Db, channelId: string): Promise<OwnChannel | null> {
  return (await db.selectFrom("own_channels").select(OWN).where("channel_id", "=", channelId).executeTakeFirst()) ?? null;
}

export async function putOwnChannel(db: Db, { guildId, userId, purpose, channelId, idleAt }: OwnChannel): Promise<void> {
  await db
    .insertInto("own_channels")
    .values({ guild_id: guildId, user_id: userId, purpose, channel_id: channelId, idle_at: idleAt })
    .onConflict((conflict) => conflict.columns(["guild_id", "user_id", "purpose"]).doUpdateSet({ channel_id: channelId, idle_at: idleAt }))
    .execute();
}

export async function removeChannel(db: Db, guildId: string, channelId: string): Promise<void> {
  await db.deleteFrom("flow_messages").where("guild_id", "=", guildId).where("channel_id", "=", channelId).execute();
  await db.deleteFrom("own_channels").where("guild_id", "=", guildId).where("channel_id", "=", channelId).execute();
}

export async function getFailure(db: Db, guildId: string): Promise<SurfaceFailure | null> {
  return (await db.selectFrom("surface_failures").select("failure").where("guild_id", "=", guildId).executeTakeFirst())?.failure ?? null;
}

export async function putFailure(db: Db, guildId: string, failure: SurfaceFailure | null): Promise<void> {
  if (failure === null) return void (await db.deleteFrom("surface_failures").where("guild_id", "=", guildId).execute());
  await db
    .insertInto("surface_failures")
    .values({ guild_id: guildId, failure })
    .onConflict((conflict) => conflict.column("guild_id").doUpdateSet({ failure }))
    .execute();
}
