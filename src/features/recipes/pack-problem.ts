import type { z } from "zod";

/** What is wrong with a pack: in which file, where in it (`recipes[12].materials[0].quantity`; empty: all of it), and a sentence. */
export interface PackProblem {
  readonly file: string;
  readonly path: string;
  readonly problem: string;
}

/** Writes a path as a person would: `recipes[12].name`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");

/** One problem a place: a value that breaks several rules is told once. */
export function problemsOf(file: string, error: z.ZodError): PackProblem[] {
  const byPath = new Map<string, PackProblem>();
  for (const { path, message } of error.issues) {
    const text = pathText(path);
    if (!byPath.has(text)) byPath.set(text, { file, path: text, problem: message });
  }
  return [...byPath.values()];
}

/** One line for a log or a terminal. */
export const problemLine = ({ file, path, problem }: PackProblem): string => `${file}${path === "" ? "" : ` at ${path}`}: ${problem}`;
