import { type DeliveryFailure, type Feature, type Outbox, subscribe, type Topic, type Transaction } from "../contract.ts";
import type { RequestReads } from "../requests/request-port.ts";
import { isActive } from "../requests/request.ts";
import { type News, newsOf, newsSchema } from "./news.ts";
import { newsOfLeaseEnding, newsOfNeededSoon, newsOfSomebodyHere } from "./notices.ts";
import type { KeepUnseen } from "../surfaces/surface-port.ts";
import { notificationView, undoneView } from "./notification-view.ts";
import { newsOfEndedPledges, newsOfPledges } from "./pledge-news.ts";
import { notificationsMigrations } from "./tables.ts";
import { notificationsTexts } from "./texts.ts";
import { listTold, rememberTold } from "./told-store.ts";
import { type UndoneDeps, tellUndone, undoneTopic } from "./undone-topic.ts";

export interface NotificationsDeps extends UndoneDeps {
  readonly outbox: Outbox;
  readonly requests: Pick<RequestReads, "get">;
  /** A guild's name as Discord has it; null when it is not known now. */
  readonly guildName: (guildId: string) => string | null;
  /** Keeps everybody from acting on a request before the transaction ends. */
  readonly hold: (tx: Transaction, guildId: string, requestId: string) => Promise<unknown>;
  /** Whether the action that led to this version of a request was taken back. */
  readonly wasUndone: (db: Transaction["db"], guildId: string, requestId: string, version: number) => Promise<boolean>;
  readonly keepUnseen: KeepUnseen;
}

const TOPIC = "notification";

/** The person takes no direct messages, and is in no thread, or in one that is gone. */
const UNREACHABLE: ReadonlySet<DeliveryFailure> = new Set(["closed-dm", "no-access", "gone"]);

/** How long a message of pledges waits for more of them. */
const PLEDGES_AFTER_MS = 60_000;

/** To one person, what concerns one request is told in order; `apart` for what is not part of that story. */
const messageOf = (guildId: string, requestId: string, news: News, apart = "") => ({ guildId, topic: TOPIC, key: `${requestId}.${news.to}${apart}`, payload: { ...news, requestId } });

/**
 * Tells people by direct message what others did to their requests and claims. To one person, what
 * concerns one request comes in order. Who takes no direct messages and sees no thread is told at their next command.
 * What is taken back before it is told is not told; a message that told it says so afterwards.
 */
export function notificationsFeature(deps: NotificationsDeps): Feature {
  const { outbox, requests, guildName, hold, wasUndone, keepUnseen } = deps;
  const topic: Topic = {
    name: TOPIC,
    async compose({ db, translators, mayHaveArrived }, { id, guildId, payload }) {
      const { requestId, ...told } = payload;
      const news = newsSchema.parse(told);
      const request = await requests.get(guildId, String(requestId));
      if (!request) return null;
      // How the materials stand matters as long as they are needed.
      if (news.kind === "pledges-changed" && !isActive(request)) return null;
      const isUndone = news.version > 0 && (await wasUndone(db, guildId, request.id, news.version));
      // One that may have arrived is found again, and then says so.
      if (isUndone && !mayHaveArrived) return null;
      const around = { say: translators(news.locale).in(notificationsTexts), guildName: guildName(guildId), mark: id };
      return { to: { kind: "dm", userId: news.to }, view: (isUndone ? undoneView : notificationView)(around, request, news) };
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
  const tell = async (tx: Transaction, guildId: string, requestId: string, all: readonly News[]): Promise<void> => {
    for (const news of all) await outbox.add(tx, messageOf(guildId, requestId, news));
  };
  return {
    name: "notifications",
    texts: notificationsTexts,
    topics: [topic, undoneTopic(deps)],
    migrations: notificationsMigrations,
    subscriptions: [
      subscribe("request.changed", async (tx, event) => {
        const { guildId, request, undone } = event;
        if (undone) for (const told of await listTold(tx.db, guildId, request.id, undone.version)) await tellUndone(outbox, tx, guildId, told);
        await tell(tx, guildId, request.id, newsOf(event));
      }),
      subscribe("request.lease-ending", (tx, notice) => tell(tx, notice.guildId, notice.request.id, newsOfLeaseEnding(notice))),
      subscribe("request.needed-soon", (tx, notice) => tell(tx, notice.guildId, notice.request.id, newsOfNeededSoon(notice))),
      // However many pledges there are in a minute, it is one message, which says how it stands then.
      subscribe("pledges.changed", async (tx, event) => {
        const { guildId, request } = event;
        for (const news of newsOfPledges(event)) await outbox.add(tx, { ...messageOf(guildId, request.id, news, `.${news.kind}`), dueAt: tx.now + PLEDGES_AFTER_MS, coalesce: true });
      }),
      subscribe("pledges.ended", (tx, event) => tell(tx, event.guildId, event.request.id, newsOfEndedPledges(event))),
      subscribe("request.somebody-here", (tx, notice) => tell(tx, notice.guildId, notice.request.id, newsOfSomebodyHere(notice))),
    ],
  };
}
