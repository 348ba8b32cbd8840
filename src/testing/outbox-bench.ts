import type { DataStore } from "../database/store.ts";
import type { NewOutboxMessage, Subscription, Topic } from "../features/contract.ts";
import { transactions } from "../features/transactions.ts";
import { button, card, row, text } from "../features/view-kit.ts";
import { createTranslators } from "../i18n/translators.ts";
import { createIds } from "../kernel/id.ts";
import type { Texts } from "../kernel/texts.ts";
import { createDispatcher, type Dispatcher, type DispatcherDeps } from "../outbox/dispatcher.ts";
import { createOutbox, type WatchedOutbox } from "../outbox/outbox.ts";
import { createLog } from "../telemetry/log.ts";
import { GUILD } from "./call.ts";
import { DiscordLikeSender } from "./discord-like-sender.ts";

/** A clock that a test moves. */
export class TestClock {
  at = 1_800_000_000_000;
  now(): number {
    return this.at;
  }
}

export const SILENT = createLog("silent");

/** An outbox, a Discord of the test's own, and dispatchers between the two. */
export interface OutboxBench {
  readonly clock: TestClock;
  readonly sender: DiscordLikeSender;
  readonly outbox: WatchedOutbox;
  /** Adds a message of topic `note` to {@link GUILD} in a transaction of its own. */
  add(message: Partial<NewOutboxMessage> & { readonly key: string }): Promise<void>;
  dispatcher(given?: Partial<DispatcherDeps>): Dispatcher;
}

/** A topic that tells `payload.text` to the person `payload.to`, or to the channel of that name. */
export const noteTopic: Topic = {
  name: "note",
  compose: (_, { id, payload }) => {
    const to = String(payload["to"] ?? "1");
    const view = card(0, text(String(payload["text"] ?? "a note")), row(button("secondary", "Details", `note.1:${id}`)));
    return Promise.resolve({ to: /^\d+$/.test(to) ? { kind: "dm", userId: to } : { kind: "channel", channelId: to }, view });
  },
};

export async function outboxBench(store: DataStore, topics: readonly Topic[] = [noteTopic], texts: readonly Texts[] = [], subscriptions: readonly Subscription[] = []): Promise<OutboxBench> {
  const clock = new TestClock();
  const sender = new DiscordLikeSender(clock);
  const outbox = createOutbox(createIds(clock));
  const inTransaction = transactions(store, clock, subscriptions);
  const translators = await createTranslators(texts);
  return {
    clock,
    sender,
    outbox,
    add: (message) => inTransaction((tx) => outbox.add(tx, { guildId: GUILD, topic: "note", ...message })),
    dispatcher: (given = {}) => createDispatcher({ store, inTransaction, topics, sender, clock, translators, log: SILENT, random: () => 0.5, ...given }),
  };
}
