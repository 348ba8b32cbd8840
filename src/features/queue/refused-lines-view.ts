import type { CraftingRequest } from "../requests/request.ts";
import { numbersOf } from "./chosen-view.ts";
import type { Say } from "./texts.ts";

/** In characters: with what else a view says, it stays under Discord's limit of 4,000. */
const REASONS_LIMIT = 1_800;

/** Why things were not done, each reason once with the numbers that it holds for; when there are too many reasons, the rest by number alone. */
export function refusedLines(say: Say, refused: readonly { readonly request: CraftingRequest; readonly why: string }[]): readonly string[] {
  const lines: string[] = [];
  const others: CraftingRequest[] = [];
  let length = 0;
  for (const [why, of] of Map.groupBy(refused, (one) => one.why)) {
    const requests = of.map(({ request }) => request);
    const line = say("refused.many", { numbers: numbersOf(requests), why });
    if (length + line.length > REASONS_LIMIT) others.push(...requests);
    else lines.push(line);
    length += line.length;
  }
  return others.length === 0 ? lines : [...lines, say("refused.many-other", { numbers: numbersOf(others) })];
}
