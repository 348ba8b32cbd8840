/** Where sentences are shown that Discord, or view-kit.ts, cuts or refuses when they are long: read from the sources of the views. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LIMITS } from "../features/view-kit.ts";
import type { TextsOf } from "./every-text.ts";

/** A command's description, an option's and a choice's name (interactions/application-commands.mdx in Discord's documentation). */
const COMMAND_TEXT = 100;
const MENU_COMMAND = 32;
const HINT = 150;

/** What makes the part, which of its arguments is a sentence, and how long that may be. */
const PLACES: readonly (readonly [maker: string, argument: number, limit: number])[] = [
  ["button", 1, LIMITS.buttonLabel],
  ["option", 0, LIMITS.optionText],
  ["modal", 1, LIMITS.modalTitle],
  ["labelled", 0, LIMITS.label],
  ["labelled", 2, LIMITS.labelDescription],
  ["slashCommand", 2, COMMAND_TEXT],
  ["described", 1, COMMAND_TEXT],
  ["choice", 1, COMMAND_TEXT],
  ["menuCommand", 2, MENU_COMMAND],
];
/** The same for what stands in an object. */
const PROPERTIES: readonly (readonly [property: string, limit: number])[] = [
  ["label", LIMITS.optionText],
  ["description", LIMITS.optionText],
  ["hint", HINT],
];

/** Sentences of a room that are too long in `language` for a place where they are shown, a line each. A placeholder counts as five characters: what is longer is cut there, and says so. */
export function tooLong({ folder, texts }: TextsOf, language: string): readonly string[] {
  const said = language === "en" ? texts.en : (texts.others[language] ?? {});
  const source = sourcesOf(folder);
  const limits = limitsIn(source);
  return Object.entries(said).flatMap(([key, sentence]) => {
    const limit = Math.min(...limits.filter(({ pattern, isTemplate }) => pattern.test(key) && !(isTemplate && source.includes(`"${key}"`))).map((found) => found.limit));
    const length = (sentence ?? "").replaceAll(/\{\{\w+\}\}/g, "12345").length;
    return length > limit ? [`${texts.namespace}: ${key}: ${length} of ${limit} characters: ${sentence}`] : [];
  });
}

const sourcesOf = (folder: string): string =>
  globSync("*.ts", { cwd: folder })
    .filter((file) => file !== "texts.ts" && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");

interface Found {
  /** The keys that it is about: one with its plural forms, or all that a template can give. */
  readonly pattern: RegExp;
  /** Its pattern fits more keys than it gives. Those that are named by themselves elsewhere are not among them. */
  readonly isTemplate: boolean;
}

function limitsIn(source: string): readonly (Found & { readonly limit: number })[] {
  const found = (before: string, argument: number, limit: number) =>
    [...source.matchAll(new RegExp(before, "g"))].flatMap(({ 0: match, index }) => keysIn(argumentsAt(source, index + match.length)[argument] ?? "").map((keys) => ({ ...keys, limit })));
  return [...PLACES.flatMap(([maker, argument, limit]) => found(`\\b${maker}(?:<[^>]*>)?\\(`, argument, limit)), ...PROPERTIES.flatMap(([property, limit]) => found(`\\b${property}: `, 0, limit))];
}

/** The strings and templates of an expression, as patterns of keys. What is no key fits none. */
const keysIn = (expression: string): readonly Found[] =>
  [...expression.matchAll(/"([^"]+)"|`([^`]+)`/g)].map(([, plain, template]) => {
    const parts = (plain ?? template ?? "").split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    return { pattern: new RegExp(`^${parts.join("[^.]+")}(?:_(?:zero|one|two|few|many|other))?$`), isTemplate: plain === undefined };
  });

/** The arguments of a call whose first begins at `from`. */
function argumentsAt(source: string, from: number): readonly string[] {
  const found = [""];
  let depth = 0;
  for (const sign of source.slice(from)) {
    if ("([{".includes(sign)) depth += 1;
    if (")]}".includes(sign)) depth -= 1;
    if (depth < 0) break;
    if (sign === "," && depth === 0) found.push("");
    else found[found.length - 1] += sign;
  }
  return found;
}
