import type { Outbox, Topic, Transaction } from "../contract.ts";
import { newsSchema } from "./news.ts";
import type { NotificationsDeps } from "./notifications-deps.ts";
import { undoneView } from "./notification-view.ts";
import { notificationsTexts } from "./texts.ts";
import type { Told } from "./told-store.ts";

const TOPIC = "notification-undone";

/** Has a message that told of an action say that it was taken back. */
export const tellUndone = (outbox: Outbox, tx: Transaction, guildId: string, { requestId, news, channelId, messageId }: Told): Promise<void> =>
  outbox.add(tx, { guildId, topic: TOPIC, key: messageId, payload: { ...news, requestId, channelId } });

/** Edits a message where it is; one that is gone needs no edit. */
export const undoneTopic = ({ requests, guildName }: Pick<NotificationsDeps, "requests" | "guildName">): Topic => ({
  name: TOPIC,
  async compose({ translators }, { id, guildId, key: messageId, payload }) {
    const { requestId, channelId, ...told } = payload;
    const news = newsSchema.parse(told);
    const request = await requests.get(guildId, String(requestId));
    if (!request) return null;
    const around = { say: translators(news.locale).in(notificationsTexts), guildName: guildName(guildId), mark: id };
    return { to: { kind: "channel", channelId: String(channelId) }, view: undoneView(around, request, news), messageId, isEditOnly: true };
  },
});
