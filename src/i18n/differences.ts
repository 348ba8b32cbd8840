/** What a translation must have in common with the English sentence. */
import type { Texts } from "../kernel/texts.ts";
import { saidIn, type Sentence, sentencesFor } from "./sentences.ts";

/** How `language` differs from English where it must not, a line each; what is missing is not among them. */
export function differencesOf(texts: Texts, language: string): readonly string[] {
  const said = saidIn(texts, language);
  const expected = new Map(sentencesFor(texts, language).map((sentence) => [sentence.key, sentence]));
  return Object.entries(said).flatMap(([key, translation]) => {
    const sentence = expected.get(key);
    if (translation === undefined) return [];
    const problems = sentence === undefined ? ["English has no such sentence"] : [...unlike(sentence, translation), ...wronglyNamed(texts, said, sentence.english, translation)];
    return problems.map((problem) => `${texts.namespace}: ${key}: ${problem}`);
  });
}

/** What stands in a sentence whatever its language. */
const SAME: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "placeholders", pattern: /\{\{\w+\}\}/g },
  { what: "commands and examples", pattern: /`[^`]*[/#{][^`]*`/g },
  { what: "marks of commands", pattern: /`/g },
  { what: "marks of bold and italic", pattern: /\*+/g },
  { what: "lines", pattern: /\n/g },
  { what: "beginning", pattern: /^(?:### |-# |> )?(?:\p{Extended_Pictographic}\uFE0F? )?/gu },
  { what: "numbers", pattern: /\d+/g },
];

function unlike({ english, isPlural }: Sentence, translation: string): readonly string[] {
  if (translation.trim() === "") return ["it is empty"];
  return SAME.flatMap(({ what, pattern }) => {
    const [here, there] = [english, translation].map((text) => (text.match(pattern) ?? []).filter((found) => !(isPlural && isCount(found))).toSorted());
    return here?.join(" ") === there?.join(" ") ? [] : [`${what} are ${there?.join(" ") || "none"} instead of ${here?.join(" ") || "none"}`];
  });
}

/** A plural form may say "one", "a" or nothing instead of the number. */
const isCount = (found: string): boolean => found === "{{count}}" || found === "1";

/** A button that a sentence names in bold or italic is named as it is labelled, in each language. */
function wronglyNamed({ en }: Texts, said: Readonly<Record<string, string | undefined>>, english: string, translation: string): readonly string[] {
  return [...english.matchAll(/(\*+)(.+?)\1/g)].flatMap(([, marks, name]) => {
    const labels = Object.entries(en).flatMap(([key, label]) => (label === name && said[key] !== undefined ? [said[key]] : []));
    return labels.length === 0 || labels.some((label) => translation.includes(`${marks}${label}${marks}`)) ? [] : [`it names ${labels.join(" or ")} in other words`];
  });
}
