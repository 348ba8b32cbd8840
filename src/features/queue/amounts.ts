import { err, ok, type Result } from "../../kernel/result.ts";
import type { CraftingRequest } from "../requests/request.ts";

/** How many of each request are done, by the request's id. */
export type Amounts = ReadonlyMap<string, number>;

export type AmountsProblem =
  | { readonly kind: "bad-line"; readonly line: string }
  | { readonly kind: "not-chosen"; readonly number: number }
  | { readonly kind: "twice"; readonly number: number }
  | { readonly kind: "none" };

/** `#12: 3`, with anything in brackets after it. */
const LINE = /^#?\s*(\d{1,9})\s*:\s*(\d{1,9})\s*(?:\(.*)?$/;

/** Reads a line a request. One line that cannot be read refuses them all, so that nothing is half done. */
export function readAmounts(typed: string, chosen: readonly CraftingRequest[]): Result<Amounts, AmountsProblem> {
  const amounts = new Map<string, number>();
  for (const line of typed.split(/\r?\n/).map((one) => one.trim())) {
    if (line === "") continue;
    const read = LINE.exec(line);
    if (!read) return err({ kind: "bad-line", line });
    const number = Number(read[1]);
    const request = chosen.find((one) => one.number === number);
    if (!request) return err({ kind: "not-chosen", number });
    if (amounts.has(request.id)) return err({ kind: "twice", number });
    amounts.set(request.id, Number(read[2]));
  }
  const done = new Map([...amounts].filter(([, count]) => count > 0));
  return done.size === 0 ? err({ kind: "none" }) : ok(done);
}
