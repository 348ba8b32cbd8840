import { LineCounter, parseDocument } from "yaml";
import type { LimitSettings } from "../limits/observed.ts";
import { limitSettingsSchema, withObserved } from "../limits/settings.ts";
import { lineOf } from "../world-file/line-of.ts";
import { sentenceOf } from "../world-file/sentences.ts";
import { CommandLineError } from "./command-line-error.ts";

/** The rate limits in a YAML or JSON text, the observed ones where it says nothing. `file` is how problems call it. @throws CommandLineError with every problem and its line */
export function readLimits(text: string, file: string): LimitSettings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [torn] = document.errors;
  if (torn) throw new CommandLineError(`${file} is neither YAML nor JSON: ${torn.message.split("\n")[0] ?? torn.message}`);
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    throw new CommandLineError(`${file} is neither YAML nor JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = limitSettingsSchema.safeParse(content, { reportInput: true });
  if (result.success) return withObserved(result.data);
  const problems = result.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: "there is no such entry; check its spelling" }))
      : [{ path: issue.path, message: sentenceOf(issue) }],
  );
  throw new CommandLineError(`${file} cannot be used:\n${problems.map(({ path, message }) => `  line ${lineOf(document, lines, path)}: ${path.join(".") || "the file"}: ${message}`).join("\n")}`);
}
