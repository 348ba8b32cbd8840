import { err, ok, type Result } from "../../kernel/result.ts";
import { wholeNumber } from "../../kernel/typed-number.ts";
import { type CraftingRequest, leftOf } from "../requests/request.ts";

/** How many of each request are done, by the request's id. */
export type Amounts = ReadonlyMap<string, number>;

export type AmountsProblem =
  | { readonly kind: "bad-line"; readonly line: string }
  | { readonly kind: "bad-count"; readonly typed: string; readonly left: number }
  | { readonly kind: "not-chosen"; readonly number: number }
  | { readonly kind: "twice"; readonly number: number }
  | { readonly kind: "too-many"; readonly number: number; readonly count: number; readonly left: number }
  | { readonly kind: "none" };

type Outcome = Result<Amounts, readonly AmountsProblem[]>;

/** `#12: 3`, with anything in brackets after it. */
const LINE = /^#?\s*(\d{1,9})\s*:\s*(\d{1,9})\s*(?:\(.*)?$/;

/** Reads a line a request. One that cannot be done refuses them all, so that nothing is half done; all that is wrong is told. */
export function readAmounts(typed: string, chosen: readonly CraftingRequest[]): Outcome {
  const amounts = new Map<string, number>();
  const problems: AmountsProblem[] = [];
  for (const line of typed.split(/\r?\n/).map((one) => one.trim())) {
    if (line === "") continue;
    const [, digits, amount] = LINE.exec(line.normalize("NFKC")) ?? [];
    const [number, count] = [Number(digits), Number(amount)];
    const request = chosen.find((one) => one.number === number);
    if (digits === undefined) problems.push({ kind: "bad-line", line });
    else if (!request) problems.push({ kind: "not-chosen", number });
    else if (amounts.has(request.id)) problems.push({ kind: "twice", number });
    else if (count > leftOf(request)) problems.push({ kind: "too-many", number, count, left: leftOf(request) });
    if (request) amounts.set(request.id, count);
  }
  if (problems.length > 0) return err(problems);
  const done = new Map([...amounts].filter(([, count]) => count > 0));
  return done.size === 0 ? err([{ kind: "none" }]) : ok(done);
}

/** Reads how many of one are done. */
export function readCount(typed: string, request: CraftingRequest): Outcome {
  const left = leftOf(request);
  const count = wholeNumber(typed) ?? 0;
  return count < 1 || count > left ? err([{ kind: "bad-count", typed, left }]) : ok(new Map([[request.id, count]]));
}
