/** Amounts of materials as people type them: `Large Brilliant Shard: 12`, one line each, in totals. */
import { err, ok, type Result } from "./result.ts";
import { wholeNumber } from "./typed-number.ts";
import { fold } from "./fold.ts";

/** How many of one material are meant. */
export interface Amount {
  readonly name: string;
  readonly amount: number;
}

/** What is wrong with one line; `line` is as it was typed. */
export interface AmountProblem {
  readonly kind: "unknown-material" | "bad-amount" | "named-twice";
  readonly line: string;
}

/** The lines that {@link parseAmounts} reads back. A recipe's 25 materials stay within a text input's 4,000 characters. */
export const formatAmounts = (amounts: readonly Amount[]): string => amounts.map(({ name, amount }) => `${name}: ${amount}`).join("\n");

/**
 * Reads amounts line by line: `name: n`, `name = n`, `n x name`, `n name`, `name x n`, `name n`; bullets,
 * case and spaces do not matter. Materials that are not named count as 0. Gives every line's problem, or
 * an amount for each of `names`, in their order.
 */
export function parseAmounts(text: string, names: readonly string[]): Result<readonly Amount[], readonly AmountProblem[]> {
  const nameOf = finder(names);
  const amounts = new Map<string, number>();
  const problems: AmountProblem[] = [];
  for (const line of text.split(/\r\n|[\n\r]/).map((each) => each.trim())) {
    if (line === "") continue;
    const read = parseLine(line, nameOf);
    if ("kind" in read) problems.push(read);
    else if (amounts.has(read.name)) problems.push({ kind: "named-twice", line });
    else amounts.set(read.name, read.amount);
  }
  return problems.length > 0 ? err(problems) : ok(names.map((name) => ({ name, amount: amounts.get(name) ?? 0 })));
}

/** The forms of a line, the one that we write ourselves first. */
const FORMS: readonly RegExp[] = [
  /^(?<name>.+?)\s*[:=]\s*(?<amount>[^:=]*)$/s,
  /^(?<amount>\S+)\s*[x×]\s+(?<name>.+)$/is,
  /^(?<amount>\S+)\s+(?<name>.+)$/s,
  /^(?<name>.+)\s+[x×]\s*(?<amount>\S+)$/is,
  /^(?<name>.+)\s+(?<amount>\S+)$/s,
];

type NameOf = (typed: string) => string | undefined;

/** The first form that names a material decides; names may themselves look like one. */
function parseLine(line: string, nameOf: NameOf): Amount | AmountProblem {
  // Single spaces: in a long run of them the forms below would try each against each.
  const single = line.replaceAll(/\s+/g, " ");
  const bare = single.replace(/^[-*•] /, "");
  for (const candidate of new Set([single, bare]))
    for (const form of FORMS) {
      const parts = form.exec(candidate)?.groups;
      const name = nameOf(parts?.["name"] ?? "");
      if (name === undefined) continue;
      const amount = parseAmount(parts?.["amount"] ?? "");
      return amount === null ? { kind: "bad-amount", line } : { name, amount };
    }
  // A material without a number is known, but says nothing.
  return { kind: nameOf(bare) === undefined ? "unknown-material" : "bad-amount", line };
}

/** Finds a material by its name, to the letter first. Folds each name once: a form may have thousands of lines. */
function finder(names: readonly string[]): NameOf {
  const exact = new Set(names);
  const folded = new Map(names.map((name) => [fold(name), name] as const).toReversed());
  return (typed) => (typed === "" ? undefined : exact.has(typed) ? typed : folded.get(fold(typed)));
}

/** Whole numbers from 0, `1,000` included; no more digits than a request could ever need. */
const parseAmount = (text: string): number | null => (/^\d{1,3}(,\d{3}){1,2}$/.test(text) ? Number(text.replaceAll(",", "")) : wholeNumber(text));
