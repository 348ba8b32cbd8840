import { err, ok, type Result } from "../../kernel/result.ts";
import type { ActionRefusal } from "./request-port.ts";
import type { CraftingRequest } from "./request.ts";
import type { RequestStore } from "./store.ts";

/** More writers at one instant than this on one request, and the last ones are told to look again. */
const ATTEMPTS = 20;

export interface Rewritten {
  readonly before: CraftingRequest;
  readonly next: CraftingRequest;
}

/**
 * Reads a request, decides, and writes by compare-and-set. Who loses to another writer decides again on
 * what that one wrote, and so hears who was first.
 */
export async function rewrite(
  store: RequestStore,
  guildId: string,
  requestId: string,
  decide: (request: CraftingRequest) => Result<CraftingRequest, ActionRefusal>,
): Promise<Result<Rewritten, ActionRefusal>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await store.get(guildId, requestId);
    if (!before) return err({ kind: "not-found" });
    const decided = decide(before);
    if (!decided.ok) return decided;
    if (await store.replace(decided.value, before)) return ok({ before, next: decided.value });
  }
  return err({ kind: "changed-meanwhile" });
}
