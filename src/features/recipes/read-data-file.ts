import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { parseDocument } from "yaml";
import type { z } from "zod";
import { err, ok, type Result } from "../../kernel/result.ts";
import { problemsOf, type PackProblem } from "./pack-problem.ts";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function parseYaml(text: string): Result<unknown, string> {
  const document = parseDocument(text);
  const first = document.errors[0];
  // The message goes on with a drawing of the line; its first line says all.
  if (first) return err(`This is not valid YAML: ${first.message.split("\n", 1)[0]?.replace(/:$/, "")}.`);
  try {
    return ok(document.toJS());
  } catch (error) {
    return err(`This is not valid YAML: ${messageOf(error)}.`);
  }
}

/** Why a text is no JSON, as V8 says it; null when it is. */
function jsonMistake(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

/**
 * The line of a character that must not stand where it does, the one mistake whose place V8 does not tell. The
 * shortest beginning of the text that has it ends there: any shorter one only ends too soon.
 */
function lineOfUnexpected(text: string): number {
  const hasIt = (length: number): boolean => jsonMistake(text.slice(0, length))?.startsWith("Unexpected token") ?? false;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (hasIt(middle)) high = middle;
    else low = middle + 1;
  }
  return text.slice(0, low).split("\n").length;
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const message = messageOf(error);
    const place = message.startsWith("Unexpected token") ? ` (line ${lineOfUnexpected(text)})` : "";
    // The message quotes the text around the place, line ends included.
    return err(`This cannot be read as JSON: ${message.replaceAll(/\s+/g, " ")}${place}.`);
  }
}

/** Reads a JSON or YAML file and checks its shape; what is wrong comes back as problems, in words. */
export async function readDataFile<S extends z.ZodType>(file: string, schema: S): Promise<Result<z.output<S>, PackProblem[]>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return err([{ file, path: "", problem: `This file cannot be read: ${messageOf(error)}.` }]);
  }
  const parsed = extname(file) === ".json" ? parseJson(text) : parseYaml(text);
  if (!parsed.ok) return err([{ file, path: "", problem: parsed.error }]);
  const checked = schema.safeParse(parsed.value);
  return checked.success ? ok(checked.data) : err(problemsOf(file, checked.error));
}
