import { forbiddenSigns } from "../characters/character-name.ts";
import { inline } from "../phrases.ts";
import { plain } from "../view-kit.ts";
import type { Problem } from "./problem.ts";
import { NAME_REFUSALS, PROBLEMS, type Say, SUBMIT_REFUSALS } from "./texts.ts";

/** More are counted only: a whole page of wrong lines must not crowd out the buttons. */
const SHOWN = 6;
const TYPED_LIMIT = 60;

/** A line for each problem, saying what is wrong and what to do. */
export function problemText(say: Say, problems: readonly Problem[]): string {
  const lines = problems.slice(0, SHOWN).map((problem) => say("problem.line", { sentence: sentenceOf(say, problem) }));
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [say("problem.more", { count: more })] : [])].join("\n");
}

/** What somebody typed, as part of a sentence of ours. */
export const quoted = (typed: string): string => inline(typed, TYPED_LIMIT);

/** Why a typed date is none that can be used. */
export const dateProblem = (say: Say, typed: string, why: "unreadable" | "past" | "too-far"): string =>
  say(why === "past" ? "problem.date-past" : why === "too-far" ? "problem.date-far" : "problem.bad-date", { typed: quoted(typed) });

function sentenceOf(say: Say, problem: Problem): string {
  switch (problem.kind) {
    case "unknown-material":
    case "bad-amount":
    case "named-twice":
    case "unknown-line":
    case "bad-line":
      return say(PROBLEMS[problem.kind], { line: quoted(problem.line) });
    case "bad-quantity":
      return problem.typed === "" ? say("problem.no-quantity") : say(PROBLEMS[problem.kind], { typed: quoted(problem.typed) });
    case "bad-date":
      return dateProblem(say, problem.typed, problem.why);
    case "note-too-long":
      return say(PROBLEMS[problem.kind], { length: problem.length });
    case "character-unknown":
      return say(PROBLEMS[problem.kind], { name: quoted(problem.name) });
    case "character-refused":
      return say(NAME_REFUSALS[problem.refusal], { name: quoted(problem.name), signs: plain(forbiddenSigns(problem.name).join(" ")) });
    case "submit-refused":
      return say(SUBMIT_REFUSALS[problem.refusal], { most: problem.most ?? 0 });
    case "list-too-long":
      return say(PROBLEMS[problem.kind], { lines: problem.count, fit: problem.fit });
    case "line-wrong":
      return say(PROBLEMS[problem.kind], { item: quoted(problem.item) });
    case "amounts-empty":
    case "list-empty":
    case "basket-character-gone":
    case "choice-gone":
    case "changed-meanwhile":
    case "character-missing":
    case "character-gone":
      return say(PROBLEMS[problem.kind]);
  }
}
