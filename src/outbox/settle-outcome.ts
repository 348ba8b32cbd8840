import type { DeliveryFailure, InTransaction, Topic } from "../features/contract.ts";
import type { Log } from "../telemetry/log.ts";
import type { Outcome } from "./attempt.ts";
import { MAX_ATTEMPTS, pauseMs } from "./back-off.ts";
import type { Claimed } from "./claim.ts";
import { bury, putBack, remove } from "./settle.ts";

export interface SettleTools {
  readonly inTransaction: InTransaction;
  readonly random: () => number;
  readonly log: Log;
}

/** Writes down how an attempt ended, and tells the topic in the same transaction. */
export async function settle(tools: SettleTools, topic: Topic, claimed: Claimed, outcome: Outcome): Promise<void> {
  const { inTransaction } = tools;
  switch (outcome.kind) {
    case "arrived": {
      const { kind: _, ...arrival } = outcome;
      return inTransaction(async (tx) => {
        if (await remove(tx.db, claimed)) await topic.delivered?.(tx, claimed.message, arrival);
      });
    }
    case "nothing-to-tell":
      return inTransaction(async (tx) => void (await remove(tx.db, claimed)));
    case "refused":
      return giveUp(tools, topic, claimed, outcome);
    case "failed":
      return outcome.retryAfterMs === null && claimed.attempts >= MAX_ATTEMPTS ? giveUp(tools, topic, claimed, { ...outcome, failure: "too-many-attempts" }) : tryAgain(tools, claimed, outcome);
  }
}

/** Why a message is given up. */
interface LastAttempt {
  /** Where it was to go; null when it came to no channel, or nobody knows. */
  readonly channelId: string | null;
  readonly failure: DeliveryFailure;
  readonly cause: unknown;
}

/** Keeps a message as a dead letter, and tells its topic in the same transaction. */
export async function giveUp({ inTransaction, log }: SettleTools, topic: Topic, claimed: Claimed, last: LastAttempt): Promise<void> {
  const { message, attempts } = claimed;
  const { channelId, failure, cause } = last;
  await inTransaction(async (tx) => {
    if (await bury(tx.db, claimed, failure, inWords(cause), tx.now)) await topic.failed?.(tx, message, failure, channelId);
  });
  log.warn({ err: cause, topic: topic.name, id: message.id, key: message.key, guildId: message.guildId, failure, attempts }, "A message was given up");
}

async function tryAgain({ inTransaction, random, log }: SettleTools, claimed: Claimed, { isMaybeSent, retryAfterMs, cause }: Extract<Outcome, { kind: "failed" }>): Promise<void> {
  const { message, attempts } = claimed;
  const waitMs = retryAfterMs ?? pauseMs(attempts, random);
  await inTransaction((tx) => putBack(tx.db, claimed, { notBefore: tx.now + waitMs, isMaybeSent, isCounted: retryAfterMs === null, detail: inWords(cause) }));
  log.info({ err: cause, topic: message.topic, id: message.id, attempts, waitMs }, "A message is to be tried again");
}

const inWords = (cause: unknown): string => (cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
