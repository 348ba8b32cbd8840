/** When the crafters of a profession are mentioned. */
import type { Outbox, Transaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import type { CraftingRequest } from "../requests/request.ts";
import { getMention, putMention } from "./mentions-store.ts";

export const MENTION_TOPIC = "board-mention";

const MINUTE_MS = 60_000;

/**
 * Has the roles of a new request's profession mentioned: at once, or when the pause since their last mention is
 * over. What else comes until then is told in the same message.
 */
export async function mentionCrafters(outbox: Outbox, tx: Transaction, settings: GuildSettings, request: CraftingRequest): Promise<void> {
  const { guildId, roles, mentionCooldownMinutes } = settings;
  // Rows that others take too are taken in one order.
  for (const roleId of (roles.professions[request.profession] ?? []).toSorted()) {
    const last = await getMention(tx.db, guildId, roleId);
    if (last !== null && last > tx.now) continue;
    const dueAt = Math.max(tx.now, last === null ? 0 : last + mentionCooldownMinutes * MINUTE_MS);
    await putMention(tx.db, guildId, roleId, dueAt);
    await outbox.add(tx, { guildId, topic: MENTION_TOPIC, key: roleId, payload: { since: request.createdAt }, dueAt });
  }
}

/** The professions that a role stands for. */
export const professionsOf = ({ roles }: GuildSettings, roleId: string): readonly string[] =>
  Object.entries(roles.professions).flatMap(([profession, roleIds]) => (roleIds.includes(roleId) ? [profession] : []));
