import { err, ok, type Result } from "../../kernel/result.ts";
import { wholeNumber } from "../../kernel/typed-number.ts";
import { type CraftingRequest, leftOf } from "../requests/request.ts";
import type { Chosen } from "./selection.ts";

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

/** A request as it is now, and its version when it was chosen. */
export type Asked = Pick<Chosen, "version"> & { readonly request: CraftingRequest };

/** Who typed it knew what was left. Of what somebody changed since, doing it tells what became of it, and keeps nothing else from being done. */
const isTooMany = (count: number, { request, version }: Asked): boolean => request.version === version && count > leftOf(request);

/** Reads a line a request. One that cannot be done refuses them all, so that nothing is half done; all that is wrong is told. */
export function readAmounts(typed: string, asked: readonly Asked[]): Outcome {
  const amounts = new Map<string, number>();
  const problems: AmountsProblem[] = [];
  for (const line of typed.split(/\r?\n/).map((one) => one.trim())) {
    if (line === "") continue;
    const [, digits, amount] = LINE.exec(line.normalize("NFKC")) ?? [];
    const [number, count] = [Number(digits), Number(amount)];
    const one = asked.find(({ request }) => request.number === number);
    if (digits === undefined) problems.push({ kind: "bad-line", line });
    else if (!one) problems.push({ kind: "not-chosen", number });
    else if (amounts.has(one.request.id)) problems.push({ kind: "twice", number });
    else if (isTooMany(count, one)) problems.push({ kind: "too-many", number, count, left: leftOf(one.request) });
    if (one) amounts.set(one.request.id, count);
  }
  if (problems.length > 0) return err(problems);
  const done = new Map([...amounts].filter(([, count]) => count > 0));
  return done.size === 0 ? err([{ kind: "none" }]) : ok(done);
}

/** Reads how many of one are done. */
export function readCount(typed: string, asked: Asked): Outcome {
  const count = wholeNumber(typed) ?? 0;
  const isBad = count < 1 || isTooMany(count, asked);
  return isBad ? err([{ kind: "bad-count", typed, left: leftOf(asked.request) }]) : ok(new Map([[asked.request.id, count]]));
}
