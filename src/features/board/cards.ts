/** What puts a request's card up, and what parts with one. */
import type { Outbox, Transaction } from "../contract.ts";
import { type CardPlace, listCards, removeCard } from "./store.ts";

export const CARD_TOPIC = "board-card";
export const FORMER_CARD_TOPIC = "board-former-card";

/**
 * How long a card stays as it is after a change. Long enough that who presses Claim just after somebody
 * else still finds the button, and is told who was first; further changes in this time are in the same edit.
 */
const EDIT_AFTER_MS = 1_500;

export interface Cards {
  show(tx: Transaction, guildId: string, requestId: string): Promise<void>;
  /** What waits to be shown for the first time does not wait for this: it keeps its earlier time. */
  edit(tx: Transaction, guildId: string, requestId: string): Promise<void>;
  /** Has a card's message say that it is kept no longer. */
  bidFarewell(tx: Transaction, place: CardPlace): Promise<void>;
  /** Sees to it that these requests, all of them active, have their card in this channel and nowhere else; null: none at all. */
  ensure(tx: Transaction, wanted: { readonly guildId: string; readonly channelId: string | null; readonly requestIds: readonly string[] }): Promise<void>;
  /** Keeps none of these requests' cards any longer. */
  letGo(tx: Transaction, guildId: string, requestIds: readonly string[]): Promise<void>;
}

export function boardCards(outbox: Outbox): Cards {
  const add = (tx: Transaction, guildId: string, key: string, dueAt: number): Promise<void> => outbox.add(tx, { guildId, topic: CARD_TOPIC, key, dueAt, coalesce: true });
  const bidFarewell = (tx: Transaction, { guild_id, request_id, channel_id, message_id }: CardPlace): Promise<void> =>
    outbox.add(tx, { guildId: guild_id, topic: FORMER_CARD_TOPIC, key: message_id, payload: { requestId: request_id, channelId: channel_id } });
  const cards: Cards = {
    show: (tx, guildId, requestId) => add(tx, guildId, requestId, tx.now),
    edit: (tx, guildId, requestId) => add(tx, guildId, requestId, tx.now + EDIT_AFTER_MS),
    bidFarewell,
    async letGo(tx, guildId, requestIds) {
      for (const place of await listCards(tx.db, guildId, requestIds)) {
        await bidFarewell(tx, place);
        await removeCard(tx.db, place);
      }
    },
    async ensure(tx, { guildId, channelId, requestIds }) {
      if (channelId === null) return cards.letGo(tx, guildId, requestIds);
      const places = await listCards(tx.db, guildId, requestIds);
      const shown = new Set(places.filter(({ channel_id }) => channel_id === channelId).map(({ request_id }) => request_id));
      for (const requestId of requestIds) if (!shown.has(requestId)) await cards.show(tx, guildId, requestId);
    },
  };
  return cards;
}
