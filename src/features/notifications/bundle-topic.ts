import type { DeliveryFailure, Outbox, Topic, Transaction, View } from "../contract.ts";
import type { Translators } from "../../kernel/texts.ts";
import { type BundledNews, listBundle, markSent, removeBundle, type SentBundle } from "./bundle-store.ts";
import { type BundleKind, bundleView, type Entry } from "./bundle-view.ts";
import type { NotificationsDeps } from "./notifications-deps.ts";
import { notificationView, undoneView } from "./notification-view.ts";
import { isStillNews, TOPIC, UNREACHABLE } from "./telling.ts";
import { notificationsTexts } from "./texts.ts";

const EDIT_TOPIC = "notification-bundle-undone";

/** Puts a bundle into the outbox, to be told at `dueAt`. */
export const sendBundle = (outbox: Outbox, tx: Transaction, guildId: string, to: { readonly userId: string; readonly locale: string }, bundleKey: string, kind: BundleKind, dueAt: number): Promise<void> =>
  outbox.add(tx, { guildId, topic: TOPIC, key: to.userId, payload: { bundleKey, kind, to: to.userId, locale: to.locale }, dueAt });

/** Has a bundle that was sent show what of it was taken back. */
export const tellUndoneIn = (outbox: Outbox, tx: Transaction, guildId: string, { bundleKey, channelId, messageId }: SentBundle & { readonly bundleKey: string }): Promise<void> =>
  outbox.add(tx, { guildId, topic: EDIT_TOPIC, key: messageId, payload: { bundleKey, channelId }, coalesce: true });

/** What the topic of notifications does with several that are told at once, and the topic that edits them. */
export function bundleTopics(deps: NotificationsDeps): { readonly bundle: Omit<Topic, "name">; readonly edit: Topic } {
  const { requests, guildName, hold, wasUndone, keepUnseen, outbox } = deps;

  async function entriesOf({ db, now }: Pick<Transaction, "db" | "now">, guildId: string, all: readonly BundledNews[]): Promise<readonly Entry[]> {
    const entries = await Promise.all(
      all.map(async ({ requestId, news }): Promise<Entry | null> => {
        const request = await requests.get(guildId, requestId);
        return request && isStillNews(request, news, now) ? { request, news, isUndone: news.version > 0 && (await wasUndone(db, guildId, requestId, news.version)) } : null;
      }),
    );
    return entries.filter((entry) => entry !== null);
  }

  function viewOf(translators: Translators, guildId: string, mark: string, kind: BundleKind, entries: readonly Entry[]): View | null {
    const [only, ...more] = entries;
    if (!only) return null;
    const around = { say: translators(only.news.locale).in(notificationsTexts), guildName: guildName(guildId), mark };
    if (more.length === 0) return (only.isUndone ? undoneView : notificationView)(around, only.request, only.news);
    return bundleView(around, guildId, kind, entries);
  }

  const bundle: Omit<Topic, "name"> = {
    async compose({ db, translators, now, mayHaveArrived }, { id, guildId, payload }) {
      const entries = await entriesOf({ db, now }, guildId, await listBundle(db, guildId, String(payload["bundleKey"])));
      // One that may have arrived is found again, and then says so.
      const told = mayHaveArrived ? entries : entries.filter(({ isUndone }) => !isUndone);
      const view = viewOf(translators, guildId, id, kindOf(payload["kind"]), told);
      return view && { to: { kind: "dm", userId: String(payload["to"]) }, view };
    },
    async delivered(tx, { guildId, payload }, sent) {
      const bundleKey = String(payload["bundleKey"]);
      const all = await listBundle(tx.db, guildId, bundleKey);
      // As with a single one; in the order in which everybody takes several requests.
      for (const requestId of new Set(all.map((one) => one.requestId).toSorted())) await hold(tx, guildId, requestId);
      await markSent(tx.db, guildId, bundleKey, sent, tx.now);
      // Some of it was taken back while the message was on its way.
      const entries = await entriesOf(tx, guildId, all);
      if (entries.some(({ isUndone }) => isUndone)) await tellUndoneIn(outbox, tx, guildId, { bundleKey, ...sent });
    },
    async failed(tx, { guildId, payload }, failure: DeliveryFailure) {
      const bundleKey = String(payload["bundleKey"]);
      if (UNREACHABLE.has(failure)) {
        for (const { request } of await entriesOf(tx, guildId, await listBundle(tx.db, guildId, bundleKey))) await keepUnseen(tx, guildId, String(payload["to"]), request.number);
      }
      await removeBundle(tx.db, guildId, bundleKey);
    },
  };

  const edit: Topic = {
    name: EDIT_TOPIC,
    async compose({ db, translators, now }, { id, guildId, key: messageId, payload }) {
      const entries = await entriesOf({ db, now }, guildId, await listBundle(db, guildId, String(payload["bundleKey"])));
      const view = viewOf(translators, guildId, id, "together", entries);
      return view && { to: { kind: "channel", channelId: String(payload["channelId"]) }, view, messageId, isEditOnly: true };
    },
  };
  return { bundle, edit };
}

const kindOf = (word: unknown): BundleKind => (word === "quiet" || word === "digest" ? word : "together");
