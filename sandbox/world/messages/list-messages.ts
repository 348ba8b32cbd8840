import type { World } from "../world.ts";
import { byAge } from "../snowflake.ts";
import { isEphemeral, type StoredMessage } from "./stored-message.ts";

export interface Page {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly around?: string | undefined;
}

/** A channel's history, newest first, as `GET /channels/{id}/messages` gives it: ephemeral messages are in nobody's. */
export function listMessages(world: World, channelId: string, page: Page): StoredMessage[] {
  const newestFirst = world
    .messagesOf(channelId)
    .values()
    .filter((message) => !isEphemeral(message))
    .toArray()
    .toReversed();
  if (page.around !== undefined) {
    const { around } = page;
    const half = Math.floor(page.limit / 2);
    const newer = newestFirst.filter(({ api }) => byAge(api.id, around) > 0).slice(-half);
    const rest = newestFirst.filter(({ api }) => byAge(api.id, around) <= 0);
    return [...newer, ...rest.slice(0, page.limit - newer.length)];
  }
  if (page.before !== undefined) {
    const { before } = page;
    return newestFirst.filter(({ api }) => byAge(api.id, before) < 0).slice(0, page.limit);
  }
  if (page.after !== undefined) {
    const { after } = page;
    return newestFirst.filter(({ api }) => byAge(api.id, after) > 0).slice(-page.limit);
  }
  return newestFirst.slice(0, page.limit);
}
