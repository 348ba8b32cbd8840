import { ActionRefused, type Driver, type FieldValue, type OpenModal, type Outcome } from "../../sandbox/driver.ts";
import { CHANNELS } from "../../sandbox/index.ts";
import type { Ledger } from "./ledger.ts";
import type { Chance } from "./random.ts";

/** A person at their page, and what they do when nothing answers. */
export interface Hands {
  readonly driver: Driver;
  readonly chance: Chance;
  readonly ledger: Ledger;
  /** The channel where they type commands. */
  readonly channelId: string;
  /** Puts a form back that was sent, as a client does that believes it was not. */
  reopen(form: OpenModal): void;
}

export const WORKPLACE = CHANNELS.general;
const TRIES = 3;
const BOT_ABSENT_MS = 60_000;

/** Does it, and again when it got no answer, until the person loses patience. Null: no answer, or Discord's client refused. */
export async function insist(hands: Hands, send: () => Promise<Outcome>): Promise<Outcome | null> {
  const { driver, chance, ledger } = hands;
  for (let tries = 0; tries < TRIES; tries++) {
    await driver.waitForBot([], BOT_ABSENT_MS);
    const outcome = await answered(send);
    if (outcome === "refused") return null;
    if (outcome) {
      ledger.look(outcome.message);
      return outcome;
    }
    ledger.unanswered += 1;
    if (chance.happens(0.2)) return null;
  }
  return null;
}

/** Null when the bot did not answer, or said "later" and died. */
export async function answered(send: () => Promise<Outcome>): Promise<Outcome | "refused" | null> {
  try {
    const outcome = await send();
    return outcome.state === "answered" ? outcome : null;
  } catch (cause) {
    if (cause instanceof ActionRefused) return "refused";
    if (!(cause instanceof Error)) throw cause;
    // A card changed under the finger.
    if (cause.message.startsWith("The message has no ")) return "refused";
    // The page shows "thinking…" for ever.
    if (cause.message.startsWith("Waited ")) return null;
    throw cause;
  }
}

/** Sends a form, as {@link insist} does; a form that got no answer stays open. */
export const insistOnForm = (hands: Hands, form: OpenModal, fields: Readonly<Record<string, FieldValue>>): Promise<Outcome | null> =>
  insist(hands, () => hands.driver.submit(form, fields));
