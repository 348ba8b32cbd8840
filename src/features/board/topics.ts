import type { Topic, Transaction } from "../contract.ts";
import type { GuildSettings } from "../guild-settings/guild-settings.ts";
import { professionTitle } from "../recipes/recipe.ts";
import type { RecipeBook } from "../recipes/recipe-book.ts";
import { isActive } from "../requests/request.ts";
import type { BoardRequests } from "./board-port.ts";
import { CARD_TOPIC, type Cards, FORMER_CARD_TOPIC } from "./cards.ts";
import { type CardSurroundings, cardView, formerCardView } from "./card-view.ts";
import { forgetFailure, getCard, putCard, recordFailure } from "./store.ts";
import { boardTexts } from "./texts.ts";

export interface TopicDeps {
  readonly requests: (db: Transaction["db"]) => BoardRequests;
  readonly settings: (db: Transaction["db"], guildId: string) => Promise<GuildSettings>;
  readonly books: (settings: GuildSettings) => RecipeBook;
}

const HOUR_MS = 3_600_000;

type ComposeTools = Parameters<Topic["compose"]>[0];

/** A request's card, wherever the board is now. */
export function cardTopic(deps: TopicDeps, cards: Cards): Topic {
  const { requests, settings } = deps;
  return {
    name: CARD_TOPIC,
    atOncePerGuild: 1,
    async compose(tools, { id, guildId, key }) {
      const { db, mayHaveArrived } = tools;
      const [guild, request, placed] = await Promise.all([settings(db, guildId), requests(db).get(guildId, key), getCard(db, guildId, key)]);
      if (!request) return null;
      const view = cardView(surroundings(deps, tools, guild, request.profession, id), request);
      // What has ended gets no new card, but its card says so wherever it is; one that may have arrived is found first.
      if (!isActive(request) && placed) return { to: { kind: "channel", channelId: placed.channel_id }, view, messageId: placed.message_id, isEditOnly: true };
      const channelId = guild.boardChannelId;
      if (channelId === null || (!isActive(request) && !mayHaveArrived)) return null;
      return { to: { kind: "channel", channelId }, view, ...(placed?.channel_id === channelId ? { messageId: placed.message_id } : {}) };
    },
    async delivered(tx, { guildId, key }, { channelId, messageId }) {
      const former = await getCard(tx.db, guildId, key);
      await putCard(tx.db, { guild_id: guildId, request_id: key, channel_id: channelId, message_id: messageId });
      if (former && former.channel_id !== channelId) await cards.bidFarewell(tx, former);
      if (await wasSwitchedOff(deps, tx, guildId, key)) await cards.letGo(tx, guildId, [key]);
      // What could not be shown meanwhile; a channel where the board was shows nothing new.
      const isHeardAgain = await forgetFailure(tx.db, guildId, channelId);
      if (isHeardAgain && channelId === (await settings(tx.db, guildId)).boardChannelId) await cards.ensure(tx, { guildId, channelId, requestIds: await requests(tx.db).listActiveIds(guildId) });
    },
    async failed(tx, { guildId }, failure, channelId) {
      // What is rejected speaks of the message, not of where it was to go.
      if (channelId !== null && failure !== "rejected") await recordFailure(tx.db, guildId, channelId, failure);
    },
  };
}

/** Whether a card arrived just after it was to be let go. */
async function wasSwitchedOff({ requests, settings }: TopicDeps, { db }: Transaction, guildId: string, requestId: string): Promise<boolean> {
  if ((await settings(db, guildId)).boardChannelId !== null) return false;
  const request = await requests(db).get(guildId, requestId);
  return request !== null && isActive(request);
}

/** A message that was a request's card until the board moved or was switched off: nobody shall claim there what has ended since. */
export function formerCardTopic(deps: TopicDeps): Topic {
  return {
    name: FORMER_CARD_TOPIC,
    atOncePerGuild: 1,
    async compose(tools, { id, guildId, key: messageId, payload }) {
      const [guild, request] = await Promise.all([deps.settings(tools.db, guildId), deps.requests(tools.db).get(guildId, String(payload["requestId"]))]);
      if (!request) return null;
      const around = surroundings(deps, tools, guild, request.profession, id);
      const view = isActive(request) ? formerCardView(around, request, guild.boardChannelId) : cardView(around, request);
      return { to: { kind: "channel", channelId: String(payload["channelId"]) }, view, messageId, isEditOnly: true };
    },
  };
}

function surroundings({ books }: TopicDeps, { translators, now }: ComposeTools, guild: GuildSettings, profession: string, mark: string): CardSurroundings {
  const book = books(guild);
  return { say: translators(guild.language).in(boardTexts), professionName: book.profession(profession) ? professionTitle(book.professions(), profession) : null, mark, soonUntil: now + guild.deadlineReminderHours * HOUR_MS };
}
