import type { z } from "zod";
import { nearest } from "./nearest.ts";

/** So many choices are told one by one. */
const FEW = 10;

const EXPECTED: Readonly<Record<string, string>> = { array: "a list", object: "entries with their names", string: "a text", number: "a number", int: "a whole number", boolean: "true or false" };

/** What is wrong with a value, for people who write files and do not know the schema's library. Needs issues that report their input. */
export function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return typeSentence(EXPECTED[issue.expected] ?? issue.expected, issue.input);
    case "too_small":
      return boundSentence(issue.origin, Number(issue.minimum), "at least");
    case "too_big":
      return boundSentence(issue.origin, Number(issue.maximum), "at most");
    case "invalid_value":
      return choiceSentence(issue.values.map(String), issue.input);
    case "invalid_key":
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}

function typeSentence(expected: string, input: unknown): string {
  if (input === undefined) return `is missing; it must be ${expected}`;
  if (input === null) return `is empty; it must be ${expected}`;
  // It is not shown: a long id has lost its last digits by now.
  if (expected === EXPECTED["string"] && typeof input !== "object") return "must be a text: put it in quotes";
  return `must be ${expected}, not ${shown(input)}`;
}

function boundSentence(origin: string, bound: number, how: "at least" | "at most"): string {
  if (origin === "array") return `must have ${how} ${bound} ${bound === 1 ? "entry" : "entries"}`;
  if (origin === "string") return `must have ${how} ${bound} ${bound === 1 ? "character" : "characters"}`;
  return `must be ${how} ${bound}`;
}

function choiceSentence(choices: readonly string[], input: unknown): string {
  if (input === undefined) return `is missing; it must be one of: ${choices.join(", ")}`;
  const unknown = `there is no ${shown(input)} here`;
  if (choices.length <= FEW) return `${unknown}; there are: ${choices.join(", ")}`;
  const near = typeof input === "string" ? nearest(input, choices) : [];
  return near.length > 0 ? `${unknown}; did you mean ${near.join(" or ")}?` : `${unknown}; world-file/world.schema.json lists all ${choices.length}`;
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object" && input !== null) return "entries with their names";
  return typeof input === "string" ? `"${input}"` : String(input);
}
