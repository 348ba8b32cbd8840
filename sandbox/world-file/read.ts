import { LineCounter, type Document, parseDocument } from "yaml";
import type { z } from "zod";
import { lineOf } from "./line-of.ts";
import { findMisfits, type Misfit } from "./misfits.ts";
import { mentionsSchema } from "./mentions.ts";
import { sentenceOf } from "./sentences.ts";
import { type WorldFile, worldFileSchema } from "./schema.ts";

/** A world file is not one; `problems` are sentences with their lines. */
export class WorldFileError extends Error {
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super(`${file} cannot be used:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.name = "WorldFileError";
    this.problems = problems;
  }
}

/** The world in a YAML text. `file` is how problems call it. @throws WorldFileError with every problem and its line */
export function readWorldFile(text: string, file: string): WorldFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) throw new WorldFileError(file, document.errors.map(({ message }) => message.split("\n")[0] ?? message));
  const content = contentOf(document, file);
  const parsed = worldFileSchema.safeParse(content, { reportInput: true });
  const misfits = [...(parsed.error?.issues.flatMap(misfitsOf) ?? []), ...findMisfits(mentionsSchema.parse(content))];
  if (misfits.length > 0 || !parsed.success) {
    const told = misfits.map(({ path, problem }) => ({ line: lineOf(document, lines, path), sentence: `${path.join(".") || "the file"}: ${problem}` }));
    throw new WorldFileError(file, told.toSorted((first, second) => first.line - second.line).map(({ line, sentence }) => `line ${line}: ${sentence}`));
  }
  return parsed.data;
}

/** An alias without its anchor is found only here. */
function contentOf(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new WorldFileError(file, [error instanceof Error ? error.message : String(error)]);
  }
}

function misfitsOf(issue: z.core.$ZodIssue): readonly Misfit[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: [...issue.path, key], problem: "there is no such entry; check its spelling" }));
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ path: issue.path, problem: sentenceOf(issue) }];
  // Of a channel and a category, what fits best tells what is wrong: a channel, where both fit as badly.
  const perKind = issue.errors.map((inner) => inner.flatMap((each) => misfitsOf({ ...each, path: [...issue.path, ...each.path] })));
  return perKind.toReversed().toSorted((first, second) => first.length - second.length)[0] ?? [];
}
