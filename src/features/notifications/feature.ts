import { type Feature, type Outbox, subscribe, type Topic } from "../contract.ts";
import type { RequestReads } from "../requests/request-port.ts";
import { newsOf, newsSchema } from "./news.ts";
import { notificationView } from "./notification-view.ts";
import { notificationsTexts } from "./texts.ts";

export interface NotificationsDeps {
  readonly outbox: Outbox;
  readonly requests: Pick<RequestReads, "get">;
  /** A guild's name as Discord has it; null when it is not known now. */
  readonly guildName: (guildId: string) => string | null;
}

const TOPIC = "notification";

/**
 * Tells people by direct message what others did to their requests and claims. To one person, what
 * concerns one request comes in order. Who takes no direct messages leaves a dead letter in the outbox.
 */
export function notificationsFeature({ outbox, requests, guildName }: NotificationsDeps): Feature {
  const topic: Topic = {
    name: TOPIC,
    async compose({ translators }, { id, guildId, payload }) {
      const { requestId, ...told } = payload;
      const news = newsSchema.parse(told);
      const request = await requests.get(guildId, String(requestId));
      if (!request) return null;
      const say = translators(news.locale).in(notificationsTexts);
      return { to: { kind: "dm", userId: news.to }, view: notificationView({ say, guildName: guildName(guildId), mark: id }, request, news) };
    },
  };
  return {
    name: "notifications",
    texts: notificationsTexts,
    topics: [topic],
    subscriptions: [
      subscribe("request.changed", async (tx, event) => {
        const { guildId, request } = event;
        for (const news of newsOf(event)) await outbox.add(tx, { guildId, topic: TOPIC, key: `${request.id}.${news.to}`, payload: { ...news, requestId: request.id } });
      }),
    ],
  };
}
