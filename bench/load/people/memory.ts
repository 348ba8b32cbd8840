import type { APIMessage } from "discord-api-types/v10";
import { textOf } from "../../../sandbox/driver.ts";
import type { Ledger } from "../../../test/kill/ledger.ts";
import type { Chance } from "../../../test/kill/random.ts";
import { doneInQueue, numberSent } from "../../../test/kill/sentences.ts";

/** What a person brings along, and where what they are told is written down. */
export interface Memory {
  readonly personId: string;
  readonly guildId: string;
  readonly chance: Chance;
  readonly ledger: Ledger;
  /** A text that nobody else writes. */
  newNote(): string;
}

/** Writes down what a summary says was sent; true when it says so. */
export function noteSubmission({ personId, ledger }: Memory, note: string, message: APIMessage | null): boolean {
  const number = message ? numberSent(textOf(message)) : null;
  const { requestId } = ledger.look(message);
  if (number === null || requestId === null) return false;
  ledger.submissions.push({ note, personId, number, requestId });
  return true;
}

/** Writes down what the queue says was done; gives how many. */
export function noteInQueue({ personId, ledger }: Memory, message: APIMessage | null): number {
  if (!message) return 0;
  const words = textOf(message);
  const done = doneInQueue(words);
  for (const { action, number } of done) ledger.actions.push({ personId, action, request: { number }, count: null, drawn: null, version: null, words });
  return done.length;
}
