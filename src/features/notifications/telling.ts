import type { DeliveryFailure } from "../contract.ts";
import { type CraftingRequest, isActive } from "../requests/request.ts";
import type { News } from "./news.ts";

/** One topic for all of them, and one key a person: what is told to one person comes in order. */
export const TOPIC = "notification";

/** The person takes no direct messages, and is in no thread, or in one that is gone. */
export const UNREACHABLE: ReadonlySet<DeliveryFailure> = new Set(["closed-dm", "no-access", "gone"]);

/** How the materials stand matters as long as they are needed. */
export const isStillNews = (request: CraftingRequest, { kind }: News): boolean => kind !== "pledges-changed" || isActive(request);
