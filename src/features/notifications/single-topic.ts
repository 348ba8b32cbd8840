import type { Topic } from "../contract.ts";
import { newsSchema } from "./news.ts";
import type { NotificationsDeps } from "./notifications-deps.ts";
import { notificationView, undoneView } from "./notification-view.ts";
import { isStillNews, UNREACHABLE } from "./telling.ts";
import { notificationsTexts } from "./texts.ts";
import { rememberTold } from "./told-store.ts";
import { tellUndone } from "./undone-topic.ts";

/** What the topic of notifications does with one that is told by itself. */
export function singleTopic({ outbox, requests, guildName, hold, wasUndone, keepUnseen, threadOf }: NotificationsDeps): Omit<Topic, "name"> {
  return {
    async compose({ db, translators, now, mayHaveArrived }, { id, guildId, payload }) {
      const { requestId, place, ...told } = payload;
      const news = newsSchema.parse(told);
      const request = await requests.get(guildId, String(requestId));
      if (!request || !isStillNews(request, news, now)) return null;
      const isUndone = news.version > 0 && (await wasUndone(db, guildId, request.id, news.version));
      // One that may have arrived is found again, and then says so.
      if (isUndone && !mayHaveArrived) return null;
      const around = { say: translators(news.locale).in(notificationsTexts), guildName: guildName(guildId), mark: id };
      const view = (isUndone ? undoneView : notificationView)(around, request, news);
      const channelId = place === "thread" ? await threadOf(db, guildId, request.id) : null;
      return { to: channelId === null ? { kind: "dm", userId: news.to } : { kind: "channel", channelId }, view };
    },
    async delivered(tx, { guildId, payload }, sent) {
      const { requestId, ...rest } = payload;
      const told = { requestId: String(requestId), news: newsSchema.parse(rest), ...sent };
      if (told.news.version === 0) return;
      // Whoever takes it back at this moment either finds the message, or has taken it back before we look.
      await hold(tx, guildId, told.requestId);
      await rememberTold(tx.db, guildId, told, tx.now);
      // It was taken back while the message was on its way.
      if (await wasUndone(tx.db, guildId, told.requestId, told.news.version)) await tellUndone(outbox, tx, guildId, told);
    },
    async failed(tx, { guildId, payload }, failure) {
      const { requestId, ...told } = payload;
      const request = UNREACHABLE.has(failure) ? await requests.get(guildId, String(requestId)) : null;
      if (request) await keepUnseen(tx, guildId, newsSchema.parse(told).to, request.number);
    },
  };
}
