import { type Feature, subscribe, type Topic, type Transaction } from "../contract.ts";
import { onPress } from "../on-press.ts";
import { addToBundle, listSentOf } from "./bundle-store.ts";
import { bundleTopics, sendBundle, tellUndoneIn } from "./bundle-topic.ts";
import { bundleButton } from "./custom-ids.ts";
import { type News, newsOf, UNKNOWN_LOCALE } from "./news.ts";
import { newsOfLeaseEnding, newsOfNeededSoon, newsOfSomebodyHere } from "./notices.ts";
import type { NotificationsDeps } from "./notifications-deps.ts";
import { newsOfEndedPledges, newsOfPledges } from "./pledge-news.ts";
import { singleTopic } from "./single-topic.ts";
import { notificationsMigrations } from "./tables.ts";
import { TOPIC } from "./telling.ts";
import { notificationsTexts } from "./texts.ts";
import { listTold } from "./told-store.ts";
import { tellUndone, undoneTopic } from "./undone-topic.ts";
import { wayOf } from "./when.ts";

/** How long a message of pledges waits for more of them. */
const PLEDGES_AFTER_MS = 60_000;
/** A bundle is closed at its time, and told when what was begun before has surely been written. */
const CLOSED_FOR_MS = 60_000;

/**
 * Tells people what others did to their requests and claims, as each prefers: by direct message, in the
 * request's thread, in a digest, or not at all; what happens in quiet hours, and what is done to many at
 * once, in one message. Who takes no direct messages leaves a dead letter in the outbox. What is taken
 * back before it is told is not told; a message that told it says so afterwards.
 */
export function notificationsFeature(deps: NotificationsDeps): Feature {
  const { outbox, newId, preferences, settings } = deps;
  const single = singleTopic(deps);
  const { bundle, edit } = bundleTopics(deps);
  const partOf = ({ payload }: { readonly payload: Readonly<Record<string, unknown>> }) => (payload["bundleKey"] === undefined ? single : bundle);
  const topic: Topic = {
    name: TOPIC,
    compose: (context, message) => partOf(message).compose(context, message),
    delivered: async (tx, message, sent) => partOf(message).delivered?.(tx, message, sent),
    failed: async (tx, message, failure, channelId) => partOf(message).failed?.(tx, message, failure, channelId),
  };

  /** `together`: with what else has it. `afterMs`: not before so long, and once for all that comes until then. `deadline`: when it is over, in milliseconds since 1970. */
  async function tell(tx: Transaction, guildId: string, requestId: string, all: readonly News[], { together, afterMs, deadline }: { readonly together?: string; readonly afterMs?: number; readonly deadline?: number } = {}): Promise<void> {
    const guild = await settings(tx.db, guildId);
    for (const one of all) {
      const news = one.locale === UNKNOWN_LOCALE ? { ...one, locale: guild.language } : one;
      const way = wayOf(news, await preferences(tx.db, guildId, news.to), guild.telling, tx.now, deadline);
      if (way.kind === "never") continue;
      const person = { userId: news.to, locale: news.locale };
      const put = async (bundleKey: string, kind: "together" | "quiet" | "digest", dueAt: number): Promise<void> => {
        if (await addToBundle(tx.db, guildId, { id: newId(), bundleKey, requestId, news }, tx.now)) await sendBundle(outbox, tx, guildId, person, bundleKey, kind, dueAt);
      };
      if (way.kind === "later") await put(`${news.to}.${way.what}.${way.at}`, way.what, way.at + CLOSED_FOR_MS);
      else if (together !== undefined) await put(`${news.to}.${together}`, "together", tx.now);
      else {
        const message = { guildId, topic: TOPIC, payload: { ...news, requestId, place: way.place } };
        await outbox.add(tx, afterMs === undefined ? { ...message, key: news.to } : { ...message, key: `${requestId}.${news.to}.${news.kind}`, dueAt: tx.now + afterMs, coalesce: true });
      }
    }
  }

  return {
    name: "notifications",
    texts: notificationsTexts,
    topics: [topic, undoneTopic(deps), edit],
    migrations: notificationsMigrations,
    components: [{ ...onPress(bundleButton, (call) => deps.showMine(call)), guildOf: (customId) => bundleButton.decode(customId)?.guildId ?? null }],
    subscriptions: [
      subscribe("request.changed", async (tx, event) => {
        const { guildId, request, undone, together } = event;
        if (undone) {
          for (const told of await listTold(tx.db, guildId, request.id, undone.version)) await tellUndone(outbox, tx, guildId, told);
          for (const sent of await listSentOf(tx.db, guildId, request.id, undone.version)) await tellUndoneIn(outbox, tx, guildId, sent);
        }
        await tell(tx, guildId, request.id, newsOf(event), together === undefined ? {} : { together });
      }),
      subscribe("request.lease-ending", (tx, notice) => tell(tx, notice.guildId, notice.request.id, newsOfLeaseEnding(notice), before(notice.request.leaseUntil))),
      subscribe("request.needed-soon", (tx, notice) => tell(tx, notice.guildId, notice.request.id, newsOfNeededSoon(notice), before(notice.request.neededBy))),
      // However many pledges there are in a minute, it is one message, which says how it stands then.
      subscribe("pledges.changed", (tx, event) => tell(tx, event.guildId, event.request.id, newsOfPledges(event), { afterMs: PLEDGES_AFTER_MS })),
      subscribe("pledges.ended", (tx, event) => tell(tx, event.guildId, event.request.id, newsOfEndedPledges(event))),
      subscribe("request.somebody-here", (tx, notice) => tell(tx, notice.guildId, notice.request.id, newsOfSomebodyHere(notice))),
    ],
  };
}

const before = (deadline: number | null): { readonly deadline?: number } => (deadline === null ? {} : { deadline });
