import type { DeliveryFailure } from "../contract.ts";
import { type CraftingRequest, isActive } from "../requests/request.ts";
import type { News } from "./news.ts";

/** One topic for all of them, and one key a person: what is told to one person comes in order. */
export const TOPIC = "notification";

/** The person takes no direct messages, and is in no thread, or in one that is gone. */
export const UNREACHABLE: ReadonlySet<DeliveryFailure> = new Set(["closed-dm", "no-access", "gone"]);

/** Whether it is still so. What was kept through quiet hours, or sent late, does not ask for what is over. */
export function isStillNews(request: CraftingRequest, { kind, to }: News, now: number): boolean {
  switch (kind) {
    case "pledges-changed":
    case "needed-soon":
      return isActive(request);
    case "needed-soon-unclaimed":
      return request.state === "open";
    case "lease-ending":
      return request.crafterId === to && request.leaseUntil !== null && request.leaseUntil > now;
    default:
      return true;
  }
}
