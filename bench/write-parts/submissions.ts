import { systemClock } from "../../src/kernel/clock.ts";
import { createIds } from "../../src/kernel/id.ts";
import type { Written } from "./ways.ts";

/** New submissions in a guild, each of its own person. */
export function submissionsIn(guildId: string): () => Written {
  const newId = createIds(systemClock);
  return () => ({ guildId, requestId: newId(), userId: newId(), eventId: newId(), deedId: newId(), at: systemClock.now() });
}
