import type { Db } from "../database/schema.ts";
import type { Arrival, Delivery, DeliveryFailure, OutboxMessage, Topic } from "../features/contract.ts";
import type { Translators } from "../kernel/texts.ts";
import type { Claimed } from "./claim.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { DeliveryRefused, type Sender, TryLater } from "./sender-port.ts";
import type { Showing, Shown } from "./shown.ts";

/** How an attempt ended. */
export type Outcome =
  | ({ readonly kind: "arrived" } & Arrival)
  | { readonly kind: "nothing-to-tell" }
  /** `channelId`: where it was to go; null when it came to no channel. */
  | { readonly kind: "refused"; readonly channelId: string | null; readonly failure: DeliveryFailure; readonly cause: unknown }
  /** `retryAfterMs`: what Discord asked for. `isMaybeSent`: Discord may have taken it all the same. */
  | { readonly kind: "failed"; readonly channelId: string | null; readonly isMaybeSent: boolean; readonly retryAfterMs: number | null; readonly cause: unknown };

/**
 * How long after a first sending Discord surely still knows its nonce: documented as "the past few
 * minutes" (resources/message.mdx in Discord's documentation).
 */
const NONCE_HOLDS_MS = 2 * 60_000;
/** How far our clock and Discord's may be apart. */
const CLOCKS_APART_MS = 60_000;

/** A topic's view cannot be found again after a crash: a mistake in the topic. */
class MarkMissing extends Error {
  constructor(topic: string) {
    super(`no custom id in the view of topic "${topic}" contains the message's id`);
    this.name = "MarkMissing";
  }
}

export interface AttemptTools {
  readonly sender: Sender;
  readonly db: Db;
  readonly translators: Translators;
  readonly now: number;
  readonly shown: Shown;
  /** Whether this guild's messages are left alone when an edit would show the same again. */
  readonly skipsUnchanged: (guildId: string) => Promise<boolean>;
  readonly telemetry: Telemetry;
}

/** Tries to bring one message to Discord, once; never twice what an earlier attempt has brought. Does not throw. */
export async function attempt(tools: AttemptTools, topic: Topic, claimed: Claimed): Promise<Outcome> {
  const { sender } = tools;
  const { message, maybeSentAt } = claimed;
  const way: Way = { channelId: null, isSending: false };
  try {
    const delivery = await topic.compose({ ...tools, mayHaveArrived: maybeSentAt !== null }, message);
    if (!delivery) return { kind: "nothing-to-tell" };
    if (!carriesMark(delivery, message)) throw new MarkMissing(topic.name);
    const { to } = delivery;
    if (to.kind === "thread") return await bring(tools, claimed, delivery, way, await sender.openThread(message.guildId, to));
    if (to.kind === "channel") return await bring(tools, claimed, delivery, way, to.channelId);
    try {
      return await bring(tools, claimed, delivery, way, await sender.openDirectMessage(message.guildId, to.userId));
    } catch (cause) {
      if (!(cause instanceof DeliveryRefused) || cause.reason !== "closed-dm") throw cause;
      way.isSending = false;
      return await bring(tools, claimed, delivery, way, await sender.openInsteadOfDirect(message.guildId, to.userId));
    }
  } catch (cause) {
    const { channelId } = way;
    if (cause instanceof DeliveryRefused) return { kind: "refused", channelId, failure: cause.reason, cause };
    if (cause instanceof MarkMissing) return { kind: "refused", channelId, failure: "rejected", cause };
    if (cause instanceof TryLater) return { kind: "failed", channelId, isMaybeSent: false, retryAfterMs: cause.retryAfterMs, cause };
    return { kind: "failed", channelId, isMaybeSent: way.isSending, retryAfterMs: null, cause };
  }
}

/** How far an attempt has come. */
interface Way {
  channelId: string | null;
  isSending: boolean;
}

/** Brings it into one channel. @throws what the sender threw */
async function bring(tools: AttemptTools, { message, maybeSentAt }: Claimed, delivery: Delivery, way: Way, channelId: string): Promise<Outcome> {
  const { sender, now, shown } = tools;
  const { to, view, messageId, isEditOnly = false } = delivery;
  way.channelId = channelId;
  if (messageId !== undefined) {
    const showing = { channelId, messageId, view, mark: message.id };
    if (await isShown(tools, message, delivery, showing)) return { kind: "arrived", channelId, messageId, to };
    if ((await shown.during(showing, () => sender.edit(channelId, messageId, view))) === "edited") return { kind: "arrived", channelId, messageId, to };
  }
  if (isEditOnly) return { kind: "nothing-to-tell" };

  if (maybeSentAt !== null && now - maybeSentAt >= NONCE_HOLDS_MS) {
    const found = await sender.findByMark(channelId, message.id, maybeSentAt - CLOCKS_APART_MS);
    if (found !== null) return { kind: "arrived", channelId, messageId: found, to };
  }
  way.isSending = true;
  const sentId = await sender.send(channelId, view, message.id);
  // Where an earlier attempt may have brought it, Discord gives that one, which may show something else.
  if (maybeSentAt === null) shown.remember({ channelId, messageId: sentId, view, mark: message.id });
  return { kind: "arrived", channelId, messageId: sentId, to };
}

/** Whether the edit can be left out. */
async function isShown({ shown, skipsUnchanged, telemetry }: AttemptTools, { guildId, topic }: OutboxMessage, { isAskedFor = false }: Delivery, showing: Showing): Promise<boolean> {
  if (isAskedFor || !shown.has(showing) || !(await skipsUnchanged(guildId))) return false;
  telemetry.count("editSkipped", { topic }, 1, guildId);
  return true;
}

/** Discord keeps custom ids as they are, wherever in a message they stand. */
function carriesMark({ view }: Delivery, message: OutboxMessage): boolean {
  const holdsMark = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(holdsMark);
    if (typeof value !== "object" || value === null) return false;
    return Object.entries(value).some(([key, entry]) => (key === "custom_id" ? typeof entry === "string" && entry.includes(message.id) : holdsMark(entry)));
  };
  return holdsMark(view.components);
}
