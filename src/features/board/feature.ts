import { type Feature, type InTransaction, type Outbox, subscribe, type Transaction } from "../contract.ts";
import type { MayMention } from "./board-port.ts";
import { boardCards } from "./cards.ts";
import { mentionTopic } from "./mention-topic.ts";
import { mentionCrafters } from "./mentions.ts";
import { boardMigrations } from "./tables.ts";
import { boardTexts } from "./texts.ts";
import { cardTopic, formerCardTopic, type TopicDeps } from "./topics.ts";

/** All answer over the connection that they are given: a transaction that waited for a second one could wait for ever. */
export interface BoardDeps extends TopicDeps {
  readonly outbox: Outbox;
  readonly mayMention: MayMention;
}

export interface BoardFeature extends Feature {
  /** Makes the board as the settings say, such as after its channel was set in the operator's file. Each transaction is short. */
  ensureCards(inTransaction: InTransaction, guildId: string): Promise<void>;
}

/** So many cards are seen to in one transaction, which others wait for. */
const BATCH = 200;

/**
 * With a board channel set, each active request is a card there, edited as the request changes and left
 * with its end state. Many changes in a moment are one edit. A card that somebody removed comes back
 * with the next change. Where the board no longer is, cards say so and offer no Claim.
 */
export function boardFeature({ outbox, ...deps }: BoardDeps): BoardFeature {
  const { requests, settings } = deps;
  const cards = boardCards(outbox);
  const isOn = async ({ db }: Transaction, guildId: string): Promise<boolean> => (await settings(db, guildId)).boardChannelId !== null;
  const ensure = async (tx: Transaction, guildId: string, requestIds: readonly string[]): Promise<void> =>
    cards.ensure(tx, { guildId, channelId: (await settings(tx.db, guildId)).boardChannelId, requestIds });

  return {
    name: "board",
    texts: boardTexts,
    topics: [cardTopic(deps, cards), formerCardTopic(deps), mentionTopic(deps)],
    migrations: boardMigrations,
    subscriptions: [
      subscribe("request.changed", async (tx, { guildId, request, action }) => {
        const guild = await settings(tx.db, guildId);
        if (guild.boardChannelId === null) return;
        await (action === "submit" ? cards.show : cards.edit)(tx, guildId, request.id);
        if (action === "submit" && guild.mentionCrafters) await mentionCrafters(outbox, tx, guild, request);
      }),
      subscribe("pledges.changed", async (tx, { guildId, request }) => {
        if (await isOn(tx, guildId)) await cards.edit(tx, guildId, request.id);
      }),
      // Crafters read it there; whoever has it is told by themselves.
      subscribe("request.needed-soon", async (tx, { guildId, request }) => {
        if (request.state === "open" && (await isOn(tx, guildId))) await cards.edit(tx, guildId, request.id);
      }),
      subscribe("character.renamed", async (tx, { guildId, characterId }) => {
        if (!(await isOn(tx, guildId))) return;
        for (const requestId of await requests(tx.db).listActiveIdsOfCharacter(guildId, characterId)) await cards.edit(tx, guildId, requestId);
      }),
      subscribe("guild.settings-changed", async (tx, { guildId, before, after }) => {
        const isMoved = after.boardChannelId !== before.boardChannelId;
        const isInOtherWords = after.boardChannelId !== null && after.language !== before.language;
        if (!isMoved && !isInOtherWords) return;
        for (const batch of batchesOf(await requests(tx.db).listActiveIds(guildId))) {
          if (isMoved) await ensure(tx, guildId, batch);
          if (isInOtherWords) for (const requestId of batch) await cards.edit(tx, guildId, requestId);
        }
      }),
    ],
    async ensureCards(inTransaction, guildId) {
      const active = await inTransaction((tx) => requests(tx.db).listActiveIds(guildId));
      for (const batch of batchesOf(active)) await inTransaction((tx) => ensure(tx, guildId, batch));
    },
  };
}

function* batchesOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
}
