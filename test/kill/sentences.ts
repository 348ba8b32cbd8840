/** What the bot's sentences acknowledge. Read by its own texts, so that a better wording breaks nothing here. */
import { newRequestTexts } from "../../src/features/new-request/texts.ts";
import { queueTexts } from "../../src/features/queue/texts.ts";
import type { RequestActionKind } from "../../src/features/requests/request.ts";
import { requestsTexts } from "../../src/features/requests/texts.ts";

/** A sentence with `{{name}}` in it, as a pattern with groups of these names. */
function patternOf(sentence: string): RegExp {
  const seen = new Set<string>();
  const parts = sentence.split(/\{\{(\w+)\}\}/).map((part, index) => {
    if (index % 2 === 0) return part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    if (seen.has(part)) return ".+?";
    seen.add(part);
    return `(?<${part}>.+?)`;
  });
  return new RegExp(`^${parts.join("")}$`, "m");
}

const SENT = [patternOf(newRequestTexts.en["sent.heading"]), patternOf(newRequestTexts.en["sent.already-heading"])];

/** The number that a summary gives a request; null when it is something else. */
export function numberSent(words: string): number | null {
  for (const pattern of SENT) {
    const number = pattern.exec(words)?.groups?.["number"];
    if (number !== undefined) return Number(number);
  }
  return null;
}

export interface Done {
  readonly action: RequestActionKind;
  readonly count: number | null;
}

const { en } = requestsTexts;
const DONE: readonly (readonly [RequestActionKind, RegExp])[] = [
  ["claim", patternOf(en["done.claim"])],
  ["start", patternOf(en["done.start"])],
  ["complete", patternOf(en["done.complete-all"])],
  ["complete", patternOf(en["done.complete"])],
  ["release", patternOf(en["done.release"])],
  ["assign", patternOf(en["done.assign"])],
  ["cancel", patternOf(en["done.cancel"])],
  ["deny", patternOf(en["done.deny"])],
  ["reopen", patternOf(en["done.reopen"])],
];

/** What a request's details say was done just now; null when nothing was. */
export function doneIn(words: string): Done | null {
  // It is told above all else, where no text of a person can stand.
  const [first = ""] = words.split("\n");
  for (const [action, pattern] of DONE) {
    const found = pattern.exec(first);
    if (found) return { action, count: found.groups?.["count"] === undefined ? null : Number(found.groups["count"]) };
  }
  return null;
}

const QUEUE_ACTIONS = ["claim", "start", "complete", "release"] as const;
const DONE_IN_QUEUE = QUEUE_ACTIONS.map((action) => ({
  action,
  one: patternOf(queueTexts.en[`did.${action}`].replace("{{request}}", queueTexts.en.subject)),
  many: patternOf(queueTexts.en[`did-many.${action}`]),
}));

/** What the queue says was done, to the requests of which numbers; many are told in one line. */
export const doneInQueue = (words: string): readonly { readonly action: (typeof QUEUE_ACTIONS)[number]; readonly number: number }[] =>
  words.split("\n").flatMap((line) =>
    DONE_IN_QUEUE.flatMap(({ action, one, many }) => {
      const single = one.exec(line)?.groups?.["number"];
      const several = many.exec(line)?.groups?.["numbers"]?.split(", ").map((number) => number.replace("#", "")) ?? [];
      return [...(single === undefined ? [] : [single]), ...several].map((number) => ({ action, number: Number(number) }));
    }),
  );

/** The numbers that the queue says were claimed. */
export const claimedIn = (words: string): readonly number[] => doneInQueue(words).flatMap(({ action, number }) => (action === "claim" ? [number] : []));
