import type { Db } from "../../database/schema.ts";
import { type Feature, type Outbox, subscribe, type Topic, type Transaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import { professionTitle } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import type { BoardRequests } from "./board-port.ts";
import { cardView, isActive } from "./card-view.ts";
import { getCard, listShown, putCard } from "./store.ts";
import { boardMigrations } from "./tables.ts";
import { boardTexts } from "./texts.ts";

export interface BoardDeps {
  readonly outbox: Outbox;
  /** Both answer over the connection that they are given: a transaction that waited for a second one could wait for ever. */
  readonly requests: (db: Db) => BoardRequests;
  readonly settings: (db: Db, guildId: string) => Promise<GuildSettings>;
  readonly books: (settings: GuildSettings) => RecipeBook;
}

export interface BoardFeature extends Feature {
  /** Puts up what the board does not show yet, such as after its channel was set in the operator's file. */
  ensureCards(tx: Transaction, guildId: string): Promise<void>;
}

const TOPIC = "board-card";
/**
 * How long a card stays as it is after a change. Long enough that who presses Claim just after somebody
 * else still finds the button, and is told who was first; further changes in this time are in the same edit.
 */
const EDIT_AFTER_MS = 1_500;
/** A board is read by everybody, whatever their language. */
const BOARD_LOCALE = "en-US";

/**
 * With a board channel set, each active request is a card there, edited as the request changes and left
 * with its end state. Many changes in a moment are one edit. A card that somebody removed comes back
 * with the next change.
 */
export function boardFeature({ outbox, requests, settings, books }: BoardDeps): BoardFeature {
  const topic: Topic = {
    name: TOPIC,
    atOncePerGuild: 1,
    async compose({ db, translators, mayHaveArrived }, { id, guildId, key }) {
      const [guild, request, placed] = await Promise.all([settings(db, guildId), requests(db).get(guildId, key), getCard(db, guildId, key)]);
      const channelId = guild.boardChannelId;
      if (!request || channelId === null) return null;
      const book = books(guild);
      const professionName = book.profession(request.profession) ? professionTitle(book.professions(), request.profession) : null;
      const view = cardView({ say: translators(BOARD_LOCALE).in(boardTexts), professionName, mark: id }, request);
      // What has ended gets no new card, but its card says so wherever it is; one that may have arrived is found first.
      if (!isActive(request) && placed) return { to: { kind: "channel", channelId: placed.channel_id }, view, messageId: placed.message_id };
      if (!isActive(request) && !mayHaveArrived) return null;
      return { to: { kind: "channel", channelId }, view, ...(placed?.channel_id === channelId ? { messageId: placed.message_id } : {}) };
    },
    delivered: (tx, { guildId, key }, { channelId, messageId }) => putCard(tx.db, { guild_id: guildId, request_id: key, channel_id: channelId, message_id: messageId }),
  };

  const show = (tx: Transaction, guildId: string, requestId: string, dueAt = tx.now): Promise<void> => outbox.add(tx, { guildId, topic: TOPIC, key: requestId, dueAt, coalesce: true });
  /** What waits to be shown for the first time does not wait for this: it keeps its earlier time. */
  const edit = (tx: Transaction, guildId: string, requestId: string): Promise<void> => show(tx, guildId, requestId, tx.now + EDIT_AFTER_MS);
  /** Shows what is active, but for those that have a card. */
  const showActive = async (tx: Transaction, guildId: string, haveCards: ReadonlySet<string>): Promise<void> => {
    for (const requestId of await requests(tx.db).listActiveIds(guildId)) if (!haveCards.has(requestId)) await show(tx, guildId, requestId);
  };

  return {
    name: "board",
    texts: boardTexts,
    topics: [topic],
    migrations: boardMigrations,
    subscriptions: [
      subscribe("request.changed", async (tx, { guildId, request, action }) => {
        if ((await settings(tx.db, guildId)).boardChannelId !== null) await (action === "submit" ? show : edit)(tx, guildId, request.id);
      }),
      subscribe("character.renamed", async (tx, { guildId, characterId }) => {
        if ((await settings(tx.db, guildId)).boardChannelId === null) return;
        for (const requestId of await requests(tx.db).listActiveIdsOfCharacter(guildId, characterId)) await edit(tx, guildId, requestId);
      }),
      subscribe("guild.settings-changed", async (tx, { guildId, before, after }) => {
        // Cards from an earlier time of the same channel are out of date.
        if (after.boardChannelId !== null && after.boardChannelId !== before.boardChannelId) await showActive(tx, guildId, new Set());
      }),
    ],
    async ensureCards(tx, guildId) {
      const { boardChannelId } = await settings(tx.db, guildId);
      if (boardChannelId !== null) await showActive(tx, guildId, new Set(await listShown(tx.db, guildId, boardChannelId)));
    },
  };
}
